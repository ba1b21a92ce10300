package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import dev.debrief.store.LedgerTrip;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What holds of every input, whatever it is. */
record FuzzedInput(byte[] bytes, ImportOptions options) {
  /** Processor time for an input of some KB; a parser that is not linear needs more. */
  private static final long LONGEST_NS = 2_000_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * It is read or refused with a reason, within the time; every line is counted once; what is told
   * lies inside it.
   *
   * @return what it told, or the reason
   */
  List<Object> isReadWhole() {
    return read(new ByteArrayInputStream(bytes));
  }

  /** The same comes of it in whatever pieces the disk gives its bytes. */
  void isReadTheSameInPieces(SplittableRandom random) {
    assertEquals(isReadWhole(), read(new Pieces(bytes, random)));
  }

  /** What a case keeps of it gives it back. */
  void isKept() {
    List<Entry> entries = new ArrayList<>();
    for (Object told : isReadWhole()) {
      if (told instanceof Entry entry) {
        entries.add(entry);
      }
    }
    LedgerTrip.comesBack("dump", entries);
  }

  private List<Object> read(InputStream in) {
    long began = THREADS.getCurrentThreadCpuTime();
    List<Object> told = new ArrayList<>();
    try {
      Reads reads = Reads.of(new Input("dump", () -> in, bytes.length, Reads.SAVED), options);
      isAccountedFor(reads);
      told.addAll(reads.sources());
      told.addAll(reads.entries());
    } catch (InputProblem refused) {
      assertTrue(!refused.what().isBlank() && !refused.remedy().isBlank());
      told.add(String.valueOf(refused.getMessage()));
    }
    assertTrue(THREADS.getCurrentThreadCpuTime() - began < LONGEST_NS, "it took too long");
    return told;
  }

  private void isAccountedFor(Reads reads) {
    long lines = lines(bytes);
    assertEquals(lines, reads.lines(), "lines");
    long records = 0;
    long unparsed = 0;
    for (Source source : reads.sources()) {
      assertTrue(source.addsUp(), source::toString);
      assertTrue(
          source.begun() >= 0 && source.continuations() >= 0 && source.blank() >= 0,
          source::toString);
      records += source.records();
      unparsed += source.unparsed();
    }
    for (Entry entry : reads.entries()) {
      long line = entry.evidence().line();
      assertTrue(
          line >= 1 && entry.lines() >= 1 && line + entry.lines() - 1 <= lines, entry::toString);
      if (entry instanceof LogRecord record) {
        assertTrue(record.head() >= 1 && record.head() <= lines, entry::toString);
      }
      records -= entry instanceof Unparsed ? 0 : 1;
      unparsed -= entry instanceof Unparsed ? 1 : 0;
    }
    assertEquals(0, records, "records told");
    assertEquals(0, unparsed, "unparsed lines told");
  }

  private static long lines(byte[] bytes) {
    long lines = 0;
    for (byte one : bytes) {
      lines += one == '\n' ? 1 : 0;
    }
    return bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? lines + 1 : lines;
  }

  /** Gives its bytes in pieces of any length. */
  private static final class Pieces extends InputStream {
    private final ByteArrayInputStream bytes;
    private final SplittableRandom random;

    Pieces(byte[] bytes, SplittableRandom random) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] to, int from, int length) {
      return bytes.read(to, from, Math.min(length, 1 + random.nextInt(90)));
    }
  }
}
