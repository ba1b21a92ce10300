package dev.debrief.investigation;

import dev.debrief.analysis.Analysis;
import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.compare.Comparison;
import dev.debrief.analysis.compare.RangeComparison;
import dev.debrief.analysis.compare.Stretches;
import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.report.Dossier;
import dev.debrief.report.Draft;
import dev.debrief.report.Drafts;
import dev.debrief.report.Lint;
import dev.debrief.report.LintFinding;
import dev.debrief.report.Statement;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Inputs;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.Page;
import dev.debrief.store.RecordIndex;
import dev.debrief.store.Verification;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Tally;
import dev.debrief.timeline.Timeline;
import dev.debrief.timeline.Timelines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open case and everything that can be asked of it. Slow calls take a {@link Progress}; calls
 * that change the case are made by one thread at a time, questions by any number between them.
 */
public final class Investigation implements AutoCloseable {
  /** Under which a case keeps the program, rules and thresholds its conclusions were drawn with. */
  private static final String DRAWN_WITH = "conclusions.drawn_with";

  private final CaseFolder folder;
  private final AnalysisSettings settings;
  private final CaseCounts counts;
  private volatile RuleLibrary rules;
  private volatile @Nullable Conclusions conclusions;

  private Investigation(CaseFolder folder, RuleLibrary rules, AnalysisSettings settings) {
    this.folder = folder;
    this.rules = rules;
    this.settings = settings;
    this.counts = new CaseCounts(folder);
  }

  /**
   * Opens a case.
   *
   * @throws InputProblem where there is none, or another process has it open
   */
  public static Investigation open(Path path) throws InputProblem, IOException {
    return open(path, UserRules::library);
  }

  /** Opens a case that is concluded with these rules and no others; they are read meanwhile. */
  public static Investigation open(Path path, Callable<RuleLibrary> rules)
      throws InputProblem, IOException {
    return with(() -> CaseFolder.open(path), rules);
  }

  private interface Opening {
    CaseFolder open() throws InputProblem, IOException;
  }

  private static Investigation with(Opening opening, Callable<RuleLibrary> rules)
      throws InputProblem, IOException {
    AnalysisSettings settings = UserThresholds.settings();
    Aside<RuleLibrary> read =
        Aside.of(
            "rules",
            () -> {
              RuleLibrary library = rules.call();
              Reasoning.fingerprint();
              return library;
            });
    CaseFolder folder = opening.open();
    try {
      return new Investigation(folder, read.get(), settings);
    } catch (InputProblem | IOException | RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  /** Opens a case, and makes it where the folder is absent or empty. */
  public static Investigation openOrCreate(Path path) throws InputProblem, IOException {
    return openOrCreate(path, UserRules::library);
  }

  /** The same; the rules are read meanwhile. */
  public static Investigation openOrCreate(Path path, Callable<RuleLibrary> rules)
      throws InputProblem, IOException {
    return with(() -> CaseFolder.openOrCreate(path), rules);
  }

  /** The case's folder. */
  public Path path() {
    return folder.path();
  }

  /** The case itself, for what only a store can do: archives, originals, small settings. */
  public CaseFolder folder() {
    return folder;
  }

  /**
   * Imports files, folders and archives as one transaction, then concludes anew.
   *
   * @param paths where {@code -} stands for {@code stdin}
   * @throws InputProblem where nothing of it can be imported
   * @throws Progress.Cancelled with the case as it was before
   */
  public ImportOutcome importAll(
      List<Path> paths, InputStream stdin, ImportOptions options, Progress progress)
      throws InputProblem, IOException {
    return importAll(paths, stdin, options, record -> {}, progress);
  }

  /**
   * The same, telling of every record as it is read, before it can be found.
   *
   * @param onlooker called by the thread that reads
   */
  public ImportOutcome importAll(
      List<Path> paths,
      InputStream stdin,
      ImportOptions options,
      Consumer<? super LogRecord> onlooker,
      Progress progress)
      throws InputProblem, IOException {
    var imported = folder.importAll(Inputs.find(paths, stdin), options, onlooker, progress);
    if (!imported.added().isEmpty()) {
      forget();
    }
    return new ImportOutcome(imported, conclusions(progress));
  }

  /**
   * Reads a source again with another zone or year, then concludes anew.
   *
   * @param sha256 as the source's account names it
   */
  public ImportOutcome readAgain(String sha256, ImportOptions options, Progress progress)
      throws InputProblem, IOException {
    var imported = folder.readAgain(sha256, options, progress);
    forget();
    folder.conclude(Conclusions.NONE);
    return new ImportOutcome(imported, conclusions(progress));
  }

  private void forget() {
    conclusions = null;
    counts.forget();
  }

  /** The sources in the order they were imported. */
  public List<Source> sources() throws IOException {
    return folder.sources();
  }

  /** The app's name, or empty where no source tells it. */
  public String app() throws IOException {
    String named = folder.app();
    return named.isEmpty() ? AppName.of(folder.data().facts()) : named;
  }

  /** What the case says; worked out now where that was not done since the last import. */
  public Conclusions conclusions(Progress progress) throws IOException {
    Conclusions known = conclusions;
    if (known == null) {
      String with = Reasoning.fingerprint() + " " + rules.fingerprint() + " " + settings;
      boolean same = folder.get(DRAWN_WITH).filter(with::equals).isPresent();
      known = same ? folder.conclusions() : Conclusions.NONE;
      if (known.equals(Conclusions.NONE)) {
        Counting counting = new Counting();
        known = Analysis.of(folder.data(), settings, rules, counting, progress);
        Tally tally = counting.tally(known);
        keep(known, tally, with);
        counts.take(tally);
      }
      conclusions = known;
    }
    return known;
  }

  /** They can be drawn anew: a disk that is full or read-only keeps nobody from seeing them. */
  private void keep(Conclusions drawn, Tally tally, String with) {
    if (folder.readOnly()) {
      return;
    }
    try {
      Aside<Boolean> kept = counts.keep(drawn, tally);
      try {
        folder.conclude(drawn);
        folder.put(DRAWN_WITH, with);
      } finally {
        kept.get();
      }
    } catch (InputProblem e) {
      throw new IllegalStateException(e);
    } catch (IOException full) {
      // Those kept, if any, bear what they were drawn with: they aren't taken for these.
    }
  }

  /** Concludes anew, from now on with these rules. */
  public Conclusions concludeWith(RuleLibrary library, Progress progress) throws IOException {
    rules = library;
    forget();
    folder.conclude(Conclusions.NONE);
    return conclusions(progress);
  }

  /** The findings, in the order of their time. */
  public List<Finding> findings(Progress progress) throws IOException {
    return conclusions(progress).findings();
  }

  /**
   * What could have been concluded at an instant: from the lines stamped until then and nothing
   * later. Costs a whole analysis.
   */
  public Conclusions conclusionsAt(Instant until, Progress progress) throws IOException {
    return Analysis.of(
        new CaseUntil(folder.data(), folder.index(), until), settings, rules, progress);
  }

  /** When the log speaks at all: what the logs cover, without the times at which it is missing. */
  public List<TimeRange> covered(Progress progress) throws IOException {
    List<TimeRange> missing =
        conclusions(progress).findings().stream()
            .filter(finding -> finding.details() instanceof Details.LogGap)
            .filter(finding -> finding.end() != null)
            .map(finding -> new TimeRange(finding.start(), Objects.requireNonNull(finding.end())))
            .toList();
    return Stretches.without(Stretches.union(Timelines.logged(sources())), missing);
  }

  /**
   * What the log prints otherwise in a range than in a baseline. Costs a reading of both.
   *
   * @param baseline such as {@link dev.debrief.analysis.compare.Baselines} offers
   */
  public Comparison compare(TimeRange range, List<TimeRange> baseline, Progress progress)
      throws IOException {
    return RangeComparison.of(
        range, baseline, covered(progress), folder.index()::records, progress);
  }

  /** The records, for reading and searching. */
  public RecordIndex index() {
    return folder.index();
  }

  /** One page of what a query finds, by time. */
  public Page search(String query, TimeRange range, long offset, int limit) throws InputProblem {
    return folder.index().search(query, range, offset, limit);
  }

  /** The lanes to draw. */
  public Timeline timeline(Progress progress) throws IOException {
    counts.begin();
    return timeline(conclusions(progress), progress);
  }

  /** The lanes of conclusions other than the case's own, such as those of an earlier instant. */
  public Timeline timeline(Conclusions shown, Progress progress) throws IOException {
    return Timelines.of(app(), shown, sources(), annotations(), density(progress));
  }

  /** How many of what, when; counted once, in one pass over the records, and kept with the case. */
  public Density density(Progress progress) throws IOException {
    return counts.of(conclusions(progress));
  }

  /** Everything a draft is written from and a report is held against. */
  public Dossier dossier(Progress progress) throws IOException {
    Conclusions concluded = conclusions(progress);
    String failing = AppName.failing(concluded);
    return new Dossier(
        failing.isEmpty() ? app() : failing,
        concluded,
        sources(),
        folder.data().facts(),
        annotations(),
        new CaseRecords(folder.index()));
  }

  /**
   * A draft.
   *
   * @throws InputProblem where there is no such template
   */
  public Draft draft(String template, Progress progress) throws InputProblem, IOException {
    return Drafts.write(dossier(progress), template);
  }

  /** What happened, in the few sentences that a draft begins with; secrets are hidden. */
  public List<Statement> summary(Progress progress) throws IOException {
    return Drafts.summary(dossier(progress));
  }

  /** What a report claims, held against the case and against itself, by line. */
  public List<LintFinding> lint(String markdown, Progress progress) throws IOException {
    return Lint.check(markdown, dossier(progress));
  }

  /** The author's pins and notes, in the order of their time. */
  public List<Annotation> annotations() throws IOException {
    return folder.annotations();
  }

  /** Keeps a pin or a note; returns it with its id. */
  public Annotation annotate(Annotation annotation) throws IOException {
    return folder.annotate(annotation);
  }

  /** Takes a pin or a note away. */
  public void remove(Annotation annotation) throws IOException {
    folder.remove(annotation);
  }

  /** Whether index and case store are whole and agree, and every line is accounted for. */
  public Verification verify(Progress progress) throws IOException {
    return folder.verify(progress);
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
