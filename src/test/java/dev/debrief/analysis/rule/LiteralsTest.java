package dev.debrief.analysis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Property
  void oneWalkFindsWhatASearchForEachWouldFind(
      @ForAll @Size(max = 12)
          List<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 4) String> texts,
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 60) String line) {
    List<String> distinct = new ArrayList<>(new LinkedHashSet<>(texts));
    Literals literals = new Literals();
    distinct.forEach(literals::add);
    int[] hits = new int[literals.size()];
    for (int again = 0; again < 2; again++) {
      int count = literals.scan(line, hits);
      Set<String> found = new TreeSet<>();
      for (int i = 0; i < count; i++) {
        assertTrue(found.add(distinct.get(hits[i])), "each once");
      }
      assertEquals(new TreeSet<>(distinct.stream().filter(line::contains).toList()), found);
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
