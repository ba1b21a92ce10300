package dev.debrief.store;

import dev.debrief.model.Annotation;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes a damaged case openable, so that it can be rebuilt from its originals: what can't be used
 * is set aside or removed. What people put into the case comes back from its copy, and from what
 * can still be read of a damaged case file.
 */
final class Rescue {
  private Rescue() {}

  /**
   * Leaves a case that opens, holding the originals and nothing read from them.
   *
   * @throws InputProblem where there is nothing to make a case of, or another process has it open
   */
  static void prepare(Path folder) throws InputProblem, IOException {
    if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
      throw new InputProblem(
          folder.toString(), "you may not look into it", "ask its owner to repair it");
    }
    if (!Files.isDirectory(folder.resolve("originals"))) {
      throw new InputProblem(
          folder.toString(), "is no case: it has no originals", "name the case's folder");
    }
    if (Files.exists(folder.resolve("case.db"))
        ? Layout.isReadOnly(folder)
        : !Files.isWritable(folder)) {
      throw new InputProblem(
          folder.toString(), "the case can't be written to here", ReadOnlyCase.REMEDY);
    }
    try (CaseLock _ = CaseLock.take(folder)) {
      Layout layout = new Layout(folder);
      if (!sound(layout)) {
        remake(layout);
      }
      try (Database database = Database.open(layout.database())) {
        CaseRows rows = new CaseRows(database);
        if (!opens(layout, rows)) {
          empty(layout, rows);
        }
      }
    }
  }

  private static boolean sound(Layout layout) throws InputProblem, IOException {
    if (layout.isEmptied() || !Files.isRegularFile(layout.database())) {
      return false;
    }
    try (Database database = Database.open(layout.database())) {
      CaseRows rows = new CaseRows(database);
      rows.originals();
      rows.sources();
      return database.faults().isEmpty();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean opens(Layout layout, CaseRows rows) {
    try {
      Optional<String> commit = rows.commit();
      if (commit.isEmpty()) {
        return false;
      }
      try (LuceneIndex index = OpenedCase.index(layout, rows)) {
        index.check();
        return true;
      }
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** An index of nothing, ledgers of nothing: everything is to be read again. */
  private static void empty(Layout layout, CaseRows rows) throws IOException {
    try (Stream<Path> files = Files.list(layout.index())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (IndexFeed feed = IndexFeed.after(layout.index(), Optional.empty())) {
      feed.commit(CaseRows.FIRST_COMMIT);
    }
    rows.clear();
    rows.putCommit(CaseRows.FIRST_COMMIT);
    for (CaseRows.Original original : rows.originals()) {
      try (LedgerWriter none = new LedgerWriter(layout.unfinishedLedger(original.number()))) {
        none.finish(layout.ledger(original.sha256()));
      }
    }
  }

  private static void remake(Layout layout) throws InputProblem, IOException {
    Path damaged = layout.folder().resolve("case.db.damaged");
    // The copy first: what is read in a damaged file may be damaged itself.
    NotesCopy.Held saved = layout.notes().read();
    if (Files.exists(layout.database())) {
      Files.move(layout.database(), damaged, StandardCopyOption.REPLACE_EXISTING);
      saved = saved.and(saved(damaged));
    }
    Files.deleteIfExists(layout.folder().resolve("case.db-journal"));
    Seal.breakOf(layout.database());
    try (Database database = Database.open(layout.database())) {
      CaseRows rows = new CaseRows(database);
      for (Originals.Described one : layout.originals().described()) {
        rows.putOriginal(
            new CaseRows.Original(
                one.number(),
                one.sha256(),
                one.name(),
                one.bytes(),
                one.modified(),
                one.options(),
                new BitSet()));
      }
      for (Annotation note : saved.notes()) {
        rows.annotate(note);
      }
      for (Map.Entry<String, String> setting : saved.settings().entrySet()) {
        rows.putSetting(setting.getKey(), setting.getValue());
      }
    }
  }

  /** What can still be read in a damaged case file; the file itself is kept. */
  private static NotesCopy.Held saved(Path damaged) throws InputProblem {
    List<Annotation> notes = List.of();
    SortedMap<String, String> settings = new TreeMap<>();
    try (Database database = Database.open(damaged)) {
      CaseRows rows = new CaseRows(database);
      notes = rows.annotations();
      settings.putAll(rows.settings());
    } catch (IOException | RuntimeException e) {
      return new NotesCopy.Held(notes, settings);
    }
    return new NotesCopy.Held(notes, settings);
  }
}
