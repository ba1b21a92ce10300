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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One import as one transaction. First every input's bytes are kept; what is read is the kept copy,
 * so that a file which grows or vanishes meanwhile can't tear the case. Its entries stream into a
 * ledger and into the index. Then what several dumps tell is settled ({@link Overlap}). Last the
 * case file names it all in one commit.
 */
final class Import {
  private final Layout layout;
  private final CaseRows rows;
  private final Progress progress;
  private final List<Source> added = new ArrayList<>();
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
        String commit = CaseRows.newCommit();
        progress.at("writing the index", 0, 0);
        feed.commit(commit);
        rows.putCommit(commit);
        database.commit();
        done = true;
        feed.forgetOlder();
      }
      return new Imported(added, unchanged, refused);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (!done) {
        database.rollback();
        layout.keepOnly(rows.sha256s());
      }
    }
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
      Taking taking = new Taking(ledger, feed, pipeline, number, kept.sha256());
      List<Source> sources = Dump.read(copy, options, taking, progress);
      taking.end();
      for (Source source : sources) {
        rows.addSource(source);
        added.add(source);
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
    private final String sha256;

    Taking(LedgerWriter ledger, IndexFeed feed, Pipeline pipeline, int number, String sha256) {
      this.ledger = ledger;
      this.feed = feed;
      this.pipeline = pipeline;
      this.number = number;
      this.sha256 = sha256;
    }

    @Override
    public void entry(Entry entry) {
      entry(entry, "");
    }

    @Override
    public void entry(Entry entry, String format) {
      try {
        if (!(entry instanceof LogRecord) && !(entry instanceof Unparsed)) {
          rows.addFact(entry, sha256);
        }
        if (ledger.add(entry, format)) {
          handOver();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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

    void end() throws IOException {
      if (ledger.pending()) {
        handOver();
      }
      pipeline.drain();
      ledger.finish();
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
