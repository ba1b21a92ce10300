package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.Span;
import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what carries that failures go back to a change after which the app at first ran well: a
 * leak, a pool that drains, a disk that fills, a credential that runs out. That they came after it
 * carries nothing; something must have begun with it and led up to them, while the log covers the
 * time before and shows none of it.
 */
final class SlowFuses {
  /** Sooner than this the change is judged by what it did at once. */
  private static final Duration SLOW = Duration.ofMinutes(10);

  /** The time before must be known for as long at least. */
  private static final Duration KNOWN = Duration.ofMinutes(10);

  /** False discoveries among all the signs looked at. */
  private static final double FALSE_DISCOVERIES = 0.001;

  /** Slices of ten seconds with a sign: fewer are an episode. */
  private static final long OFTEN = 5;

  /** What leads up to failures comes so much more often towards them, or in them. */
  private static final double RISING = 2;

  private static final double JUMP = 3;

  /** So much of the failing time shows whether a sign went on in it. */
  private static final Duration ITS_BEGINNING = Duration.ofMinutes(15);

  /** Lifetimes of credentials are whole quarters of an hour; so near to one is no accident. */
  private static final Duration LIFETIMES = Duration.ofMinutes(30);

  private static final Duration NEAR = Duration.ofSeconds(90);

  private static final Pattern RUNS_OUT =
      Pattern.compile(
          "(?i)memory|\\boom\\b|\\bheap\\b|\\bleak|\\bswap\\b|\\bgc\\b|\\bpool\\b|queue|too many|exhaust"
              + "|no space|\\bdisk\\b|quota|limit reached|\\bEMFILE\\b|\\bENOSPC\\b|descriptor|backlog"
              + "|mailbox|running low|threshold|slow (?:query|request|response)|not available");

  private static final Pattern EXPIRED =
      Pattern.compile(
          "(?i)\\bexpired?\\b|ExpiredToken|TokenExpired|invalid_grant|token has been revoked");

  private static final Pattern CERTIFICATE = Pattern.compile("(?i)certificate|x509|\\bcert\\b");

  /** Failures that come from elsewhere, whatever was released. */
  private static final Pattern FROM_ELSEWHERE =
      Pattern.compile(
          "(?i)refused|nxdomain|could not resolve|name or service|getaddrinfo|ENOTFOUND|no route"
              + "|unreachable|admin_shutdown|starting up|recovery mode|certificate|x509");

  private final List<Change> all;
  private final List<Trial> trials;
  private final List<MachineHistory> machines;
  private final List<ErrorSeries> errors;
  private final List<ErrorSeries> warnings;
  private final List<Gauge> gauges;
  private final Turns turns;
  private final Instant logEnds;

  /**
   * @param all every change, in order
   * @param trials those judged, in order
   */
  SlowFuses(
      List<Change> all,
      List<Trial> trials,
      List<MachineHistory> machines,
      List<ErrorSeries> errors,
      List<ErrorSeries> warnings,
      List<Gauge> gauges,
      Turns turns,
      Instant logEnds) {
    this.all = all;
    this.trials = trials;
    this.machines = machines;
    this.errors = errors;
    this.warnings = warnings;
    this.gauges = gauges;
    this.turns = turns;
    this.logEnds = logEnds;
  }

  /** The failures that began while a change was the last, and not soon after it; null for none. */
  @Nullable Span trouble(Trial trial) {
    Span first = turns.firstAfter(trial.rollout().complete(), next(trial));
    return first != null
            && Duration.between(trial.rollout().complete(), first.from()).compareTo(SLOW) > 0
        ? first
        : null;
  }

  /**
   * What carries that a change, judged to have done no harm at first, lit a slow fuse.
   *
   * @param later the verdict on the change after it, {@code fixed} or not
   */
  Optional<Fuse> of(Trial trial, boolean later) {
    if (!trial.covered()
        || trial.before().covered().compareTo(KNOWN) < 0
        || trial.before().tally().crashes() > 0
        || trial.before().tally().failing()) {
      return Optional.empty();
    }
    Optional<Fuse> runs = AlikeRuns.since(trial, next(trial), machines);
    @Nullable Span trouble = trouble(trial);
    if (runs.isPresent() || trouble == null) {
      return runs;
    }
    return growth(trial, trouble)
        .or(() -> sign(trial, trouble))
        .or(() -> expiry(trial, trouble))
        .or(() -> later ? takenBack(trial, trouble) : Optional.empty());
  }

  private Instant next(Trial trial) {
    int i = trials.indexOf(trial);
    return i + 1 < trials.size() ? trials.get(i + 1).rollout().begin() : logEnds.plusSeconds(1);
  }

  /** A figure that held still before the change and rose ever since, up to the failures. */
  private Optional<Fuse> growth(Trial trial, Span trouble) {
    Instant from = trial.rollout().complete();
    Gauge.@Nullable Growth most = null;
    for (Gauge gauge : gauges) {
      Gauge.Growth growth =
          gauge.grew(trial.before().from(), trial.rollout().begin(), from, trouble.from());
      if (growth != null && (most == null || times(growth) > times(most))) {
        most = growth;
      }
    }
    if (most == null) {
      return Optional.empty();
    }
    Gauge gauge = most.gauge();
    return Optional.of(
        new Fuse(
            "“"
                + gauge.what()
                + "” "
                + (gauge.falls() ? "fell" : "rose")
                + " steadily from "
                + figure(most.first(), gauge)
                + " to "
                + figure(most.last(), gauge)
                + (gauge.machine().isEmpty() ? "" : " on " + gauge.machine())
                + " between it and the failures "
                + after(trial, trouble)
                + ", and was "
                + figure(most.usual(), gauge)
                + " at "
                + (gauge.falls() ? "least" : "most")
                + " in the "
                + length(trial.before().covered())
                + " before it",
            most.lines()));
  }

  private static double times(Gauge.Growth growth) {
    return growth.gauge().falls()
        ? growth.usual() / Math.max(growth.last(), 1e-9)
        : growth.last() / Math.max(growth.usual(), 1e-9);
  }

  private static String figure(double value, Gauge gauge) {
    String number =
        value >= 100
            ? Wording.number(Math.round(value))
            : String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.1f", value);
    return number + gauge.unit();
  }

  /** An error or a warning that began after the change and led up to the failures. */
  private Optional<Fuse> sign(Trial trial, Span trouble) {
    List<ErrorSeries> series = new ArrayList<>(errors);
    series.addAll(warnings);
    Instant from = trial.rollout().complete();
    Duration fuse = Duration.between(from, trouble.from());
    return series.stream()
        .filter(each -> each.unseenBefore(trial.rollout().begin()))
        .filter(each -> !FROM_ELSEWHERE.matcher(each.template()).find())
        .filter(each -> leads(each, trial, trouble, series.size()))
        .max(Comparator.comparingLong(each -> each.within(from, trouble.from(), fuse).messages()))
        .map(
            each -> {
              Counted own = each.within(from, trouble.from(), fuse);
              List<Evidence> lines = new ArrayList<>();
              if (own.first() != null) {
                lines.add(own.first());
              }
              if (own.last() != null) {
                lines.add(own.last());
              }
              return new Fuse(
                  ErrorWords.quoted(each)
                      + " came "
                      + Wording.count(own.messages(), "time", "times")
                      + " between it and the failures "
                      + after(trial, trouble)
                      + " and led up to them; in the "
                      + length(trial.before().covered())
                      + " before it the log shows none",
                  lines);
            });
  }

  private static boolean leads(ErrorSeries each, Trial trial, Span trouble, int looked) {
    Instant from = trial.rollout().complete();
    Duration fuse = Duration.between(from, trouble.from());
    Counted own = each.within(from, trouble.from(), fuse);
    if (own.events() < OFTEN) {
      return false;
    }
    double before = trial.before().seconds() / ErrorTimes.SLICE_SECONDS;
    if (RateTest.of(0, before, own.events(), own.of()).p() * looked > FALSE_DISCOVERIES) {
      return false;
    }
    Instant middle = from.plus(fuse.dividedBy(2));
    Duration half = fuse.dividedBy(2);
    double early = each.within(from, middle, half).events();
    double late = each.within(middle, trouble.from(), half).events();
    Instant end = from(trouble).plus(ITS_BEGINNING);
    Instant to = trouble.to().isBefore(end) ? trouble.to() : end;
    Duration failing = Duration.between(from(trouble), to);
    Counted then = each.within(from(trouble), to, failing);
    boolean goesOn = then.events() > 0;
    boolean jumps = goesOn && then.events() / then.of() >= JUMP * own.events() / own.of();
    boolean rises = late >= RISING * Math.max(1, early);
    boolean lasts = late >= early;
    return (rises && goesOn) || jumps || (lasts && RUNS_OUT.matcher(each.template()).find());
  }

  /** The slice that the first failure cuts belongs to the failing time. */
  private static Instant from(Span trouble) {
    return trouble.from().minusSeconds(ErrorTimes.SLICE_SECONDS);
  }

  /** A credential that ran out, as the failures' own words say. */
  private Optional<Fuse> expiry(Trial trial, Span trouble) {
    Duration fuse = Duration.between(trial.rollout().complete(), trouble.from());
    Duration made = Duration.between(trial.rollout().begin(), trouble.from());
    boolean round = near(fuse) || near(made);
    if (trial.before().covered().compareTo(fuse) < 0
        || (!round && trial.change().kind() != ChangeKind.CONFIG)) {
      return Optional.empty();
    }
    Instant to = trouble.from().plus(ITS_BEGINNING);
    return errors.stream()
        .filter(each -> EXPIRED.matcher(each.template()).find())
        .filter(each -> !CERTIFICATE.matcher(each.template()).find())
        .filter(each -> each.unseenBefore(trouble.from().minus(SLOW)))
        .map(each -> new Said(each, each.within(from(trouble), to, ITS_BEGINNING)))
        .filter(said -> said.times().events() > 0 && said.times().first() != null)
        .max(Comparator.comparingLong(said -> said.times().messages()))
        .map(
            said ->
                new Fuse(
                    ErrorWords.quoted(said.series())
                        + ", never seen before, came with the failures "
                        + after(trial, trouble)
                        + ": what it brought ran out",
                    said.times().first() == null ? List.of() : List.of(said.times().first())));
  }

  private record Said(ErrorSeries series, Counted times) {}

  private static boolean near(Duration fuse) {
    long off = fuse.toSeconds() % LIFETIMES.toSeconds();
    return fuse.compareTo(LIFETIMES.minus(NEAR)) >= 0
        && Math.min(off, LIFETIMES.toSeconds() - off) <= NEAR.toSeconds();
  }

  /**
   * A rollback to what ran before the change ended the failures, and they did not come back for
   * longer than they took to come.
   */
  private Optional<Fuse> takenBack(Trial trial, Span trouble) {
    Trial back = trials.get(trials.indexOf(trial) + 1);
    Duration fuse = Duration.between(trial.rollout().complete(), trouble.from());
    boolean elsewhere =
        errors.stream()
            .filter(each -> FROM_ELSEWHERE.matcher(each.template()).find())
            .anyMatch(
                each ->
                    each.within(from(trouble), trouble.to(), trouble.length()).events() >= OFTEN);
    @Nullable Span again = turns.firstAfter(back.rollout().complete(), logEnds);
    Instant well = again == null ? logEnds : again.from();
    if (elsewhere
        || back.change().kind() != ChangeKind.ROLLBACK
        || !Images.name(back.change().image()).equals(imageBefore(trial.change()))
        || trial.before().covered().compareTo(fuse) < 0
        || Duration.between(back.rollout().complete(), well).compareTo(fuse) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Fuse(
            "the image before it ran well for "
                + length(trial.before().covered())
                + ", this one failed "
                + after(trial, trouble)
                + ", and "
                + back.change().change()
                + ", which went back, ended that for longer than it took to come",
            back.change().evidence().stream().limit(1).toList()));
  }

  private String imageBefore(Change change) {
    String image = "";
    for (Change each : all) {
      if (each.equals(change)) {
        return image;
      }
      boolean release =
          each.kind() == ChangeKind.DEPLOY
              || each.kind() == ChangeKind.ROLLBACK
              || each.kind() == ChangeKind.CONFIG;
      if (release && !each.image().isEmpty()) {
        image = Images.name(each.image());
      }
    }
    return image;
  }

  private static String after(Trial trial, Span trouble) {
    return length(Duration.between(trial.rollout().begin(), trouble.from())) + " later";
  }

  /** To the second. */
  static String length(Duration time) {
    return Wording.length(Duration.ofSeconds(time.toSeconds()));
  }
}
