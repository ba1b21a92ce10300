package dev.debrief.desktop.shell;

import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.desktop.firstlook.FirstLookModel;
import dev.debrief.desktop.firstlook.Reading;
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
import java.util.Optional;
import javafx.application.Platform;
import javafx.concurrent.Task;

/** Opens, fills and closes the window's case, each as one job. */
public final class Cases {
  private final Workbench bench;
  private final CaseOnShow shown;
  private Optional<CaseAhead> ahead = Optional.empty();

  Cases(Workbench bench) {
    this.bench = bench;
    this.shown = new CaseOnShow(bench);
  }

  /** Opens a case in place of the one that is open. */
  public void open(Path folder) {
    Optional<CaseAhead> begun = ahead;
    ahead = Optional.empty();
    start(
        Texts.text("task.open", folder.getFileName()),
        progress -> {
          Optional<Opened> open = begun.flatMap(it -> it.opened(folder));
          return open.isPresent()
              ? open.get()
              : Opened.of(OpenCase.open(folder, this::rules), progress);
        },
        opened -> {});
  }

  /** What is being opened already, for the next call that opens it. */
  void ahead(CaseAhead begun) {
    ahead = Optional.of(begun);
    bench.awaited().set(begun.name());
  }

  /** Makes a case and imports into it. */
  public void create(Path folder, List<Path> files) {
    start(
        Texts.text("task.open", folder.getFileName()),
        progress -> Opened.of(OpenCase.openOrCreate(folder, this::rules), progress),
        opened -> add(files));
  }

  /** Imports into the open case; what is read shows at once. */
  public void add(List<Path> files) {
    bench.withCase(open -> add(files, open));
  }

  private void add(List<Path> files, OpenCase open) {
    FirstLookModel.Watch watch = bench.firstLook().begin();
    Task<?> task =
        fill(
            files.size() == 1
                ? Texts.text("task.import.one", files.getFirst().getFileName())
                : Texts.text("task.import", files.size()),
            progress -> {
              Reading reading = watch.over(progress);
              return open.importAll(files, ImportOptions.NONE, reading, reading);
            },
            open);
    task.stateProperty()
        .subscribe(
            state -> {
              switch (state) {
                case SUCCEEDED, FAILED, CANCELLED -> bench.firstLook().end();
                case READY, SCHEDULED, RUNNING -> {}
              }
            });
  }

  private interface Filling {
    Imported fill(Progress progress) throws InputProblem, IOException;
  }

  private Task<?> fill(String title, Filling filling, OpenCase into) {
    Task<Filled> task =
        bench
            .work()
            .start(
                title,
                progress -> {
                  Imported imported = filling.fill(progress);
                  return new Filled(into.contents(progress), imported);
                },
                filled -> {
                  if (bench.current().get().filter(into::equals).isPresent()) {
                    shown.show(filled.contents());
                    bench.findings().first().ifPresent(bench.findings()::select);
                    bench.side().set(SidePage.FINDINGS);
                    look(Optional.empty());
                    tell(filled.imported());
                  }
                });
    task.setOnCancelled(event -> bench.hint(Texts.text("import.cancelled")));
    return task;
  }

  /** Looks at a stretch of the timeline, or at what a reader wants to see first. */
  private void look(Optional<TimeRange> zoom) {
    TimelineModel timeline = bench.timeline();
    timeline.camera().show(zoom.orElseGet(() -> timeline.timelineProperty().get().focus()));
  }

  private record Filled(OpenCase.Contents contents, Imported imported) {}

  /** Opens the incident that ships with the program, in a scratch case. */
  public void sample() {
    Path logs = Path.of(System.getProperty("debrief.home", "."), "sample-logs", "blockster-outage");
    if (!Files.isDirectory(logs)) {
      bench.say(new Notice(true, Texts.text("sample.missing", logs)));
      return;
    }
    start(
        Texts.text("task.sample"),
        progress ->
            Opened.of(
                OpenCase.openOrCreate(
                    Files.createTempDirectory("debrief-sample-").resolve("blockster-outage"),
                    this::rules),
                progress),
        opened -> add(List.of(logs)));
  }

  /** Holds the case against itself and says what came out. */
  public void verify() {
    bench.withCase(
        open ->
            bench
                .work()
                .start(
                    Texts.text("task.verify"),
                    open.investigation()::verify,
                    result ->
                        bench.say(
                            result.whole()
                                ? Notice.good(Texts.text("verify.whole"))
                                : new Notice(
                                    true,
                                    Texts.text(
                                        "verify.broken", String.join(" ", result.faults()))))));
  }

  /** Reads a source again with another zone or year. */
  public void readAgain(Source source, ImportOptions options) {
    bench.withCase(
        open ->
            fill(
                Texts.text("task.again", source.path()),
                progress ->
                    open.investigation().readAgain(source.sha256(), options, progress).imported(),
                open));
  }

  /** Concludes anew with the rules that the settings name now. */
  public void useRules() {
    bench.withCase(
        open ->
            bench
                .work()
                .start(
                    Texts.text("task.rules"),
                    progress -> {
                      RuleLibrary library = RulesInUse.of(bench.settings().rules().get());
                      open.investigation().concludeWith(library, progress);
                      return new Renewed(open.contents(progress), library.rules().size());
                    },
                    renewed -> {
                      if (bench.current().get().filter(open::equals).isPresent()) {
                        shown.show(renewed.contents());
                        bench.tell(Texts.text("rules.done", renewed.rules()));
                      }
                    }));
  }

  private record Renewed(OpenCase.Contents contents, int rules) {}

  /**
   * The rules that the settings name. Those that can't be read are told of and left aside: a slip
   * in a rule should not keep a case shut.
   */
  private RuleLibrary rules() throws InputProblem {
    try {
      return RulesInUse.of(bench.settings().rules().get());
    } catch (InputProblem broken) {
      Platform.runLater(() -> bench.say(Notice.of(broken)));
      return RuleLibrary.builtIn();
    }
  }

  /** Unpacks an archive into a folder and opens it. */
  public void unarchive(Path zip, Path folder) {
    start(
        Texts.text("task.unarchive", zip.getFileName()),
        progress -> Opened.of(OpenCase.unarchive(zip, folder, this::rules, progress), progress),
        opened -> {});
  }

  /** Saves the open case as one file. */
  public void archive(Path zip) {
    bench.withCase(
        open ->
            bench
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
    bench.draft().keep();
    Optional<OpenCase> open = bench.current().get();
    bench.current().set(Optional.empty());
    shown.clear();
    bench.view().set(View.START);
    open.ifPresent(this::let);
  }

  /** Lets a case go, after what was asked of it before. */
  private void let(OpenCase open) {
    bench
        .work()
        .write(
            progress -> {
              open.close();
              return open;
            },
            closed -> {});
  }

  private interface Opening {
    Opened open(Progress progress) throws InputProblem, IOException;
  }

  /** A case with what the window shows of it. */
  record Opened(OpenCase open, OpenCase.Contents contents) {
    /** Reads that; a case of which it can't be read is closed again. */
    static Opened of(OpenCase open, Progress progress) throws IOException {
      try {
        return new Opened(open, open.contents(progress));
      } catch (IOException | RuntimeException | Error e) {
        open.close();
        throw e;
      }
    }
  }

  private void start(String title, Opening opening, java.util.function.Consumer<OpenCase> then) {
    bench.remembering().keep();
    bench.draft().keep();
    Optional<OpenCase> before = bench.current().get();
    bench.current().set(Optional.empty());
    // By itself: whoever cancels the opening of the next has closed this one all the same.
    before.ifPresent(this::let);
    Task<?> task =
        bench
            .work()
            .start(
                title,
                progress -> {
                  Opened opened = opening.open(progress);
                  if (progress.cancelled()) {
                    // Nobody takes it any more: left open, it would be locked to everybody.
                    opened.open().close();
                    throw new Progress.Cancelled();
                  }
                  return opened;
                },
                opened -> {
                  bench.current().set(Optional.of(opened.open()));
                  bench.title().set(CasePaths.nameOf(opened.open().path()));
                  bench.settings().opened(opened.open().path());
                  shown.clear();
                  shown.show(opened.contents());
                  CaseState state = opened.contents().state();
                  bench.remembering().restore(state);
                  bench.findings().first().ifPresent(bench.findings()::select);
                  bench.side().set(SidePage.FINDINGS);
                  // What was looked at last stays in view; the selection alone would move it.
                  look(state.zoom());
                  bench.awaited().set("");
                  then.accept(opened.open());
                });
    task.exceptionProperty()
        .subscribe(
            failure -> {
              if (failure != null) {
                none();
              }
            });
    task.setOnCancelled(event -> none());
  }

  /** No case came to be open. */
  private void none() {
    shown.clear();
    bench.awaited().set("");
    bench.view().set(View.START);
  }

  private void tell(Imported imported) {
    if (!imported.refused().isEmpty()) {
      Imported.Refused first = imported.refused().getFirst();
      bench.say(
          new Notice(
              true, Texts.text("import.refused", imported.refused().size(), first.message())));
    } else if (imported.added().isEmpty()) {
      bench.hint(Texts.text("import.unchanged"));
    } else {
      long records = imported.added().stream().mapToLong(Source::records).sum();
      bench.tell(Texts.text("import.done", records, imported.added().size()));
    }
  }
}
