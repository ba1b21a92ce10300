package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.MachineHistory;
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

  /**
   * The runs since a change, as what carries that it lit a slow fuse.
   *
   * @param next when the change after it began, UTC
   */
  static Optional<Fuse> since(Trial trial, Instant next, List<MachineHistory> machines) {
    List<Run> runs =
        Run.within(machines, trial.rollout().begin(), next).stream()
            .filter(run -> run.life().compareTo(SHORT) >= 0)
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
            Run.ends(runs)));
  }
}
