package dev.debrief.desktop.shell;

import dev.debrief.analysis.compare.Comparison;
import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.desktop.compare.Comparing;
import dev.debrief.desktop.notes.Notebook;
import dev.debrief.desktop.replay.Known;
import dev.debrief.desktop.replay.Past;
import dev.debrief.investigation.Investigation;
import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.Imported;
import dev.debrief.store.RecordIndex;
import dev.debrief.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** An open case as the window uses it. Called off the window's thread but where it says so. */
public final class OpenCase implements Notebook, Comparing, Past {
  private final Investigation investigation;

  OpenCase(Investigation investigation) {
    this.investigation = investigation;
  }

  static OpenCase open(Path path, Callable<RuleLibrary> rules) throws InputProblem, IOException {
    return new OpenCase(Investigation.open(path, rules));
  }

  static OpenCase openOrCreate(Path path, Callable<RuleLibrary> rules)
      throws InputProblem, IOException {
    return new OpenCase(Investigation.openOrCreate(path, rules));
  }

  static OpenCase unarchive(Path zip, Path folder, Callable<RuleLibrary> rules, Progress progress)
      throws InputProblem, IOException {
    CaseFolder.unarchive(zip, folder, progress).close();
    return open(folder, rules);
  }

  void archive(Path zip, Progress progress) throws InputProblem, IOException {
    investigation.folder().archive(zip, progress);
  }

  /** What the window shows of a case, read at once. */
  record Contents(
      List<Source> sources,
      Conclusions conclusions,
      List<Annotation> annotations,
      RecordIndex index,
      Timeline timeline,
      CaseState state) {}

  Contents contents(Progress progress) throws IOException {
    // The longest first: what it needs is read side by side.
    Timeline timeline = investigation.timeline(progress);
    return new Contents(
        investigation.sources(),
        investigation.conclusions(progress),
        investigation.annotations(),
        investigation.index(),
        timeline,
        get(CaseState.KEY).map(CaseState::read).orElse(CaseState.FRESH));
  }

  Imported importAll(
      List<Path> paths,
      ImportOptions options,
      Consumer<? super LogRecord> onlooker,
      Progress progress)
      throws InputProblem, IOException {
    return investigation
        .importAll(paths, InputStream.nullInputStream(), options, onlooker, progress)
        .imported();
  }

  Timeline timeline(Progress progress) throws IOException {
    return investigation.timeline(progress);
  }

  @Override
  public List<TimeRange> covered(Progress progress) throws IOException {
    return investigation.covered(progress);
  }

  @Override
  public Comparison compare(TimeRange range, List<TimeRange> baseline, Progress progress)
      throws IOException {
    return investigation.compare(range, baseline, progress);
  }

  @Override
  public Known at(Instant until, Progress progress) throws IOException {
    Conclusions then = investigation.conclusionsAt(until, progress);
    return new Known(then, investigation.timeline(then, progress));
  }

  /** The application layer beneath. */
  Investigation investigation() {
    return investigation;
  }

  /** Where it is; on any thread. */
  Path path() {
    return investigation.path();
  }

  @Override
  public Annotation annotate(Annotation annotation) throws IOException {
    return investigation.annotate(annotation);
  }

  @Override
  public void remove(Annotation annotation) throws IOException {
    investigation.remove(annotation);
  }

  @Override
  public List<Annotation> annotations() throws IOException {
    return investigation.annotations();
  }

  /** Whether nothing can be kept in it here. */
  boolean readOnly() {
    return investigation.folder().readOnly();
  }

  Optional<String> get(String key) throws IOException {
    return investigation.folder().get(key);
  }

  void put(String key, String value) throws IOException {
    investigation.folder().put(key, value);
  }

  void close() throws IOException {
    investigation.close();
  }
}
