package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Unparsed;
import dev.debrief.source.EntrySink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Takes the entries of one input, on the reading thread: into its ledger, whose full blocks go to
 * the threads that index, and facts into the case file.
 */
final class Intake implements EntrySink {
  /** A step back in time that is no mere jitter between machines, in ns. */
  private static final long FAR = 5_000_000_000L;

  private final LedgerWriter ledger;
  private final IndexFeed feed;
  private final Pipeline pipeline;
  private final CaseRows rows;
  private final int number;
  private final Consumer<? super LogRecord> onlooker;
  private final BitSet toldFacts = new BitSet();
  private final LongStream.Builder far = LongStream.builder();
  private final LongStream.Builder near = LongStream.builder();
  private long last = Long.MIN_VALUE;
  private boolean polled;
  private boolean streamed;

  Intake(
      LedgerWriter ledger,
      IndexFeed feed,
      Pipeline pipeline,
      CaseRows rows,
      int number,
      Consumer<? super LogRecord> onlooker) {
    this.ledger = ledger;
    this.feed = feed;
    this.pipeline = pipeline;
    this.rows = rows;
    this.number = number;
    this.onlooker = onlooker;
  }

  @Override
  public void entry(Entry entry) {
    throw new IllegalStateException("an entry comes with its format");
  }

  @Override
  public void entry(Entry entry, String format) {
    try {
      long ordinal = ledger.next();
      boolean full = ledger.add(entry, format);
      if (entry instanceof LogRecord log) {
        notice(log, ordinal);
        onlooker.accept(log);
      } else if (!(entry instanceof Unparsed) && !rows.addFact(entry, number)) {
        toldFacts.set(Math.toIntExact(ordinal));
      }
      if (full) {
        handOver();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void notice(LogRecord log, long ordinal) {
    long time = ledger.time();
    if (time < last) {
      near.add(ordinal);
      if (last - time > FAR) {
        far.add(ordinal);
      }
    }
    last = time;
    if (log.provider().equals("proxy")) {
      boolean poll = Telling.polled(log);
      polled |= poll;
      streamed |= !poll;
    }
  }

  private void handOver() throws IOException {
    LedgerWriter.Full block = ledger.take();
    pipeline.hand(() -> ledger.store(block, feed.add(block, number)));
  }

  /** Waits until everything is stored in the ledger of that name, and says what was noticed. */
  Duplicates.Fresh end(Path target) throws IOException {
    if (ledger.pending()) {
      handOver();
    }
    pipeline.drain();
    ledger.finish(target);
    return new Duplicates.Fresh(
        number, toldFacts, far.build().toArray(), near.build().toArray(), polled && streamed);
  }
}
