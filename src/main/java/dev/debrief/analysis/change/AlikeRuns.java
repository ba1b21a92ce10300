package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs that each end after about as long, where one went on for longer before the change: something
 * that came with it is used up in each of them, such as memory.
 */
final class AlikeRuns {
  /** Runs that end sooner are a crash loop's. */
  private static final Duration SHORT = Boot.HELD;

  /** Runs are alike where the longest is at most so many times as long as the shortest. */
  private static final double ALIKE = 3;

  /** The time without an end must have been so much longer than the longest run. */
  private static final double LONGER = 1.5;

  private static final int RUNS = 3;
  private static final int RUNS_OUT_OF_MEMORY = 2;

  private AlikeRuns() {}

  private record Run(Duration life, Exit exit) {}

  /**
   * The runs since a change, as what carries that it lit a slow fuse.
   *
   * @param next when the change after it began, UTC
   */
  static Optional<Fuse> since(Trial trial, Instant next, List<MachineHistory> machines) {
    List<Run> runs =
        machines.stream()
            .filter(machine -> !machine.oneOff())
            .flatMap(machine -> machine.boots().stream())
            .flatMap(boot -> run(boot, trial.rollout().begin(), next).stream())
            .toList();
    boolean memory = runs.stream().allMatch(run -> run.exit().oom());
    if (runs.size() < (memory ? RUNS_OUT_OF_MEMORY : RUNS)) {
      return Optional.empty();
    }
    List<Duration> lives = runs.stream().map(Run::life).sorted().toList();
    Duration shortest = lives.getFirst();
    Duration longest = lives.getLast();
    Duration before = trial.before().covered();
    if (longest.toMillis() > ALIKE * shortest.toMillis()
        || before.toMillis() < LONGER * longest.toMillis()) {
      return Optional.empty();
    }
    List<Evidence> lines =
        runs.stream().flatMap(run -> run.exit().evidence().stream().limit(1)).toList();
    return Optional.of(
        new Fuse(
            Wording.count(lives.size(), "run", "runs")
                + " since it ended after "
                + SlowFuses.length(shortest)
                + " to "
                + SlowFuses.length(longest)
                + (memory ? ", each out of memory" : ", unasked")
                + "; in the "
                + SlowFuses.length(before)
                + " before it none ended",
            lines));
  }

  /** A boot that ended by a crash of its own, not soon and not before the change. */
  private static Optional<Run> run(Boot boot, Instant begin, Instant next) {
    Exit exit = boot.exit();
    if (boot.start() == null
        || exit == null
        || !exit.crash()
        || exit.supposed()
        || boot.start().at().isBefore(begin)
        || !exit.at().isBefore(next)) {
      return Optional.empty();
    }
    Duration life = Duration.between(boot.start().at(), exit.at());
    return life.compareTo(SHORT) < 0 ? Optional.empty() : Optional.of(new Run(life, exit));
  }
}
