package dev.debrief.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

final class TermTableTest {
  private final TermTable table = new TermTable();

  @Property(tries = 200)
  void everyTextHasOneNumberAndItsBytes(
      @ForAll @Size(max = 40) List<@StringLength(max = 20) String> texts) {
    Map<String, Integer> numbers = new HashMap<>();
    BytesRef bytes = new BytesRef();
    TermTable fresh = new TermTable();
    for (String text : texts) {
      int expected = numbers.computeIfAbsent(new BytesRef(text).toString(), t -> numbers.size());
      assertThat(fresh.number(text)).isEqualTo(expected);
      fresh.bytes(expected, bytes);
      assertThat(bytes).isEqualTo(new BytesRef(text));
    }
    assertThat(fresh.size()).isEqualTo(numbers.size());
  }

  @Test
  void aWordOfALineHasTheNumberOfItsText() {
    Words words = new Words();
    List<String> expected =
        List.of("a", "zu", "12345678", "123456789", "größe", "genserver", "日", "本", "x");
    words.of("A zu 12345678 123456789 Größe GenServer 日本 x");
    List<Integer> numbers = new ArrayList<>();
    while (words.next()) {
      numbers.add(table.number(words));
    }
    assertThat(numbers).isEqualTo(expected.stream().map(table::number).toList());
    assertThat(table.size()).isEqualTo(expected.size());
  }

  @Test
  void textsThatDifferByZeroBytesAreDifferent() {
    assertThat(table.number("")).isZero();
    assertThat(table.number("\0")).isEqualTo(1);
    assertThat(table.number("\0a")).isEqualTo(2);
    assertThat(table.number("a")).isEqualTo(3);
    assertThat(table.number("")).isZero();
  }

  @Test
  void growsWithManyWordsAndSortsThemByBytes() {
    BytesRef one = new BytesRef();
    for (int i = 0; i < 50_000; i++) {
      assertThat(table.number("w" + i * 7919L)).isEqualTo(i);
    }
    List<BytesRef> sorted = new ArrayList<>();
    for (int number : table.sorted()) {
      table.bytes(number, one);
      sorted.add(BytesRef.deepCopyOf(one));
    }
    assertThat(sorted).hasSize(50_000).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(table.number("w" + 49_999 * 7919L)).isEqualTo(49_999);
    table.clear();
    assertThat(table.number("w7919")).isZero();
  }
}
