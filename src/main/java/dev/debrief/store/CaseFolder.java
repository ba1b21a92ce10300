package dev.debrief.store;

import dev.debrief.model.Annotation;
import dev.debrief.model.CaseData;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An open case: a folder of {@code case.db} (SQLite), {@code index/} (Lucene), {@code originals/}
 * (what was imported, byte for byte, compressed), {@code notes.json} (a second copy of what people
 * put into it) and {@code lock}. One process has it open at a time. Only its owner can read it:
 * what a dump leaks stays in here verbatim.
 *
 * <p>Every change is a transaction of the case file. An import writes its originals and an index
 * commit first, beside what is there; the case file's commit, which names both, is the one moment
 * at which the import happens. Opening removes whatever no row names, so a case killed at any
 * moment opens as it was before or as it is after.
 *
 * <p>Used from one thread at a time, except {@link #index()} and {@link #data()}, which any number
 * may read until the next import or {@link #close()}.
 */
public final class CaseFolder implements AutoCloseable {
  /** Lucene would tell on every start of an incubating module that it can do without. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.SEVERE);
    Natives.besideTheirJars();
  }

  private final Layout layout;
  private final Optional<CaseLock> lock;
  private final Database database;
  private final CaseRows rows;
  private LuceneIndex index;

  private CaseFolder(OpenedCase opened) {
    this.layout = opened.layout();
    this.lock = opened.lock();
    this.database = opened.database();
    this.rows = new CaseRows(database);
    this.index = opened.index();
  }

  /**
   * Makes an empty case in a folder that is absent or empty.
   *
   * @throws InputProblem where there is something already
   */
  public static CaseFolder create(Path folder) throws InputProblem, IOException {
    if (Files.exists(folder) && !empty(folder)) {
      throw new InputProblem(
          folder.toString(),
          Files.isDirectory(folder) ? "there is something in it already" : "is a file",
          "name a new folder");
    }
    try {
      Files.createDirectories(folder);
      return new CaseFolder(OpenedCase.of(folder));
    } catch (FileSystemException e) {
      throw Refusal.noPlace(folder, e);
    }
  }

  /** Takes away a case that nothing was put into; one that holds anything stays as it is. */
  public static void removeIfEmpty(Path folder) throws InputProblem, IOException {
    if (!Files.isRegularFile(folder.resolve("case.db"))) {
      return;
    }
    try (CaseFolder open = open(folder)) {
      if (!open.sources().isEmpty() || !open.annotations().isEmpty()) {
        return;
      }
    }
    CaseArchive.remove(folder);
  }

  /**
   * Opens a case. One that can't be written to here (a read-only disk, somebody else's folder) is
   * opened for looking only, see {@link #readOnly()}.
   *
   * @throws InputProblem where there is none, or another process has it open
   */
  public static CaseFolder open(Path folder) throws InputProblem, IOException {
    if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
      throw Refusal.notYours(folder);
    }
    if (Files.isDirectory(folder.resolve("originals"))
        && !Files.exists(folder.resolve("case.db"))) {
      throw Refusal.damaged(Layout.toLookAt(folder), new NoSuchFileException("case.db"));
    }
    if (!Files.isRegularFile(folder.resolve("case.db"))) {
      throw Refusal.noCase(folder);
    }
    return Layout.isReadOnly(folder) ? look(folder) : new CaseFolder(OpenedCase.of(folder));
  }

  /** Opens a case for looking: nothing of it is changed, not even the lock file. */
  static CaseFolder look(Path folder) throws InputProblem, IOException {
    return new CaseFolder(OpenedCase.toLookAt(folder));
  }

  /** Opens the case, and makes it where the folder is absent or empty. */
  public static CaseFolder openOrCreate(Path folder) throws InputProblem, IOException {
    boolean isCase =
        Files.exists(folder.resolve("case.db")) || Files.isDirectory(folder.resolve("originals"));
    return isCase ? open(folder) : create(folder);
  }

  private static boolean empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.allMatch(file -> file.endsWith("lock"));
    }
  }

  /**
   * Whether the case is open for looking only, as it can't be written to here. What would change it
   * ends in an {@link InputProblem} or a {@link ReadOnlyCase}, but conclusions, which are simply
   * not kept.
   */
  public boolean readOnly() {
    return layout.readOnly();
  }

  private void writable() throws ReadOnlyCase {
    if (layout.readOnly()) {
      throw new ReadOnlyCase(layout.folder());
    }
  }

  /**
   * Imports all inputs as one transaction: where it ends in an exception, the case is as before.
   * Inputs whose bytes the case has already change nothing; those that can't be read are refused
   * and the others imported.
   *
   * @param progress asked between any two entries whether to go on
   * @throws InputProblem where the case can't be written (disk full, read only)
   * @throws Progress.Cancelled where the user asked to stop; the case is as before
   */
  public Imported importAll(List<Input> inputs, ImportOptions options, Progress progress)
      throws InputProblem, IOException {
    return importAll(inputs, options, record -> {}, progress);
  }

  /**
   * The same, telling of every record as it is read, before anything of it can be found.
   *
   * @param onlooker called by the thread that reads; what it saw is void where the import fails
   */
  public Imported importAll(
      List<Input> inputs,
      ImportOptions options,
      Consumer<? super LogRecord> onlooker,
      Progress progress)
      throws InputProblem, IOException {
    try {
      writable();
      Imported imported = new Import(layout, rows, onlooker, progress).run(inputs, options);
      if (!imported.added().isEmpty()) {
        reopenIndex();
      }
      return imported;
    } catch (IOException e) {
      throw Reason.unwritable(layout.folder(), e);
    }
  }

  private void reopenIndex() throws IOException {
    LuceneIndex before = index;
    index = OpenedCase.index(layout, rows);
    before.close();
  }

  /** The sources in the order they were imported. */
  public List<Source> sources() throws IOException {
    return rows.sources();
  }

  /** What an analysis may see: a view of the case as it is now. */
  public CaseData data() throws IOException {
    List<Source> sources = rows.sources();
    List<Entry> facts = rows.facts();
    RecordIndex records = index;
    return new CaseData() {
      @Override
      public List<Source> sources() {
        return sources;
      }

      @Override
      public List<Entry> facts() {
        return facts;
      }

      @Override
      public void records(Consumer<? super LogRecord> consumer) {
        records.records(TimeRange.ALWAYS, consumer);
      }
    };
  }

  /** The entries, searchable. */
  public RecordIndex index() {
    return index;
  }

  /** Where it is. */
  public Path path() {
    return layout.folder();
  }

  /** The app that most of its records name, or the one the user named; empty where none does. */
  public String app() throws IOException {
    Optional<String> named = rows.setting("app");
    if (named.isPresent()) {
      return named.get();
    }
    Optional<String> kept = rows.app();
    return kept.isPresent() ? kept.get() : mostNamed();
  }

  private String mostNamed() {
    try {
      return index.facet("app", "", TimeRange.ALWAYS, 1).keySet().stream().findFirst().orElse("");
    } catch (InputProblem e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What was concluded from exactly the sources the case has now, else {@link Conclusions#NONE}.
   */
  public Conclusions conclusions() throws IOException {
    return rows.conclusions();
  }

  /** Keeps conclusions drawn from the sources the case has now. */
  public void conclude(Conclusions conclusions) throws IOException {
    if (!layout.readOnly()) {
      rows.conclude(conclusions, mostNamed());
    }
  }

  /** Pins and notes by time. */
  public List<Annotation> annotations() throws IOException {
    return rows.annotations();
  }

  /** Stores a pin or a note: a new one where its id is 0, else in place of the one of that id. */
  public Annotation annotate(Annotation annotation) throws IOException {
    writable();
    Annotation kept = rows.annotate(annotation);
    layout.notes().keep(rows);
    return kept;
  }

  /** Removes a pin or a note. */
  public void remove(Annotation annotation) throws IOException {
    writable();
    rows.remove(annotation);
    layout.notes().keep(rows);
  }

  /** A small thing kept under a key: a draft, a layout. */
  public Optional<String> get(String key) throws IOException {
    return rows.setting(key);
  }

  /** Keeps a small thing under a key, in place of what was there. */
  public void put(String key, String value) throws IOException {
    writable();
    rows.putSetting(key, value);
    layout.notes().keep(rows);
  }

  /**
   * An input's bytes as they were given.
   *
   * @param sha256 as the source's account names it
   */
  public InputStream original(String sha256) throws IOException {
    return layout.originals().open(sha256);
  }

  /** Holds the case against itself: originals, accounts, ledgers, index. Reads everything once. */
  public Verification verify(Progress progress) throws IOException {
    return new Check(layout, rows, index, progress).run();
  }

  /**
   * The same for a case that may not even open: then that is what is wrong.
   *
   * @throws InputProblem where there is no case, or another process has it open
   */
  public static Verification verify(Path folder, Progress progress)
      throws InputProblem, IOException {
    try (CaseFolder open = open(folder)) {
      return open.verify(progress);
    } catch (InputProblem e) {
      if (e.getCause() == null) {
        throw e;
      }
      return new Verification(List.of(), List.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Rebuilds ledgers, index and rows from the originals. Pins, notes and what was put stay.
   *
   * @return what came out; originals that can't be read any more are refused and leave the case,
   *     for {@code originals/aside}
   */
  public Imported repair(Progress progress) throws InputProblem, IOException {
    return again(() -> {}, progress);
  }

  private Imported again(Database.Work first, Progress progress) throws InputProblem, IOException {
    try {
      writable();
      Imported imported = new Import(layout, rows, record -> {}, progress).again(first);
      reopenIndex();
      return imported;
    } catch (IOException e) {
      throw Reason.unwritable(layout.folder(), e);
    }
  }

  /**
   * Reads an input again with other options, such as the zone of its unmarked times. Everything is
   * rebuilt, as entries of other inputs may be told by this one; costs as much as {@link #repair}.
   * Where it ends in an exception the case is as before.
   *
   * @param sha256 as the source's account names it
   */
  public Imported readAgain(String sha256, ImportOptions options, Progress progress)
      throws InputProblem, IOException {
    Imported imported = again(() -> rows.putOptions(sha256, options), progress);
    for (CaseRows.Original original : rows.originals()) {
      if (original.sha256().equals(sha256)) {
        layout.originals().describe(original);
      }
    }
    return imported;
  }

  /**
   * The same for a case that doesn't open: what is damaged is set aside as {@code *.damaged} or
   * made anew.
   */
  public static Imported repair(Path folder, Progress progress) throws InputProblem, IOException {
    Rescue.prepare(folder);
    try (CaseFolder open = open(folder)) {
      return open.repair(progress);
    }
  }

  /**
   * Writes the case as one file: originals and case file; ledgers and index are made from them
   * again.
   */
  public void archive(Path zip, Progress progress) throws InputProblem, IOException {
    CaseArchive.write(layout, rows, zip, progress);
  }

  /**
   * Makes a case of an archive in a folder that is absent or empty.
   *
   * @throws InputProblem where the archive is none, or holds what no archive of ours does; nothing
   *     of it is left then
   */
  public static CaseFolder unarchive(Path zip, Path folder, Progress progress)
      throws InputProblem, IOException {
    CaseArchive.checkPlace(folder);
    CaseFolder open = null;
    boolean done = false;
    try {
      try {
        Files.createDirectories(folder);
      } catch (FileSystemException e) {
        throw Refusal.noPlace(folder, e);
      }
      CaseArchive.read(zip, folder, progress);
      Rescue.prepare(folder);
      open = open(folder);
      Imported imported = open.repair(progress);
      if (!imported.refused().isEmpty()) {
        throw new InputProblem(
            zip.toString(), imported.refused().getFirst().message(), "ask for the archive again");
      }
      done = true;
      return open;
    } finally {
      if (!done) {
        if (open != null) {
          open.close();
        }
        CaseArchive.remove(folder);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (CaseLock _ = lock.orElse(null);
        database) {
      index.close();
    }
  }
}
