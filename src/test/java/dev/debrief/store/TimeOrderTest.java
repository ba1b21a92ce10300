package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimeOrderTest {
  private static LogRecord record(String source, long line, long nanos) {
    return new LogRecord(
        new Evidence(source, line),
        1,
        new Moment(Instant.ofEpochSecond(0, nanos), Precision.NANOSECOND, Clock.PLATFORM),
        "app",
        "app",
        "m",
        "iad",
        Level.INFO,
        Level.ERROR,
        "at " + nanos,
        line,
        Map.of("request.id", "at", "other", "x" + line));
  }

  private static Volume volume(Path folder, int number, List<Integer> times) throws Exception {
    Path file = folder.resolve(number + ".records");
    String source = "source" + number;
    try (LedgerWriter writer = new LedgerWriter(folder.resolve(number + ".part"))) {
      for (int i = 0; i < times.size(); i++) {
        if (writer.add(record(source, i + 1, times.get(i)), "fly-text")) {
          writer.store(writer.take(), new long[0]);
        }
      }
      if (writer.pending()) {
        writer.store(writer.take(), new long[] {1, 5, 9});
      }
      writer.finish(file);
    }
    return new Volume(number, source, Ledger.open(file, source), new BitSet());
  }

  /** Whatever the order in the dumps and however little may be held at once. */
  @Property(tries = 12)
  void entriesComeByTimeThenByPlaceAndEachOnce(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3000) int size,
      @ForAll @IntRange(min = 600, max = 5000) int mostOpen)
      throws Exception {
    Path folder = Files.createTempDirectory("order");
    Random random = new Random(seed);
    List<Volume> volumes = new ArrayList<>();
    int all = 0;
    for (int number = 1; number <= 3; number++) {
      List<Integer> times = new ArrayList<>();
      for (int i = 0; i < size / number; i++) {
        times.add(random.nextInt(size));
      }
      if (random.nextBoolean()) {
        Collections.sort(times);
      }
      all += times.size();
      volumes.add(volume(folder, number, times));
    }
    List<Entry> entries = new ArrayList<>();
    long[] last = {Long.MIN_VALUE, Long.MIN_VALUE};
    TimeOrder.visit(
        volumes,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        mostOpen,
        (entry, at, place) -> {
          assertTrue(at > last[0] || at == last[0] && place > last[1]);
          last[0] = at;
          last[1] = place;
          Evidence evidence = entry.evidence();
          assertEquals(record(evidence.source(), evidence.line(), at), entry);
          entries.add(entry);
        });
    assertEquals(all, entries.size());
    for (Volume volume : volumes) {
      if (!volume.ledger().blocks().isEmpty()) {
        Ledger.Block block = volume.ledger().blocks().getLast();
        assertTrue(block.ids() == 0 || volume.ledger().lists(block, 5, 6));
        assertTrue(!volume.ledger().lists(block, 6, 9));
      }
      volume.ledger().close();
    }
    Folders.delete(folder);
  }
}
