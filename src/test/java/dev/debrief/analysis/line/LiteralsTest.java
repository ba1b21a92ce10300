package dev.debrief.analysis.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Property
  void oneWalkFindsWhatASearchForEachWouldFind(
      @ForAll @Size(max = 12)
          List<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 7) String> texts,
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 60) String line) {
    List<String> distinct = new ArrayList<>(new LinkedHashSet<>(texts));
    Literals literals = new Literals();
    distinct.forEach(literals::add);
    List<Integer> standing =
        IntStream.range(0, distinct.size())
            .filter(i -> line.contains(distinct.get(i)))
            .boxed()
            .toList();
    for (int again = 0; again < 2; again++) {
      assertEquals(standing.size(), literals.look(line));
      assertEquals(standing, Arrays.stream(literals.found()).boxed().toList());
      for (int i = 0; i < distinct.size(); i++) {
        assertEquals(standing.contains(i), literals.stands(i));
      }
    }
    assertEquals(0, literals.look("xyz"));
    assertEquals(List.of(), Arrays.stream(literals.found()).boxed().toList());
  }

  @Property
  void aTextIsFoundWhereverItStandsInALineOfAnyAlphabet(
      @ForAll @StringLength(min = 1, max = 9) String text,
      @ForAll @StringLength(max = 2000) String before,
      @ForAll @StringLength(max = 9) String after) {
    Literals literals = new Literals();
    int other = literals.add("other");
    int number = literals.add(text);
    literals.look(before + text + after);
    assertTrue(literals.stands(number));
    literals.look(before + after);
    assertEquals((before + after).contains(text), literals.stands(number));
    assertEquals((before + after).contains("other"), literals.stands(other));
  }

  /** Parts of regular expressions by turns with a text that each matches. */
  private static final String[] PARTS = {
    "abc",
    "abc",
    "\\x41b",
    "Ab",
    "\\x{42}c",
    "Bc",
    "\\pLx",
    "qx",
    "\\p{Lu}y",
    "Zy",
    "\\101k",
    "Ak",
    "[[:digit:]]z",
    "5z",
    "[^[:alpha:]_]w",
    "1w",
    "[]a]v",
    "]v",
    "[a\\]b]u",
    "]u",
    "c+",
    "ccc",
    "de?",
    "d",
    "fe*",
    "f",
    "gf{2}",
    "gff",
    "hg{0,1}",
    "h",
    "(h|i)j",
    "ij",
    "\\Qk*l\\E",
    "k*l",
    "\\.m",
    ".m",
    "\\dn",
    "7n",
    "\\x1b\\[31m",
    "\u001b[31m",
    "\\bo",
    "o",
    "o\\0",
    "o\u0000"
  };

  @Property(tries = 500)
  void whatMatchesHoldsWhatIsRequired(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 21) Integer> parts) {
    StringBuilder regex = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (int part : parts) {
      regex.append(PARTS[2 * part]);
      text.append(PARTS[2 * part + 1]);
    }
    if (Pattern.compile(regex.toString()).matcher(text).find()) {
      String required = Literals.required(regex.toString());
      assertTrue(text.indexOf(required) >= 0, regex + " needs " + required);
    }
  }

  @Test
  void aRegularExpressionsPlainPartIsFound() {
    assertEquals("could not lookup ", Literals.required("could not lookup \\S+ because"));
    assertEquals("tcp connect (", Literals.required("tcp connect \\(.*\\): refused"));
    assertEquals(" gamma", Literals.required("(alpha|beta) gamma"));
    assertEquals("", Literals.required("alpha|beta"));
    assertEquals("colo", Literals.required("colou?r"));
    assertEquals("ing", Literals.required("[a-z]+ing"));
    assertEquals("yz", Literals.required("x{2,3}yz"));
    assertEquals("", Literals.required("(?i)any case"));
  }
}
