package dev.debrief.analysis.silence;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One machine that falls silent beside others that speak: its program as a whole, or one emitter of
 * it, against its own rhythm on that machine. The machine must be known to live on, the others must
 * go on at their usual rate, and they must not have taken its work over: a job or the traffic that
 * moves to another machine leaves nothing behind that should have spoken, nor does a machine that a
 * failing check takes out of routing.
 */
public final class SilentMachines {
  /** Long enough for two whole bins of the others' pace. */
  private static final Duration SHORTEST = Duration.ofSeconds(2L * Pace.BIN_SECONDS);

  /** The usual rate is taken over so much of the log before the silence, or over as much as it. */
  private static final Duration BESIDE = Duration.ofMinutes(30);

  /** From half of their usual rate on, the others went on. */
  private static final double WENT_ON = 0.5;

  /** Others that say more by half of what the silent one used to say took it over. */
  private static final double TAKEN_OVER = 0.5;

  /**
   * A check that fails this long before the last line, or so few of its usual pauses after it, came
   * first: requests under way still end. A program that hangs is silent for longer before its check
   * says so, for a check has its own interval and patience.
   */
  private static final Duration ENDING = Duration.ofSeconds(30);

  private static final double SOON = 3;

  /** Fewer lines than this of the others show no rate. */
  private static final double LEAST_LINES = 20;

  private final AnalysisSettings settings;
  private final LogExtent log;
  private final Map<String, MachineHistory> machines = new TreeMap<>();
  private final KnownReasons reasons;

  /** A detector for one case. */
  public SilentMachines(
      AnalysisSettings settings,
      LogExtent log,
      List<MachineHistory> machines,
      KnownReasons reasons) {
    this.settings = settings;
    this.log = log;
    this.reasons = reasons;
    machines.forEach(machine -> this.machines.put(machine.machine(), machine));
  }

  /** A pause of one machine's beat, and the model that it stands out from. */
  private record Silence(String machine, Beat beat, Pause pause, RenewalModel model) {}

  /**
   * A finding for each silence that nothing explains.
   *
   * @param known silences of emitters on all machines; a machine's part in one is no other
   */
  public List<Finding> findings(Heartbeats heartbeats, List<Finding> known) {
    SortedMap<String, SortedMap<String, Beat>> places = heartbeats.places();
    SortedMap<String, Beat> programs = places.getOrDefault(Heartbeats.PROGRAM, new TreeMap<>());
    List<Silence> whole = new ArrayList<>();
    for (Silence each : silences(programs)) {
      if (wentOn(programs, each) && alive(each) && !takenOver(programs, each)) {
        whole.add(each);
      }
    }
    List<Finding> findings = new ArrayList<>();
    whole.forEach(each -> findings.add(program(each)));
    places.forEach(
        (emitter, byMachine) -> {
          if (!emitter.equals(Heartbeats.PROGRAM)) {
            for (Silence each : silences(byMachine)) {
              if (wentOn(byMachine, each)
                  && programWentOn(programs.get(each.machine()), each)
                  && !takenOver(byMachine, each)
                  && !told(each, whole, known)) {
                findings.add(emitter(each));
              }
            }
          }
        });
    return findings;
  }

  /** The pauses that stand out and have no known reason. */
  private List<Silence> silences(SortedMap<String, Beat> byMachine) {
    List<Silence> silences = new ArrayList<>();
    if (byMachine.size() < 2) {
      return silences;
    }
    byMachine.forEach(
        (machine, beat) -> {
          @Nullable Pause pause = beat.longest(log);
          if (pause == null || pause.length().compareTo(SHORTEST) < 0) {
            return;
          }
          RenewalModel model = RenewalModel.of(beat, pause);
          boolean stands =
              model.standsOut(beat, pause, settings, log) || model.stoppedClock(beat, pause, log);
          if (stands && !reasons.explain(List.of(machine), pause)) {
            Silence silence = new Silence(machine, beat, pause, model);
            if (!unrouted(silence)) {
              silences.add(silence);
            }
          }
        });
    return silences;
  }

  /** Whether the others of a group spoke during the silence about as much as before it. */
  private static boolean wentOn(SortedMap<String, Beat> byMachine, Silence silence) {
    double during = others(byMachine, silence, silence.pause().from(), silence.pause().to());
    double before = others(byMachine, silence, earlier(silence.pause()), silence.pause().from());
    return before > 0
        && during >= WENT_ON * before
        && during * silence.pause().seconds() >= LEAST_LINES;
  }

  /** Whether the others took over what the silent one used to say, and it was not failing. */
  private boolean takenOver(SortedMap<String, Beat> byMachine, Silence silence) {
    double during = others(byMachine, silence, silence.pause().from(), silence.pause().to());
    double before = others(byMachine, silence, earlier(silence.pause()), silence.pause().from());
    double own = 1 / silence.model().mean();
    return during - before >= TAKEN_OVER * own && !checksFailed(silence);
  }

  private static double others(
      SortedMap<String, Beat> byMachine, Silence silence, Instant from, Instant to) {
    double sum = 0;
    for (Map.Entry<String, Beat> other : byMachine.entrySet()) {
      if (!other.getKey().equals(silence.machine())) {
        sum += other.getValue().pace.rate(from, to);
      }
    }
    return sum;
  }

  private static Instant earlier(Pause pause) {
    Duration beside = pause.length().compareTo(BESIDE) > 0 ? pause.length() : BESIDE;
    return pause.from().minus(beside);
  }

  /** Whether the rest of the program on that machine went on: the sign that it lived. */
  private static boolean programWentOn(@Nullable Beat program, Silence silence) {
    if (program == null) {
      return false;
    }
    Pause pause = silence.pause();
    double own = silence.beat().pace.rate(earlier(pause), pause.from());
    double before = program.pace.rate(earlier(pause), pause.from()) - own;
    double during = program.pace.rate(pause.from(), pause.to());
    return during * pause.seconds() >= LEAST_LINES && during >= WENT_ON * before;
  }

  /** Whether it spoke again in the same run, or the platform told of it meanwhile. */
  private boolean alive(Silence silence) {
    MachineHistory machine = machines.get(silence.machine());
    Pause pause = silence.pause();
    return silence.model().inside()
        || (machine != null
            && machine.last() != null
            && machine.last().at().isAfter(pause.from().plus(pause.length().dividedBy(2))));
  }

  private boolean checksFailed(Silence silence) {
    return checkFailed(
        silence.machine(), silence.pause().from().plusNanos(1), silence.pause().to());
  }

  /**
   * Whether a failing check came first: it takes the machine out of routing, so that a program
   * which writes of its requests has none to write of.
   */
  private boolean unrouted(Silence silence) {
    Instant last = silence.pause().from();
    long soon = Math.round(Math.max(2, SOON * silence.model().mean()) * 1e9);
    return checkFailed(silence.machine(), last.minus(ENDING), last.plusNanos(soon));
  }

  private boolean checkFailed(String id, Instant from, Instant before) {
    MachineHistory machine = machines.get(id);
    return machine != null
        && machine.marks().stream()
            .filter(mark -> mark.line() instanceof PlatformLine.CheckFailed)
            .map(Mark::at)
            .anyMatch(at -> !at.isBefore(from) && at.isBefore(before));
  }

  private static boolean told(Silence silence, List<Silence> whole, List<Finding> known) {
    Pause pause = silence.pause();
    return whole.stream()
            .anyMatch(
                other ->
                    other.machine().equals(silence.machine())
                        && other.pause().from().isBefore(pause.to())
                        && pause.from().isBefore(other.pause().to()))
        || known.stream()
            .anyMatch(
                finding ->
                    finding.details() instanceof Details.Silence details
                        && details.emitter().equals(silence.beat().emitter)
                        && finding.start().isBefore(pause.to())
                        && (finding.end() == null || pause.from().isBefore(finding.end())));
  }

  private Finding program(Silence silence) {
    String text =
        SilenceWords.rhythm(silence.beat(), silence.pause(), silence.model(), settings)
            + "The machine did not exit, stop or sleep, and the programs on the others went on at"
            + " their usual rate. "
            + (checksFailed(silence)
                ? "Its health check failed meanwhile, so it hung rather than its log was lost."
                : "Whether it hung or its lines were lost on their way can't be told from these"
                    + " dumps; its metrics for that time would.")
            + SilenceWords.open(silence.model());
    return finding(
        silence,
        "Machine "
            + silence.machine()
            + " wrote nothing for "
            + Wording.length(silence.pause().length())
            + " while others went on",
        text);
  }

  private Finding emitter(Silence silence) {
    String text =
        SilenceWords.rhythm(silence.beat(), silence.pause(), silence.model(), settings)
            + "The rest of the program on that machine went on, and so did "
            + silence.beat().emitter
            + " on the others; no stop, sleep, crash, outage, change or missing log explains it."
            + SilenceWords.open(silence.model());
    return finding(
        silence,
        silence.beat().emitter
            + " fell silent on "
            + silence.machine()
            + " alone for "
            + Wording.length(silence.pause().length()),
        text);
  }

  private static Finding finding(Silence silence, String title, String text) {
    Pause pause = silence.pause();
    return Findings.of(
        pause.from(),
        pause.to(),
        List.of(silence.machine()),
        Severity.WARNING,
        0.85,
        title,
        text,
        List.of(pause.before(), pause.after()),
        new Details.Silence(
            silence.beat().emitter,
            Details.SilenceMode.BELOW_BASELINE,
            "unexplained",
            silence.model().p()));
  }
}
