package dev.debrief.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final List<Long> first = new ArrayList<>();
  private final List<Long> second = new ArrayList<>();
  private final List<Long> third = new ArrayList<>();
  private final Set<Thread> aside = new HashSet<>();
  private final List<List<Collector>> groups =
      List.of(
          List.of(record -> first.add(record.evidence().line())),
          List.of(
              record -> {
                second.add(record.evidence().line());
                aside.add(Thread.currentThread());
              },
              record -> {
                third.add(record.evidence().line());
                aside.add(Thread.currentThread());
              }));

  @Test
  void everyCollectorTakesEveryRecordInOrder() {
    List<Long> lines = LongStream.rangeClosed(1, 10_001).boxed().toList();
    hand(lines);
    assertEquals(lines, first);
    assertEquals(lines, second);
    assertEquals(lines, third);
  }

  @Test
  void theCollectorsOfOneGroupHaveOneThread() {
    hand(LongStream.rangeClosed(1, 10_001).boxed().toList());
    assertEquals(1, aside.size());
  }

  @Test
  void aShortStreamNeedsNoOtherThread() {
    List<Long> lines = List.of(1L, 2L, 3L);
    hand(lines);
    assertEquals(lines, first);
    assertEquals(lines, third);
    assertEquals(Set.of(Thread.currentThread()), aside);
  }

  @Test
  void whatFailsAsideFailsForWhoReads() {
    IllegalStateException wrong = new IllegalStateException("wrong");
    Collector fails =
        record -> {
          throw wrong;
        };
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (Batches batches = new Batches(List.of(List.of(record -> {}), List.of(fails)))) {
                LongStream.rangeClosed(1, 10_001).forEach(line -> batches.take(record(line)));
                batches.end();
              }
            });
    assertEquals(wrong, thrown);
  }

  private void hand(List<Long> lines) {
    try (Batches batches = new Batches(groups)) {
      lines.forEach(line -> batches.take(record(line)));
      batches.end();
    }
  }

  private static LogRecord record(long line) {
    return new LogRecord(
        new Evidence("app.log", line),
        1,
        new Moment(Instant.EPOCH.plusSeconds(line), Precision.SECOND, Clock.PLATFORM),
        "",
        "app",
        "",
        "",
        Level.INFO,
        Level.INFO,
        "line",
        line,
        Map.of());
  }
}
