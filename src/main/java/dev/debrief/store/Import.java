package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import dev.debrief.source.Dump;
import dev.debrief.source.EntrySink;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One import as one transaction. First every input's bytes are kept; what is read is the kept copy,
 * so that a file which grows or vanishes meanwhile can't tear the case. Its entries stream into a
 * ledger and into the index. Then what several dumps tell is settled ({@link Overlap}). Last the
 * case file names it all in one commit.
 */
final class Import {
  /** A step back in time that is no mere jitter between machines. */
  private static final long FAR = 5_000_000_000L;

  private final Layout layout;
  private final CaseRows rows;
  private final Progress progress;
  private final Set<String> added = new HashSet<>();
  private final List<Duplicates.Fresh> fresh = new ArrayList<>();
  private final List<Source> unchanged = new ArrayList<>();
  private final List<Imported.Refused> refused = new ArrayList<>();

  Import(Layout layout, CaseRows rows, Progress progress) {
    this.layout = layout;
    this.rows = rows;
    this.progress = progress;
  }

  Imported run(List<Input> inputs, ImportOptions options) throws InputProblem, IOException {
    List<Source> before = rows.sources();
    Database database = rows.database();
    database.begin();
    boolean done = false;
    try (IndexFeed feed = IndexFeed.after(layout.index(), rows.commit());
        Pipeline pipeline = new Pipeline(Runtime.getRuntime().availableProcessors())) {
      Set<String> had = rows.sha256s();
      Set<String> names = new HashSet<>();
      rows.originals().forEach(original -> names.add(original.name()));
      for (Input input : inputs) {
        one(input, options, feed, pipeline, had, names, before);
      }
      if (!added.isEmpty()) {
        progress.at("merging what several dumps tell", 0, 0);
        try (Volumes volumes = layout.volumes(rows)) {
          new Duplicates(rows, feed).settle(volumes.all(), fresh);
        }
        String commit = CaseRows.newCommit();
        progress.at("writing the index", 0, 0);
        feed.commit(commit);
        rows.putCommit(commit);
        database.commit();
        done = true;
        feed.forgetOlder();
      }
      return new Imported(accounts(), unchanged, refused);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (!done) {
        database.rollback();
        layout.keepOnly(rows.sha256s());
      }
    }
  }

  /** The accounts of what was added, as they are after duplicates were settled. */
  private List<Source> accounts() throws IOException {
    return rows.sources().stream().filter(source -> added.contains(source.path())).toList();
  }

  private void one(
      Input input,
      ImportOptions options,
      IndexFeed feed,
      Pipeline pipeline,
      Set<String> had,
      Set<String> names,
      List<Source> before)
      throws IOException {
    Originals originals = layout.originals();
    Originals.Kept kept;
    try (InputStream bytes = input.open()) {
      kept = originals.keep(bytes, input.name(), input.size(), progress);
    }
    if (had.contains(kept.sha256())) {
      before.stream().filter(s -> s.sha256().equals(kept.sha256())).forEach(unchanged::add);
      return;
    }
    String name = unique(input.name(), names);
    Input copy =
        new Input(name, () -> originals.open(kept.sha256()), kept.bytes(), input.modified());
    int number = rows.addOriginal(kept.sha256(), name, kept.bytes(), input.modified(), options);
    try (LedgerWriter ledger = new LedgerWriter(layout.ledger(kept.sha256()))) {
      Taking taking = new Taking(ledger, feed, pipeline, number);
      List<Source> sources = Dump.read(copy, options, taking, progress);
      fresh.add(taking.end());
      for (Source source : sources) {
        rows.addSource(source);
        added.add(source.path());
      }
      had.add(kept.sha256());
      names.add(name);
    } catch (InputProblem e) {
      refused.add(new Imported.Refused(input.name(), String.valueOf(e.getMessage())));
      pipeline.drain();
      feed.removeAll(number);
      rows.removeOriginal(kept.sha256());
    }
  }

  /** Takes the entries of one input, on the reading thread. */
  private final class Taking implements EntrySink {
    private final LedgerWriter ledger;
    private final IndexFeed feed;
    private final Pipeline pipeline;
    private final int number;
    private final BitSet toldFacts = new BitSet();
    private final LongStream.Builder far = LongStream.builder();
    private final LongStream.Builder near = LongStream.builder();
    private long last = Long.MIN_VALUE;
    private boolean polled;
    private boolean streamed;

    Taking(LedgerWriter ledger, IndexFeed feed, Pipeline pipeline, int number) {
      this.ledger = ledger;
      this.feed = feed;
      this.pipeline = pipeline;
      this.number = number;
    }

    @Override
    public void entry(Entry entry) {
      entry(entry, "");
    }

    @Override
    public void entry(Entry entry, String format) {
      try {
        long ordinal = ledger.next();
        boolean full = ledger.add(entry, format);
        if (entry instanceof LogRecord log) {
          notice(log, ordinal);
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
      pipeline.hand(
          () -> {
            ledger.store(block);
            feed.add(block, number);
          });
    }

    Duplicates.Fresh end() throws IOException {
      if (ledger.pending()) {
        handOver();
      }
      pipeline.drain();
      ledger.finish();
      return new Duplicates.Fresh(
          number, toldFacts, far.build().toArray(), near.build().toArray(), polled && streamed);
    }
  }

  /** Two inputs of one name but different bytes: evidence has to tell them apart. */
  private static String unique(String name, Set<String> names) {
    String unique = name;
    for (int n = 2; names.contains(unique); n++) {
      unique = name + " (" + n + ")";
    }
    return unique;
  }
}
