package dev.debrief.desktop.shell;

import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.timeline.TimelineModel;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import dev.debrief.store.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.concurrent.Task;

/** Opens, fills and closes the window's case, each as one job. */
public final class Cases {
  private final Workbench bench;
  private boolean showing;

  Cases(Workbench bench) {
    this.bench = bench;
    bench
        .session()
        .annotations()
        .addListener(
            (InvalidationListener)
                changed -> {
                  if (!showing) {
                    bench.current().get().ifPresent(this::drawAgain);
                  }
                });
  }

  /** Pins and notes stand in the timeline too. */
  private void drawAgain(OpenCase open) {
    bench
        .session()
        .work()
        .write(
            open::timeline,
            timeline -> {
              if (bench.current().get().filter(open::equals).isPresent()) {
                bench.replay().renewed(timeline);
              }
            });
  }

  /** Whether a folder is a case. */
  static boolean isCase(Path path) {
    return Files.isRegularFile(path.resolve("case.db"));
  }

  /** Whether a file is a case's archive, by its name. */
  static boolean isArchive(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".debrief.zip");
  }

  /** A file's name without what follows its first dot. */
  static String nameOf(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Where a case made of dropped files goes: beside them, under a name that is free. */
  static Path placeFor(List<Path> dropped) {
    Path first = dropped.getFirst().toAbsolutePath();
    Path parent = first.getParent() == null ? first : first.getParent();
    String name = nameOf(first) + "-case";
    Path place = parent.resolve(name);
    for (int i = 2; Files.exists(place); i++) {
      place = parent.resolve(name + "-" + i);
    }
    return place;
  }

  /** Opens a case in place of the one that is open. */
  public void open(Path folder) {
    start(
        Texts.text("task.open", folder.getFileName()),
        progress -> OpenCase.open(folder),
        opened -> {});
  }

  /** Makes a case and imports into it. */
  public void create(Path folder, List<Path> files) {
    start(
        Texts.text("task.open", folder.getFileName()),
        progress -> OpenCase.openOrCreate(folder),
        opened -> add(files));
  }

  /** Imports into the open case. */
  public void add(List<Path> files) {
    bench
        .current()
        .get()
        .ifPresent(
            open ->
                fill(
                    Texts.text("task.import", files.size()),
                    progress -> open.importAll(files, ImportOptions.NONE, progress),
                    open));
  }

  private interface Filling {
    Imported fill(Progress progress) throws InputProblem, IOException;
  }

  private void fill(String title, Filling filling, OpenCase into) {
    Task<Filled> task =
        bench
            .session()
            .work()
            .start(
                title,
                progress -> {
                  Imported imported = filling.fill(progress);
                  return new Filled(into.contents(progress), imported);
                },
                filled -> {
                  if (bench.current().get().filter(into::equals).isPresent()) {
                    show(filled.contents());
                    bench.findings().first().ifPresent(bench.findings()::select);
                    bench.side().set(SidePage.FINDINGS);
                    tell(filled.imported());
                  }
                });
    task.setOnCancelled(event -> bench.tell(Texts.text("import.cancelled")));
  }

  private record Filled(OpenCase.Contents contents, Imported imported) {}

  /** Opens the incident that ships with the program, in a scratch case. */
  public void sample() {
    Path logs = Path.of(System.getProperty("debrief.home", "."), "sample-logs", "blockster-outage");
    if (!Files.isDirectory(logs)) {
      bench.notice().set(Optional.of(new Notice(true, Texts.text("sample.missing", logs))));
      return;
    }
    start(
        Texts.text("task.sample"),
        progress ->
            OpenCase.openOrCreate(
                Files.createTempDirectory("debrief-sample-").resolve("blockster-outage")),
        opened -> add(List.of(logs)));
  }

  /** Holds the case against itself and says what came out. */
  public void verify() {
    Optional<OpenCase> open = bench.current().get();
    if (open.isEmpty()) {
      return;
    }
    OpenCase now = open.get();
    bench
        .session()
        .work()
        .start(
            Texts.text("task.verify"),
            now.investigation()::verify,
            result ->
                bench
                    .notice()
                    .set(
                        Optional.of(
                            result.whole()
                                ? Notice.good(Texts.text("verify.whole"))
                                : new Notice(
                                    true,
                                    Texts.text(
                                        "verify.broken", String.join(" ", result.faults()))))));
  }

  /** Reads a source again with another zone or year. */
  public void readAgain(Source source, ImportOptions options) {
    bench
        .current()
        .get()
        .ifPresent(
            open ->
                fill(
                    Texts.text("task.again", source.path()),
                    progress ->
                        open.investigation()
                            .readAgain(source.sha256(), options, progress)
                            .imported(),
                    open));
  }

  /** Concludes anew with the rules of a folder beside the program's own; empty for these alone. */
  public void useRules(String folder) {
    bench
        .current()
        .get()
        .ifPresent(
            open ->
                bench
                    .session()
                    .work()
                    .start(
                        Texts.text("task.rules"),
                        progress -> {
                          RuleLibrary library = RuleLibrary.builtIn();
                          open.investigation()
                              .concludeWith(
                                  folder.isBlank() ? library : library.with(Path.of(folder)),
                                  progress);
                          return open.contents(progress);
                        },
                        contents -> {
                          if (bench.current().get().filter(open::equals).isPresent()) {
                            show(contents);
                            bench.tell(Texts.text("rules.done"));
                          }
                        }));
  }

  /** Unpacks an archive into a folder and opens it. */
  public void unarchive(Path zip, Path folder) {
    start(
        Texts.text("task.unarchive", zip.getFileName()),
        progress -> OpenCase.unarchive(zip, folder, progress),
        opened -> {});
  }

  /** Saves the open case as one file. */
  public void archive(Path zip) {
    bench
        .current()
        .get()
        .ifPresent(
            open ->
                bench
                    .session()
                    .work()
                    .start(
                        Texts.text("task.archive", zip.getFileName()),
                        progress -> {
                          open.archive(zip, progress);
                          return zip;
                        },
                        saved -> bench.tell(Texts.text("archive.done", saved))));
  }

  /** Closes the case and goes to the start. */
  public void close() {
    bench.remembering().keep();
    Optional<OpenCase> open = bench.current().get();
    bench.current().set(Optional.empty());
    clear();
    bench.view().set(View.START);
    open.ifPresent(
        now ->
            bench
                .session()
                .work()
                .write(
                    progress -> {
                      now.close();
                      return now;
                    },
                    closed -> {}));
  }

  private interface Opening {
    OpenCase open(Progress progress) throws InputProblem, IOException;
  }

  private void start(String title, Opening opening, java.util.function.Consumer<OpenCase> then) {
    bench.remembering().keep();
    Optional<OpenCase> before = bench.current().get();
    bench.current().set(Optional.empty());
    record Opened(OpenCase open, OpenCase.Contents contents) {}
    Task<?> task =
        bench
            .session()
            .work()
            .start(
                title,
                progress -> {
                  if (before.isPresent()) {
                    before.get().close();
                  }
                  OpenCase open = opening.open(progress);
                  return new Opened(open, open.contents(progress));
                },
                opened -> {
                  bench.current().set(Optional.of(opened.open()));
                  bench.title().set(nameOf(opened.open().path()));
                  bench.settings().opened(opened.open().path());
                  clear();
                  show(opened.contents());
                  CaseState state = opened.contents().state();
                  bench.remembering().restore(state);
                  bench.findings().first().ifPresent(bench.findings()::select);
                  bench.side().set(SidePage.FINDINGS);
                  // What was looked at last stays in view; the selection alone would move it.
                  state.zoom().ifPresent(bench.timeline().camera()::show);
                  then.accept(opened.open());
                });
    task.exceptionProperty()
        .subscribe(
            failure -> {
              if (failure != null) {
                clear();
                bench.view().set(View.START);
              }
            });
  }

  private void clear() {
    bench.compare().close();
    bench.replay().close();
    Session session = bench.session();
    session.edits().clear();
    session.selection().set(Selection.NONE);
    session.brush().set(TimeRange.ALWAYS);
    session.query().set("");
    session.dismissed().clear();
    session.drafted().clear();
    session.sources().clear();
    session.annotations().clear();
    session.conclusions().set(dev.debrief.model.Conclusions.NONE);
    bench.timeline().timelineProperty().set(TimelineModel.EMPTY);
    bench.log().close();
    bench.draft().close();
    bench.notes().close();
    if (bench.current().get().isEmpty()) {
      bench.title().set(Texts.text("app.name"));
    }
  }

  private void show(OpenCase.Contents contents) {
    showing = true;
    bench.replay().leave();
    Session session = bench.session();
    session.sources().setAll(contents.sources());
    session.annotations().setAll(contents.annotations());
    session.conclusions().set(contents.conclusions());
    bench.timeline().timelineProperty().set(contents.timeline());
    bench.log().open(contents.index());
    bench
        .current()
        .get()
        .ifPresent(
            open -> {
              bench.notes().open(open);
              bench.compare().open(open);
              bench.replay().open(open);
              bench
                  .draft()
                  .open(
                      new DraftDesk(
                          open, () -> Set.copyOf(session.dismissed().keySet()), bench::redaction));
              if (bench.view().get() == View.DRAFT && !contents.sources().isEmpty()) {
                bench.draft().load();
              }
            });
    showing = false;
  }

  private void tell(Imported imported) {
    if (!imported.refused().isEmpty()) {
      Imported.Refused first = imported.refused().getFirst();
      bench
          .notice()
          .set(
              Optional.of(
                  new Notice(
                      true,
                      Texts.text("import.refused", imported.refused().size(), first.message()))));
    } else if (imported.added().isEmpty()) {
      bench.tell(Texts.text("import.unchanged"));
    } else {
      long records = imported.added().stream().mapToLong(Source::records).sum();
      bench.tell(Texts.text("import.done", records, imported.added().size()));
    }
  }
}
