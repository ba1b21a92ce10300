package dev.debrief.analysis.compare;

import dev.debrief.analysis.statistics.BenjaminiHochberg;
import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Compares what a log prints in a range with what it prints in a baseline. Two Poisson rates are
 * tested exactly, given their sum (see {@link RateTest}), over the time that the log covers.
 * Messages seldom come one by one, so counts are divided by how many come together before they are
 * tested (see {@link Difference#clump}): a crash that prints fifty lines is one event, not fifty.
 */
public final class RangeComparison {
  /** In how many parts the shorter stretch is cut to see whether messages come together. */
  private static final long PARTS = 24;

  /** At most so many parts of the longer one. */
  private static final long MOST_PARTS = 4_000;

  private static final long NEWS = 20_000;

  /** Where the records come from. */
  public interface Records {
    /** Hands over the records of a range, in order of time. */
    void in(TimeRange range, Consumer<? super LogRecord> consumer);
  }

  private RangeComparison() {}

  /**
   * The comparison. One pass over the records of both; its memory grows with their variety.
   *
   * @param covered when the log speaks at all
   * @param baseline may overlap the range, which is then left out of it
   * @throws Progress.Cancelled where the user asked to stop
   */
  public static Comparison of(
      TimeRange range,
      List<TimeRange> baseline,
      List<TimeRange> covered,
      Records records,
      Progress progress) {
    List<TimeRange> known = Stretches.union(covered);
    List<TimeRange> here = Stretches.both(List.of(range), known);
    List<TimeRange> rest = Stretches.without(Stretches.union(baseline), List.of(range));
    List<TimeRange> before = Stretches.both(rest, known);
    Duration hereLasts = Stretches.length(here);
    Duration beforeLasts = Stretches.length(before);
    if (hereLasts.isZero() || beforeLasts.isZero()) {
      return new Comparison(range, rest, hereLasts, beforeLasts, 0, 0, List.of(), 0);
    }
    double part = part(hereLasts, beforeLasts);
    Tallies tallies = tallied(range, here, before, records, part, progress);
    progress.at("testing what differs", 0, 0);
    List<Difference> all = tested(tallies, nanos(hereLasts), nanos(beforeLasts), part, progress);
    double share = nanos(hereLasts) / (nanos(hereLasts) + nanos(beforeLasts));
    return new Comparison(
        range,
        rest,
        hereLasts,
        beforeLasts,
        tallies.here(),
        tallies.before(),
        all.stream()
            .filter(difference -> difference.q() <= Comparison.Q)
            .sorted(
                Comparator.comparingDouble((Difference d) -> d.surprise(share))
                    .reversed()
                    .thenComparing(Difference::aspect)
                    .thenComparing(Difference::value))
            .toList(),
        all.size());
  }

  /** Also of centuries, of which a long doesn't hold the nanoseconds. */
  static double nanos(Duration time) {
    return time.getSeconds() * 1e9 + time.getNano();
  }

  /** How long a part is, in ns: the same in both stretches. */
  private static double part(Duration here, Duration before) {
    double shorter = Math.min(nanos(here), nanos(before));
    double longer = Math.max(nanos(here), nanos(before));
    return Math.max(1, Math.max(shorter / PARTS, longer / MOST_PARTS));
  }

  private static Tallies tallied(
      TimeRange range,
      List<TimeRange> here,
      List<TimeRange> before,
      Records records,
      double part,
      Progress progress) {
    Instant origin = here.getFirst().from();
    Tallies tallies =
        new Tallies(
            new Tallies.Clock() {
              @Override
              public boolean inRange(LogRecord head) {
                return range.contains(head.at());
              }

              @Override
              public long part(LogRecord head) {
                return (long) Math.floor(nanos(Duration.between(origin, head.at())) / part);
              }
            });
    long[] read = {0};
    List<TimeRange> stretches = new ArrayList<>(before);
    stretches.addAll(here);
    stretches.sort(Comparator.comparing(TimeRange::from));
    for (TimeRange stretch : stretches) {
      records.in(
          stretch,
          log -> {
            if (read[0]++ % NEWS == 0) {
              progress.at("comparing, " + log.at(), read[0], 0);
              progress.stopIfCancelled();
            }
            tallies.record(log);
          });
      // A message isn't put together over what lies between two stretches.
      tallies.end();
    }
    return tallies;
  }

  private static List<Difference> tested(
      Tallies tallies, double here, double before, double part, Progress progress) {
    List<Difference> raw = new ArrayList<>();
    for (Map.Entry<Aspect, Map<String, Counted>> aspect : tallies.byAspect().entrySet()) {
      progress.stopIfCancelled();
      aspect
          .getValue()
          .forEach(
              (value, counted) ->
                  raw.add(difference(aspect.getKey(), value, counted, here, before, part)));
    }
    List<Double> adjusted =
        BenjaminiHochberg.adjusted(raw.stream().map(d -> d.test().p()).toList());
    List<Difference> all = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      Difference d = raw.get(i);
      all.add(
          new Difference(
              d.aspect(),
              d.value(),
              d.here(),
              d.before(),
              d.expected(),
              d.clump(),
              d.test(),
              adjusted.get(i),
              d.example(),
              d.text(),
              d.phrases()));
    }
    return all;
  }

  private static Difference difference(
      Aspect aspect, String value, Counted counted, double here, double before, double part) {
    double clump = counted.clump(here / part, before / part);
    RateTest thinned =
        RateTest.of(thinned(counted.before(), clump), before, thinned(counted.here(), clump), here);
    RateTest plain = RateTest.of(counted.before(), before, counted.here(), here);
    boolean inRange = counted.here() > 0;
    String text = inRange ? counted.textHere : counted.textBefore;
    Evidence example = inRange ? counted.firstHere : counted.firstBefore;
    return new Difference(
        aspect,
        value,
        counted.here(),
        counted.before(),
        counted.before() * here / before,
        clump,
        new RateTest(plain.ratio(), thinned.low(), thinned.high(), thinned.p()),
        1,
        Objects.requireNonNull(example),
        text,
        phrases(aspect, value, text));
  }

  private static List<String> phrases(Aspect aspect, String value, String text) {
    return switch (aspect) {
      case TEMPLATE -> {
        List<String> here = Phrases.of(value, text);
        // What is known by its exception begins with other words, and the frame is our addition.
        int frame = value.lastIndexOf(" at ");
        String exception = frame < 0 ? value : value.substring(0, frame);
        yield here.isEmpty() ? Phrases.of(exception, exception) : here;
      }
      // What varies in a path is masked as a part of it; the words before it are the same in all.
      case ENDPOINT -> List.of(value.split("/:id", 2)[0]);
      case STATUS, LEVEL, PROVIDER, MACHINE, REGION -> List.of();
    };
  }

  private static long thinned(long count, double clump) {
    return Math.round(count / clump);
  }
}
