package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final long BASE = Nanos.of(Samples.START);

  @Property(tries = 300)
  void countsOfAnyPartsAddUpToThoseOfTheWhole(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 40_000_000_000L) Long> offsets,
      @ForAll @LongRange(min = -5_000_000_000L, max = 40_000_000_000L) long from,
      @ForAll @LongRange(min = 1, max = 45_000_000_000L) long length,
      @ForAll @IntRange(min = 1, max = 50) int parts) {
    Series series = series(offsets);
    long begin = BASE + from;
    long[] counts = series.counts(begin, begin + length, parts);
    long exact =
        offsets.stream().filter(o -> BASE + o >= begin && BASE + o < begin + length).count();
    long slack = length / parts >= series.bin() ? edges(offsets, series, begin, length) : 0;
    assertEquals(exact, Arrays.stream(counts).sum(), slack);
  }

  @Property(tries = 200)
  void aNarrowWindowIsCountedExactly(
      @ForAll @Size(min = 1, max = 100)
          List<@LongRange(min = 0, max = 9_000_000_000L) Long> offsets,
      @ForAll @LongRange(min = 0, max = 9_000_000_000L) long from,
      @ForAll @IntRange(min = 1, max = 20) int parts) {
    Series series = series(offsets);
    Assume.that(series.bin() > 2);
    long begin = BASE + from;
    long[] counts = series.counts(begin, begin + parts, parts);
    long[] expected = new long[parts];
    offsets.stream()
        .mapToLong(o -> BASE + o - begin)
        .filter(o -> o >= 0 && o < parts)
        .forEach(o -> expected[(int) o]++);
    assertArrayEquals(expected, counts);
  }

  @Property(tries = 200)
  void aSeriesReadBackIsTheSame(
      @ForAll @Size(max = 200)
          List<@LongRange(min = -5_000_000_000_000L, max = 5_000_000_000_000_000L) Long> offsets,
      @ForAll @IntRange(min = 1, max = 3) int unit)
      throws IOException {
    long width = unit == 1 ? 1 : unit == 2 ? 1_000_000 : 1_000_000_000;
    Series series = series(offsets.stream().map(o -> o / width * width).toList());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackedInstants.write(series, new DataOutputStream(bytes));
    Series again =
        PackedInstants.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertArrayEquals(series.lows(), again.lows());
    assertArrayEquals(series.blocks(), again.blocks());
    assertArrayEquals(series.starts(), again.starts());
  }

  @Test
  void aTallyReadBackCountsTheSame() throws IOException {
    Tally.Builder builder = new Tally.Builder();
    for (int i = 0; i < 5_000; i++) {
      builder.add(i % 3 == 0 ? "a" : "b", BASE + (i * 7_919_999L) % 60_000_000_000L);
    }
    Tally tally = builder.build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(bytes);
    Tally again = Tally.read(new ByteArrayInputStream(bytes.toByteArray()));
    assertEquals(tally.keys(), again.keys());
    for (String key : tally.keys()) {
      assertArrayEquals(
          tally.counts(key, BASE, BASE + 60_000_000_000L, 777),
          again.counts(key, BASE, BASE + 60_000_000_000L, 777));
      assertEquals(tally.total(key), again.total(key));
    }
  }

  @Test
  void absurdYearsAreCountedAtTheEndsOfTime() {
    Tally.Builder builder = new Tally.Builder();
    List<Instant> absurd =
        List.of(
            Instant.MIN,
            Instant.parse("0001-01-01T00:00:00Z"),
            Samples.START,
            Instant.parse("9999-12-31T23:59:59Z"),
            Instant.MAX);
    absurd.forEach(at -> builder.add("x", Nanos.of(at)));
    Tally tally = builder.build();
    assertEquals(5, tally.total("x"));
    assertEquals(1, tally.counts("x", BASE - 1_000, BASE + 1_000, 1)[0]);
    assertEquals(
        5, tally.counts("x", Nanos.of(Instant.MIN) - 1, Nanos.of(Instant.MAX) + 1_000, 1)[0], 1);
  }

  @Test
  void whatWasNeverCountedIsNone() {
    Tally tally = new Tally.Builder().build();
    assertEquals(0, tally.counts("x", BASE, BASE + 10, 1)[0]);
    assertEquals(0, tally.total("x"));
  }

  private static Series series(List<Long> offsets) {
    long[] nanos = offsets.stream().mapToLong(o -> BASE + o).sorted().toArray();
    return Series.of(nanos, nanos.length);
  }

  /** How many lie so near an edge that a bin may put them on its other side. */
  private static long edges(List<Long> offsets, Series series, long begin, long length) {
    return offsets.stream()
        .mapToLong(o -> BASE + o)
        .filter(
            at ->
                Math.abs(at - begin) <= series.bin()
                    || Math.abs(at - begin - length) <= series.bin())
        .count();
  }
}
