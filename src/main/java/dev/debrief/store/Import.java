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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One import as one transaction. First every input's bytes are kept; what is read is the kept copy,
 * so that a file which grows or vanishes meanwhile can't tear the case. Its entries stream into a
 * ledger and into the index. Then what is told more than once is settled ({@link Duplicates}). Last
 * the case file names it all in one commit.
 */
final class Import {
  private final Layout layout;
  private final CaseRows rows;
  private final Consumer<? super LogRecord> onlooker;
  private final Progress progress;
  private final Set<String> added = new HashSet<>();
  private final List<Duplicates.Fresh> fresh = new ArrayList<>();
  private final List<Source> unchanged = new ArrayList<>();
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
          List<Source> before = rows.sources();
          Set<String> had = rows.sha256s();
          Set<String> names = new HashSet<>();
          rows.originals().forEach(original -> names.add(original.name()));
          for (Input input : inputs) {
            one(input, options, session, had, names, before);
          }
        });
  }

  /**
   * Reads all originals again: ledgers, index and rows come out as if all had been imported at
   * once. What can't be read any more is refused and leaves the case.
   */
  Imported again() throws IOException {
    List<CaseRows.Original> originals = rows.originals();
    return transaction(
        session -> {
          rows.clear();
          session.feed().clear();
          for (CaseRows.Original original : originals) {
            String fault = layout.originals().fault(original.sha256(), original.bytes(), progress);
            if (fault.isEmpty() && read(original, session)) {
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
        Pipeline pipeline = new Pipeline(Runtime.getRuntime().availableProcessors())) {
      work.in(new Session(feed, pipeline));
      if (fresh.isEmpty()) {
        return new Imported(List.of(), unchanged, refused);
      }
      progress.at("writing the index", 0, 0);
      for (int thread = 0; thread < pipeline.workers(); thread++) {
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
      return new Imported(accounts(), unchanged, refused);
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

  private void one(
      Input input,
      ImportOptions options,
      Session session,
      Set<String> had,
      Set<String> names,
      List<Source> before)
      throws IOException {
    Originals.Kept kept;
    try (InputStream bytes = input.open()) {
      kept = layout.originals().keep(bytes, input.name(), input.size(), progress);
    } catch (Originals.Unreadable e) {
      refuse(input, "can't be read (" + Reason.of(e) + ")");
      return;
    } catch (java.nio.file.NoSuchFileException e) {
      refuse(input, "is not there any more");
      return;
    } catch (java.nio.file.AccessDeniedException e) {
      refuse(input, "may not be read by you");
      return;
    }
    if (had.contains(kept.sha256())) {
      before.stream().filter(s -> s.sha256().equals(kept.sha256())).forEach(unchanged::add);
      return;
    }
    String name = unique(input.name(), names);
    CaseRows.Original original =
        rows.addOriginal(kept.sha256(), name, kept.bytes(), input.modified(), options);
    layout.originals().describe(original);
    if (read(original, session)) {
      had.add(kept.sha256());
      names.add(name);
    } else {
      rows.removeOriginal(original.number());
    }
  }

  private void refuse(Input input, String what) {
    refused.add(
        new Imported.Refused(
            input.name(), input.name() + ": " + what + "; see to it and import it again"));
  }

  /** Reads a kept original into the case; false where it was refused. */
  private boolean read(CaseRows.Original original, Session session) throws IOException {
    Input copy =
        new Input(
            original.name(),
            () -> layout.originals().open(original.sha256()),
            original.bytes(),
            original.modified());
    try (LedgerWriter ledger = new LedgerWriter(layout.ledger(original.sha256()))) {
      Intake intake =
          new Intake(ledger, session.feed(), session.pipeline(), rows, original.number(), onlooker);
      List<Source> sources =
          Dump.read(copy, Optional.of(original.sha256()), original.options(), intake, progress);
      fresh.add(intake.end());
      for (Source source : sources) {
        rows.addSource(source);
        added.add(source.path());
      }
      return true;
    } catch (InputProblem e) {
      refused.add(new Imported.Refused(original.name(), String.valueOf(e.getMessage())));
      session.pipeline().drain();
      session.feed().removeAll(original.number());
      return false;
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
