package dev.debrief.analysis.life;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Three or more unrequested exits of one machine, each soon after the last. */
public final class RestartBursts {
  /** Fewer are exits, not a burst: the contract's number. */
  static final int LEAST = 3;

  private RestartBursts() {}

  /** A run of exits of one machine. */
  public record Burst(String machine, List<Exit> exits) {
    public Burst {
      exits = List.copyOf(exits);
    }

    /** When its first exit happened. */
    public Instant from() {
      return exits.getFirst().at();
    }

    /** When its last exit happened. */
    public Instant to() {
      return exits.getLast().at();
    }

    /** The most exits within any window of this length. */
    public int peak(Duration window) {
      int most = 0;
      int from = 0;
      for (int to = 0; to < exits.size(); to++) {
        while (exits.get(from).at().plus(window).compareTo(exits.get(to).at()) <= 0) {
          from++;
        }
        most = Math.max(most, to - from + 1);
      }
      return most;
    }
  }

  /** Every burst, by machine, then time. Stops that were asked for neither count nor part them. */
  public static List<Burst> bursts(List<MachineHistory> machines, AnalysisSettings settings) {
    List<Burst> bursts = new ArrayList<>();
    for (MachineHistory machine : machines) {
      List<Exit> run = new ArrayList<>();
      for (Exit exit : machine.exits()) {
        if (!exit.crash()) {
          continue;
        }
        if (!run.isEmpty() && run.getLast().at().plus(settings.burstGap()).isBefore(exit.at())) {
          close(machine.machine(), run, bursts);
        }
        run.add(exit);
      }
      close(machine.machine(), run, bursts);
    }
    return bursts;
  }

  private static void close(String machine, List<Exit> run, List<Burst> bursts) {
    if (run.size() >= LEAST) {
      bursts.add(new Burst(machine, run));
    }
    run.clear();
  }

  /** A finding for each. */
  public static List<Finding> of(List<Burst> bursts, AnalysisSettings settings) {
    return bursts.stream().map(burst -> finding(burst, settings)).toList();
  }

  private static Finding finding(Burst burst, AnalysisSettings settings) {
    int count = burst.exits().size();
    Duration length = Duration.between(burst.from(), burst.to());
    int peak = burst.peak(settings.burstGap());
    List<Evidence> lines = new ArrayList<>();
    // The first and the last are what a reader checks; the rest stand between them.
    lines.add(burst.exits().getFirst().evidence().getFirst());
    lines.add(burst.exits().getLast().evidence().getFirst());
    burst.exits().forEach(exit -> lines.add(exit.evidence().getFirst()));
    long unseen = burst.exits().stream().filter(Exit::supposed).count();
    String each = Wording.length(Duration.ofMillis(length.toMillis() / Math.max(1, count - 1)));
    return Findings.of(
        burst.from(),
        burst.to(),
        List.of(burst.machine()),
        Severity.CRITICAL,
        unseen == 0 ? 0.98 : 0.7,
        burst.machine()
            + (unseen == count ? " booted anew " : " crashed ")
            + count
            + " times in "
            + Wording.length(length),
        "Nobody asked for these exits, and each came within "
            + Wording.length(settings.burstGap())
            + " of the last: one every "
            + each
            + " on average, at most "
            + peak
            + " within "
            + Wording.length(settings.burstGap())
            + ". "
            + codes(burst)
            + (unseen == 0
                ? ""
                : " No line tells of "
                    + (unseen == count ? "any" : unseen)
                    + " of these exits: the machine booted again and nobody had asked for a"
                    + " stop, as far as the log shows."),
        lines,
        new Details.RestartBurst(count, peak));
  }

  private static String codes(Burst burst) {
    long oom = burst.exits().stream().filter(Exit::oom).count();
    List<String> kinds =
        burst.exits().stream()
            .map(
                exit ->
                    exit.oom()
                        ? "want of memory"
                        : exit.signal() != null
                            ? exit.signal()
                            : exit.code() == null ? "an unknown code" : "code " + exit.code())
            .distinct()
            .sorted()
            .toList();
    return kinds.size() == 1
        ? "All of them by " + kinds.getFirst() + "."
        : "They ended by " + Wording.list(kinds) + (oom > 0 ? " (" + oom + " by memory)." : ".");
  }
}
