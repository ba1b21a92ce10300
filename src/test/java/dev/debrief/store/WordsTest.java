package dev.debrief.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** How a text is parted into words, eight bytes at once and character by character. */
class WordsTest {
  private static final String OTHER = "é";

  /** One character that isn't ASCII makes the whole text go the other way. */
  @Property(tries = 2_000)
  void bothWaysPartATextAlike(
      @ForAll @CharRange(from = 0, to = 127) @StringLength(max = 200) String text) {
    List<String> expected = new ArrayList<>(Sought.words(text));
    expected.add(OTHER);
    assertThat(Sought.words(text + " " + OTHER)).isEqualTo(expected);
  }

  @Property(tries = 500)
  void runsOfEveryLengthAreWhole(
      @ForAll @CharRange(from = '0', to = 'z') @StringLength(max = 200) String text) {
    List<String> expected = new ArrayList<>();
    for (String run : text.split("[^0-9A-Za-z]+")) {
      for (int at = 0; at < run.length(); at += Words.LONGEST) {
        expected.add(
            run.substring(at, Math.min(run.length(), at + Words.LONGEST)).toLowerCase(Locale.ROOT));
      }
    }
    assertThat(Sought.words(text)).isEqualTo(expected);
  }

  @Test
  void halvesOfCharactersPartWords() {
    assertThat(Sought.words("v290\ud800up")).containsExactly("v290", "up");
    assertThat(Sought.words("größe\ud800up")).containsExactly("größe", "up");
  }

  @Test
  void noMoreThanTheSearchedPartIsParted() {
    String long0 = "ab ".repeat(Words.SEARCHED / 3 + 10);
    assertThat(Sought.words(long0)).hasSize((Words.SEARCHED + 2) / 3);
    assertThat(Sought.words("é" + long0)).hasSize((Words.SEARCHED + 1) / 3);
  }
}
