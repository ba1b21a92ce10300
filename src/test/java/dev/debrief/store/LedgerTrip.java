package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Entries on their way into a ledger and out again. */
public final class LedgerTrip {
  private LedgerTrip() {}

  /** Holds that what a case keeps of entries of one source gives those entries back. */
  public static void comesBack(String source, List<Entry> entries) {
    LedgerBlockWriter writer = new LedgerBlockWriter();
    List<Origin> origins = new ArrayList<>();
    List<Entry> block = new ArrayList<>();
    for (Entry entry : entries) {
      Origin origin = Origin.of(entry, "any");
      if (!origins.contains(origin)) {
        origins.add(origin);
      }
      writer.add(entry, origins.indexOf(origin));
      block.add(entry);
      if (block.size() == LedgerWriter.ENTRIES) {
        isBack(source, writer, block, origins);
      }
    }
    isBack(source, writer, block, origins);
  }

  private static void isBack(
      String source, LedgerBlockWriter writer, List<Entry> block, List<Origin> origins) {
    byte[] bytes = writer.take();
    Entry[] back = LedgerBlock.read(bytes, bytes.length, source, origins);
    assertEquals(block.size(), back.length);
    for (int i = 0; i < back.length; i++) {
      if (!block.get(i).equals(back[i])) {
        assertEquals(asBytes(block.get(i)), back[i].toString());
      }
    }
    block.clear();
  }

  /** Half a character, which JSON can name and UTF-8 can't hold, is kept as a question mark. */
  private static String asBytes(Entry entry) {
    return new String(entry.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
