package dev.debrief.analysis.silence;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.AwakeMachines;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Span;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An emitter that spoke steadily and then did not, while its machines ran, others went on at their
 * own pace, and nothing known explains it: no stop, no sleep, no crash, no outage, no change, no
 * missing log. An explained silence is no finding.
 *
 * <p>A renewal model: pauses have an exponential tail whose scale is the mean pause, or, where the
 * emitter speaks in bursts, what its second longest pause implies (the longest of n such pauses is
 * about the scale times ln n). The p-value is that the longest of n pauses reaches this one.
 */
public final class BelowBaseline {
  /** A rhythm needs this many lines to be known. */
  private static final long LEAST_LINES = 100;

  /** A silence is at least this many times as long as any other pause of the same emitter. */
  private static final int LONGER = 5;

  private static final Duration SHORTEST = Duration.ofMinutes(5);

  /** A change this shortly before may have taken the line out of the program. */
  private static final Duration CHANGED = Duration.ofMinutes(20);

  private final AnalysisSettings settings;
  private final LogExtent log;
  private final List<MachineHistory> machines;
  private final List<Span> explained;
  private final List<Instant> changes;
  private final LogGaps rhythm;

  /**
   * A detector for one case.
   *
   * @param explained times of outages, crashes and missing log
   * @param changes when changes took effect
   * @param rhythm the log's own rhythm
   */
  public BelowBaseline(
      AnalysisSettings settings,
      LogExtent log,
      List<MachineHistory> machines,
      List<Span> explained,
      List<Instant> changes,
      LogGaps rhythm) {
    this.settings = settings;
    this.log = log;
    this.machines = machines;
    this.explained = List.copyOf(explained);
    this.changes = List.copyOf(changes);
    this.rhythm = rhythm;
  }

  /** A finding for each silence that nothing explains. */
  public List<Finding> findings(Heartbeats heartbeats) {
    List<Finding> findings = new ArrayList<>();
    for (Heartbeats.Beat beat : heartbeats.beats()) {
      Heartbeats.Pause pause = longest(beat);
      if (beat.count >= LEAST_LINES && pause != null) {
        Finding finding = judge(beat, pause);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  /** The longest pause, that from its last line to the log's end among them. */
  private Heartbeats.@Nullable Pause longest(Heartbeats.Beat beat) {
    Evidence end = log.lastLine();
    Heartbeats.@Nullable Pause longest = beat.pauses().isEmpty() ? null : beat.pauses().getFirst();
    if (end != null) {
      Heartbeats.Pause open = new Heartbeats.Pause(beat.last, log.last(), beat.lastLine, end);
      if (longest == null || open.length().compareTo(longest.length()) > 0) {
        longest = open;
      }
    }
    return longest;
  }

  private @Nullable Finding judge(Heartbeats.Beat beat, Heartbeats.Pause pause) {
    double seconds = pause.length().toMillis() / 1000.0;
    double other =
        beat.pauses().stream()
            .filter(each -> !each.from().equals(pause.from()))
            .mapToDouble(each -> each.length().toMillis() / 1000.0)
            .max()
            .orElse(0);
    double spoken = Duration.between(beat.first, beat.last).toMillis() / 1000.0;
    boolean inside = pause.to().compareTo(beat.last) <= 0;
    double active = spoken - (inside ? seconds : 0);
    boolean steady =
        Duration.between(beat.first, pause.from()).toSeconds() >= 1800 && active >= seconds / 2;
    if (pause.length().compareTo(SHORTEST) < 0 || seconds < LONGER * other || !steady) {
      return null;
    }
    double scale = Math.max(active / beat.count, other / Math.log(beat.count));
    double p = -Math.expm1(beat.count * Math.log1p(-Math.exp(-seconds / scale)));
    double days =
        Math.max(1.0 / 24, Duration.between(log.first(), log.last()).toSeconds() / 86_400.0);
    if (p > settings.falseAlarmsPerSourceDay() * days || explainedBy(beat, pause)) {
      return null;
    }
    return finding(beat, pause, p, active / beat.count, other, inside);
  }

  private boolean explainedBy(Heartbeats.Beat beat, Heartbeats.Pause pause) {
    Instant from = pause.from().minusSeconds(60);
    boolean failing =
        explained.stream()
            .anyMatch(span -> span.from().isBefore(pause.to()) && from.isBefore(span.to()));
    boolean changed =
        changes.stream()
            .anyMatch(
                at ->
                    at.isAfter(pause.from().minus(CHANGED))
                        && at.isBefore(pause.from().plus(CHANGED)));
    return failing || changed || !ranThroughout(beat, pause) || !othersWentOn(beat, pause);
  }

  /** Whether all machines that it spoke from ran on; one that slept may have taken it along. */
  private boolean ranThroughout(Heartbeats.Beat beat, Heartbeats.Pause pause) {
    boolean any = false;
    for (MachineHistory machine : machines) {
      if (!beat.machines.contains(machine.machine())) {
        continue;
      }
      boolean ran =
          AwakeMachines.of(machine, log.first(), log.last()).stream()
              .anyMatch(
                  span ->
                      !span.from().isAfter(pause.from())
                          && !span.to().isBefore(pause.to().minusSeconds(1)));
      if (!ran) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** Its own lines are gone from the log's rhythm; the others' must not be. */
  private boolean othersWentOn(Heartbeats.Beat beat, Heartbeats.Pause pause) {
    double own = beat.count / Math.max(1.0, Duration.between(beat.first, beat.last).toSeconds());
    double during = rhythm.activity(pause.from(), pause.to());
    double before = rhythm.activity(pause.from().minus(Duration.ofMinutes(30)), pause.from());
    return during >= 0.02 && during >= Math.max(0, before - own) / 2;
  }

  private static Finding finding(
      Heartbeats.Beat beat,
      Heartbeats.Pause pause,
      double p,
      double mean,
      double other,
      boolean inside) {
    String text =
        beat.emitter
            + " spoke "
            + beat.count
            + " times, one line every "
            + Wording.length(Duration.ofMillis((long) (mean * 1000)))
            + " on average and never more than "
            + Wording.length(Duration.ofMillis((long) (other * 1000)))
            + " apart; then nothing for "
            + Wording.length(pause.length())
            + String.format(Locale.ROOT, " (p = %s). ", Wording.chance(p))
            + "Its machines ran, others went on speaking, and no stop, sleep, crash, outage, change"
            + " or missing log explains it."
            + (inside ? "" : " It had not spoken again when the log ended.");
    return Findings.of(
        pause.from(),
        pause.to(),
        List.copyOf(beat.machines),
        Severity.WARNING,
        0.85,
        beat.emitter + " fell silent for " + Wording.length(pause.length()),
        text,
        List.of(pause.before(), pause.after()),
        new Details.Silence(beat.emitter, Details.SilenceMode.BELOW_BASELINE, "unexplained", p));
  }
}
