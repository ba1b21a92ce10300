package dev.debrief.analysis.silence;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Latest;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.AwakeMachines;
import dev.debrief.analysis.outage.Span;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Times in which nobody spoke though a machine ran and the log's own rhythm says that somebody
 * should have: there the log is missing, and no silence may be concluded from it.
 *
 * <p>A gap must be far longer than any other pause around it, and the lines it lacks, at the lower
 * of the rates beside it, must be many. An app whose traffic comes in visits pauses often, so its
 * pauses never stand out.
 */
public final class LogGaps implements Collector {
  /** Shorter pauses are a restart or a lull. */
  private static final Duration SHORTEST = Duration.ofMinutes(2);

  /** So many of the longest pauses are kept. */
  private static final int KEPT = 256;

  /** A gap is at least this many times as long as the next longest pause beside it. */
  private static final int LONGER = 4;

  /** So many gaps are told beside one another; a log with more has another rhythm. */
  private static final int FEW = 3;

  /** So much of the log beside it must show a steady flow. */
  private static final Duration STEADY = Duration.ofMinutes(30);

  /** Lines that a gap must lack at least; e to the minus fifty is no chance. */
  private static final double LACKING = 50;

  /** The rate beside a gap is taken over this time on each side. */
  private static final Duration BESIDE = Duration.ofMinutes(15);

  private final PriorityQueue<Pause> longest =
      new PriorityQueue<>(Comparator.comparing(Pause::length).thenComparing(Pause::from));
  private final NavigableMap<Long, int[]> seconds = new TreeMap<>();

  /** What a pause must last to be among the longest: nearly every one is shorter. */
  private Duration least = Duration.ZERO;

  private final Latest last = new Latest();
  private @Nullable Instant first;

  /** A time between two lines. */
  private record Pause(Instant from, Instant to, Evidence before, Evidence after) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  @Override
  public void take(LogRecord log) {
    if (!log.moment().known()) {
      return;
    }
    Instant at = log.at();
    if (first == null) {
      first = at;
    }
    if (last.any() && last.second() == at.getEpochSecond()) {
      last.set(log);
      return;
    }
    if (last.any() && !shorter(last.at(), at, least)) {
      longest.add(new Pause(last.at(), at, last.evidence(), log.evidence()));
      if (longest.size() > KEPT) {
        longest.poll();
        least = longest.element().length();
      }
    }
    last.set(log);
    seconds.computeIfAbsent(Math.floorDiv(at.getEpochSecond(), 60), m -> new int[1])[0]++;
  }

  /** Whether less than that lies between two instants, without a duration made of them. */
  private static boolean shorter(Instant from, Instant to, Duration than) {
    long seconds = to.getEpochSecond() - from.getEpochSecond();
    int nanos = to.getNano() - from.getNano();
    if (nanos < 0) {
      seconds--;
      nanos += 1_000_000_000;
    }
    return seconds < than.getSeconds() || (seconds == than.getSeconds() && nanos < than.getNano());
  }

  private @Nullable Instant last() {
    return last.any() ? last.at() : null;
  }

  /** The gaps, in order. */
  public List<Gap> gaps(List<MachineHistory> machines) {
    if (first == null) {
      return List.of();
    }
    List<Pause> pauses = new ArrayList<>(longest);
    pauses.sort(Comparator.comparing(Pause::length).reversed().thenComparing(Pause::from));
    List<Pause> lacking = new ArrayList<>();
    for (Pause pause : pauses) {
      if (pause.length().compareTo(SHORTEST) < 0) {
        break;
      }
      if (lacks(pause) && someoneAwake(pause, machines)) {
        lacking.add(pause);
      }
    }
    List<Pause> found = new ArrayList<>();
    for (Pause pause : lacking) {
      if (standsOut(pause, pauses, lacking)) {
        found.add(pause);
      }
    }
    // Pauses of one length are a clock's beat, not a loss.
    found.removeIf(
        pause -> found.stream().anyMatch(other -> other != pause && alike(pause, other)));
    found.sort(Comparator.comparing(Pause::from));
    return found.stream().map(this::gap).toList();
  }

  /** A time for which the log is missing, between two lines, and the lines it lacks. */
  public record Gap(Span span, Evidence before, Evidence after, double lacking) {}

  private Gap gap(Pause pause) {
    return new Gap(
        new Span(pause.from(), pause.to()),
        pause.before(),
        pause.after(),
        rate(pause) * pause.length().toSeconds());
  }

  private static boolean alike(Pause a, Pause b) {
    double ratio = (double) a.length().toMillis() / b.length().toMillis();
    return ratio > 0.87 && ratio < 1.15;
  }

  /** Whether lines are lacking in it, at the rate beside it. */
  private boolean lacks(Pause pause) {
    return steady(pause).compareTo(STEADY) >= 0
        && rate(pause) * pause.length().toSeconds() >= LACKING;
  }

  private static boolean standsOut(Pause pause, List<Pause> pauses, List<Pause> lacking) {
    Instant near = pause.from().minus(Duration.ofHours(6));
    Instant far = pause.to().plus(Duration.ofHours(6));
    List<Pause> beside = new ArrayList<>();
    int many = 0;
    for (Pause other : pauses) {
      if (other == pause) {
        continue;
      }
      if (alike(other, pause)) {
        many++;
      } else if (other.to().isAfter(near) && other.from().isBefore(far)) {
        beside.add(other);
      }
    }
    return many <= 2 && pause.length().toSeconds() >= LONGER * longestUsual(beside, lacking);
  }

  /**
   * The longest pause in seconds that is no gap itself. A log may be missing more than once: a few
   * pauses that lack lines and are each far longer than all that follow are out of the ordinary
   * together. Where pauses come in all lengths, none of them is.
   *
   * @param pauses longest first
   */
  private static long longestUsual(List<Pause> pauses, List<Pause> lacking) {
    for (int gaps = 1; gaps <= FEW && gaps < pauses.size(); gaps++) {
      Pause least = pauses.get(gaps - 1);
      if (!lacking.contains(least)) {
        break;
      }
      long usual = Math.max(1, pauses.get(gaps).length().toSeconds());
      if (least.length().toSeconds() >= LONGER * usual) {
        return usual;
      }
    }
    return pauses.isEmpty() ? 1 : Math.max(1, pauses.getFirst().length().toSeconds());
  }

  /** How much log there is around it, up to six hours on each side. */
  private Duration steady(Pause pause) {
    Instant from = first == null ? pause.from() : first;
    Instant last = last();
    Instant to = last == null ? pause.to() : last;
    return Duration.between(from, pause.from()).plus(Duration.between(pause.to(), to));
  }

  /** Seconds with a line, per second: the lower of both sides'. */
  private double rate(Pause pause) {
    Instant from = first == null ? pause.from() : first;
    Instant last = last();
    Instant to = last == null ? pause.to() : last;
    double before = rate(latest(from, pause.from().minus(BESIDE)), pause.from());
    double after = rate(pause.to(), earliest(to, pause.to().plus(BESIDE)));
    // A side too short to have a rate of its own takes the other's.
    if (Duration.between(from, pause.from()).toSeconds() < 120) {
      return after;
    }
    return Duration.between(pause.to(), to).toSeconds() < 120 ? before : Math.min(before, after);
  }

  /** Seconds with a line, per second, over the minutes of a time. */
  double activity(Instant from, Instant to) {
    return rate(from, to);
  }

  private double rate(Instant from, Instant to) {
    long first = Math.floorDiv(from.getEpochSecond(), 60);
    long last = Math.floorDiv(to.getEpochSecond(), 60);
    long sum = 0;
    for (int[] minute : seconds.subMap(first, true, last, true).values()) {
      sum += minute[0];
    }
    return sum / (60.0 * (last - first + 1));
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Whether some machine ran through most of it; a sleeping app says nothing by right. */
  private static boolean someoneAwake(Pause pause, List<MachineHistory> machines) {
    Instant early = pause.from().plus(pause.length().dividedBy(10));
    Instant late = pause.to().minus(pause.length().dividedBy(10));
    for (MachineHistory machine : machines) {
      if (machine.oneOff()) {
        continue;
      }
      for (Span awake : AwakeMachines.of(machine, pause.from(), pause.to())) {
        if (!awake.from().isAfter(early) && !awake.to().isBefore(late)) {
          return true;
        }
      }
    }
    return machines.isEmpty();
  }

  /** A finding for each. */
  public static List<Finding> findings(List<Gap> gaps) {
    List<Finding> findings = new ArrayList<>();
    for (Gap gap : gaps) {
      Duration length = gap.span().length();
      findings.add(
          Findings.of(
              gap.span().from(),
              gap.span().to(),
              List.of(),
              Severity.WARNING,
              0.95,
              "The log is missing for " + Wording.length(length),
              "Nobody spoke in this time: no machine, no proxy, no runner. At the rate beside it"
                  + String.format(Locale.ROOT, " about %.0f", gap.lacking())
                  + " seconds of it would have had a line, and no other pause near it is a quarter"
                  + " as long, while a machine ran throughout. So the log is missing, and what"
                  + " happened then is not known.",
              List.of(gap.before(), gap.after()),
              new Details.LogGap()));
    }
    return findings;
  }
}
