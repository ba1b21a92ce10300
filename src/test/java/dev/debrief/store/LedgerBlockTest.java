package dev.debrief.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Unparsed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a block was given is what it gives back. */
class LedgerBlockTest {
  private static final long[] SECONDS = {
    0, -1, 1_772_053_233L, 1_772_053_234L, 253_402_300_799L, -62_135_596_800L, 86_399
  };
  private static final int[] NANOS = {0, 120_000_000, 999_000_000, 131_415_000, 999_999_999, 1};
  private static final String[] TEXTS = {
    "",
    "21:00:33.120 [info] GET /posts",
    "21:00:33.120",
    "00:00:00.000x",
    "23:59:59.999 größer ☃",
    "21:00:33,120 no",
    "aa:bb:cc.ddd",
    "12:34:56.7",
    "x".repeat(3_000),
    "404",
    "Größe: Sent 404",
    "🔥\n  at line two"
  };
  private static final String[] KEYS = {"request.id", "response.status", "host", "an unknown key"};

  @Property(tries = 300)
  void anyEntriesComeBack(@ForAll long seed) {
    Random random = new Random(seed);
    LedgerBlockWriter writer = new LedgerBlockWriter();
    for (int block = 0; block < 2; block++) {
      List<Entry> entries = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        Entry entry = entry(random);
        entries.add(entry);
        writer.add(entry, 0);
      }
      byte[] bytes = writer.take();
      Entry[] back = LedgerBlock.read(bytes, bytes.length, "log", List.of(ORIGIN));
      assertArrayEquals(entries.toArray(), back);
      assertEquals(entries.size(), LedgerBlock.origins(bytes, List.of(ORIGIN)).length);
    }
  }

  @Property(tries = 300)
  void whatIsSearchedIsReadAsTheEntriesTellIt(@ForAll long seed) {
    Random random = new Random(seed);
    LedgerBlockWriter writer = new LedgerBlockWriter();
    List<Entry> entries = new ArrayList<>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      Entry entry = i == 3 ? COMMIT : entry(random);
      entries.add(entry);
      writer.add(entry, i);
    }
    BlockText read = new BlockText(writer.take());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      assertTrue(read.next());
      assertEquals(entries.size() - 1 - i, read.origin());
      assertEquals(
          IndexFeed.text(entry), new String(read.text(), read.from(), read.length(), UTF_8));
      assertEquals(!(entry instanceof LogRecord log) || log.begins(), read.begins());
      Map<String, String> fields = entry instanceof LogRecord log ? log.fields() : Map.of();
      String status = fields.getOrDefault("response.status", "");
      assertEquals(status.matches("[0-9]{1,9}") ? Integer.parseInt(status) : -1, read.status());
      String id = fields.getOrDefault("request.id", "");
      assertEquals(IndexFeed.text(entry).contains(id) ? "" : id, read.requestId());
    }
    assertFalse(read.next());
  }

  private static final Entry COMMIT =
      new Commit(
          new Evidence("log", 7),
          1,
          new Moment(Instant.EPOCH, Precision.SECOND, Clock.PLATFORM),
          "0a1b2c",
          "Ann",
          "größer ☃");

  private static final Origin ORIGIN =
      new Origin("log", "fly-text", "shop", "app", "m1", "iad", Level.ERROR, Level.INFO);

  private static Entry entry(Random random) {
    Instant at =
        Instant.ofEpochSecond(
            SECONDS[random.nextInt(SECONDS.length)], NANOS[random.nextInt(NANOS.length)]);
    Moment moment =
        new Moment(
            at,
            Precision.values()[random.nextInt(Precision.values().length)],
            Clock.values()[random.nextInt(Clock.values().length)]);
    Evidence evidence = new Evidence("log", 1 + random.nextInt(1_000_000));
    String text = TEXTS[random.nextInt(TEXTS.length)];
    if (random.nextInt(3) == 0) {
      text = at.toString().substring(11).replace("Z", "") + " " + text;
    }
    if (random.nextInt(6) == 0) {
      return new Unparsed(evidence, moment, text);
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      fields.put(
          KEYS[random.nextInt(KEYS.length)],
          random.nextBoolean() ? "GET" : TEXTS[random.nextInt(TEXTS.length)]);
    }
    return new LogRecord(
        evidence,
        1 + random.nextInt(3),
        moment,
        "shop",
        "app",
        "m1",
        "iad",
        Level.INFO,
        Level.ERROR,
        text,
        random.nextBoolean() ? evidence.line() : 1 + random.nextInt(1_000_000),
        fields);
  }

  @Test
  void aLedgerWhoseEndIsDamagedIsRefusedAndAsksForNoMemory(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("whole.records");
    try (LedgerWriter writer = new LedgerWriter(folder.resolve("1.part"))) {
      writer.add(COMMIT, "git-log");
      writer.store(writer.take(), new long[0]);
      writer.finish(file);
    }
    Ledger.open(file, "log").close();
    ByteBuffer whole =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asReadOnlyBuffer();
    int end = whole.capacity() - Ledger.TAIL;
    for (int place : new int[] {end, end + 4, end + 8}) {
      for (int number : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 7}) {
        ByteBuffer damaged = ByteBuffer.allocate(whole.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, damaged.put(whole.rewind()).putInt(place, number).array());
        assertThrows(IOException.class, () -> Ledger.open(file, "log"));
      }
    }
  }

  @Test
  void aLedgerOfTheFirstFormIsStillRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("first.records");
    try (var bytes = LedgerBlockTest.class.getResourceAsStream("/store/first-form.records")) {
      Files.write(file, bytes.readAllBytes());
    }
    try (Ledger ledger = Ledger.open(file, "v1.txt")) {
      Ledger.Block block = ledger.blocks().getFirst();
      Entry[] entries = ledger.entries(block);
      assertEquals(4, entries.length);
      assertEquals(4, ledger.origins(block).length);
      LogRecord sent = (LogRecord) entries[1];
      assertEquals("21:00:33.131 request_id=F1abcDEF23 [info] Sent 200 in 11ms", sent.message());
      assertEquals(Instant.parse("2026-02-25T21:00:33.131Z"), sent.at());
      assertEquals(Map.of("request.id", "F1abcDEF23", "response.status", "200"), sent.fields());
      assertEquals(
          "[PC01] instance refused connection\nno head at all", ((LogRecord) entries[2]).message());
      assertEquals("größer ☃", ((LogRecord) entries[3]).message());
    }
  }
}
