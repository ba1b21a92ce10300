package dev.debrief.store;

import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.source.Dump;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One import as one transaction. An input's bytes are kept as they are read, once, so that a file
 * which grows or vanishes meanwhile can't tear the case. Its entries stream into a ledger and into
 * the index. Then what is told more than once is settled ({@link Duplicates}). Last the case file
 * names it all in one commit.
 */
final class Import {
  private final Layout layout;
  private final CaseRows rows;
  private final Consumer<? super LogRecord> onlooker;
  private final Progress progress;
  private final List<Source> before = new ArrayList<>();

  /** The names of the inputs that the case has, by their SHA-256. */
  private final Map<String, String> had = new HashMap<>();

  private final Set<Long> sizes = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> added = new HashSet<>();
  private final List<Duplicates.Fresh> fresh = new ArrayList<>();
  private final List<Source> unchanged = new ArrayList<>();
  private final List<Imported.Same> same = new ArrayList<>();
  private final List<Imported.Refused> refused = new ArrayList<>();

  /** Tells an onlooker of every record as it is read, on the thread that reads. */
  Import(Layout layout, CaseRows rows, Consumer<? super LogRecord> onlooker, Progress progress) {
    this.onlooker = onlooker;
    this.layout = layout;
    this.rows = rows;
    this.progress = progress;
  }

  /** Imports new inputs. */
  Imported run(List<Input> inputs, ImportOptions options) throws IOException {
    return transaction(
        session -> {
          before.addAll(rows.sources());
          for (CaseRows.Original original : rows.originals()) {
            had.put(original.sha256(), original.name());
            sizes.add(original.bytes());
            names.add(original.name());
          }
          for (Input input : inputs) {
            one(input, options, session);
          }
        });
  }

  /**
   * Reads all originals again: ledgers, index and rows come out as if all had been imported at
   * once. What can't be read any more is refused and leaves the case.
   *
   * @param first what is done before, and undone with the rest where that fails
   */
  Imported again(Database.Work first) throws IOException {
    return transaction(
        session -> {
          first.run();
          List<CaseRows.Original> originals = rows.originals();
          rows.clear();
          session.feed().clear();
          for (CaseRows.Original original : originals) {
            String fault = layout.originals().fault(original.sha256(), original.bytes(), progress);
            if (fault.isEmpty() && again(original, session)) {
              continue;
            }
            String aside = setAside(original);
            if (!fault.isEmpty()) {
              refused.add(
                  new Imported.Refused(
                      original.name(),
                      original.name()
                          + ": its original "
                          + fault
                          + aside
                          + "; import the file again"));
            }
            rows.removeOriginal(original.number());
          }
        });
  }

  private boolean again(CaseRows.Original original, Session session) throws IOException {
    Originals.Kept kept = new Originals.Kept(original.sha256(), original.bytes());
    Input text =
        new Input(
            original.name(),
            () -> layout.originals().open(original.sha256()),
            original.bytes(),
            original.modified());
    return read(original, text, () -> kept, session).isPresent();
  }

  /** Nothing that was imported is ever deleted: what leaves the case is kept beside it. */
  private String setAside(CaseRows.Original original) throws IOException {
    return Files.exists(layout.originals().file(original.sha256()))
        ? " and is kept as it is in " + layout.originals().setAside(original.sha256())
        : "";
  }

  private record Session(IndexFeed feed, Pipeline pipeline) {}

  private interface Work {
    void in(Session session) throws IOException;
  }

  private Imported transaction(Work work) throws IOException {
    Database database = rows.database();
    database.begin();
    boolean done = false;
    try (IndexFeed feed = IndexFeed.after(layout.index(), rows.commit());
        Pipeline pipeline = new Pipeline()) {
      work.in(new Session(feed, pipeline));
      if (fresh.isEmpty()) {
        return new Imported(List.of(), unchanged, same, refused);
      }
      progress.at("writing the index", 0, 0);
      for (int thread = 0; thread < Pipeline.WORKERS; thread++) {
        pipeline.hand(feed::flushOne);
      }
      pipeline.drain();
      progress.stopIfCancelled();
      progress.at("merging what several dumps tell", 0, 0);
      try (Volumes volumes = layout.volumes(rows)) {
        new Duplicates(rows, feed).settle(volumes.all(), fresh);
      }
      progress.stopIfCancelled();
      String commit = CaseRows.newCommit();
      feed.commit(commit);
      rows.putCommit(commit);
      database.commit();
      done = true;
      feed.forgetOlder();
      return new Imported(accounts(), unchanged, same, refused);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (!done) {
        database.rollback();
      }
      layout.keepOnly(rows.sha256s());
    }
  }

  /** The accounts of what was added, as they are after duplicates were settled. */
  private List<Source> accounts() throws IOException {
    return rows.sources().stream().filter(source -> added.contains(source.path())).toList();
  }

  private void one(Input input, ImportOptions options, Session session) throws IOException {
    progress.stopIfCancelled();
    InputStream bytes;
    try {
      bytes = input.open();
    } catch (NoSuchFileException e) {
      refuse(input, "is not there any more");
      return;
    } catch (AccessDeniedException e) {
      refuse(input, "may not be read by you");
      return;
    }
    try (bytes;
        Originals.Incoming incoming = layout.originals().incoming(bytes)) {
      one(input, options, incoming, session);
    } catch (Originals.Unreadable e) {
      refuse(input, "can't be read (" + Reason.of(e) + ")");
    }
  }

  private void one(Input input, ImportOptions options, Originals.Incoming incoming, Session session)
      throws IOException {
    String name = unique(input.name(), names);
    Keeping keeping = () -> incoming.kept(input.name(), input.size(), progress);
    Input text = new Input(name, incoming::bytes, input.size(), input.modified());
    if (input.size() < 0 || sizes.contains(input.size())) {
      // The case may have it: it is kept first, and read from there.
      Originals.Kept kept = keeping.kept();
      if (isKnown(input.name(), kept)) {
        return;
      }
      Input.Opener copy = () -> layout.originals().open(kept.sha256());
      text = new Input(name, copy, kept.bytes(), input.modified());
    }
    CaseRows.Original original = rows.addOriginal(name, input.modified(), options);
    Optional<CaseRows.Original> read = read(original, text, keeping, session);
    if (read.isPresent()) {
      layout.originals().describe(read.get());
      had.put(read.get().sha256(), name);
      sizes.add(read.get().bytes());
      names.add(name);
    }
  }

  /** Whether the case has it already, which is noted. */
  private boolean isKnown(String given, Originals.Kept kept) {
    String has = had.get(kept.sha256());
    if (has == null) {
      return false;
    }
    same.add(new Imported.Same(given, has));
    before.stream().filter(s -> s.sha256().equals(kept.sha256())).forEach(unchanged::add);
    return true;
  }

  private void refuse(Input input, String what) {
    refused.add(
        new Imported.Refused(
            input.name(), input.name() + ": " + what + "; see to it and import it again"));
  }

  /** Gives what was kept of an input once all of it is read. */
  private interface Keeping {
    Originals.Kept kept() throws IOException;
  }

  /** Reads an input into the case, of which nothing stays where it is refused or known. */
  private Optional<CaseRows.Original> read(
      CaseRows.Original original, Input text, Keeping keeping, Session session) throws IOException {
    int number = original.number();
    try (LedgerWriter ledger = new LedgerWriter(layout.unfinishedLedger(number))) {
      try {
        Intake intake =
            new Intake(ledger, session.feed(), session.pipeline(), rows, number, onlooker);
        List<Source> sources =
            Dump.read(text, () -> keeping.kept().sha256(), original.options(), intake, progress);
        Originals.Kept kept = keeping.kept();
        if (!isKnown(text.name(), kept)) {
          fresh.add(intake.end(layout.ledger(kept.sha256())));
          CaseRows.Original read = rows.identify(original, kept);
          for (Source source : sources) {
            rows.addSource(source);
            added.add(source.path());
          }
          return Optional.of(read);
        }
        // It changed while it was read, into one that the case has.
      } catch (InputProblem e) {
        refused.add(new Imported.Refused(text.name(), String.valueOf(e.getMessage())));
      } catch (Originals.Unreadable e) {
        forget(number, session);
        throw e;
      }
      forget(number, session);
      return Optional.empty();
    }
  }

  /** While the ledger that its blocks go to is still open. */
  private void forget(int number, Session session) throws IOException {
    session.pipeline().drain();
    session.feed().removeAll(number);
    rows.removeOriginal(number);
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
