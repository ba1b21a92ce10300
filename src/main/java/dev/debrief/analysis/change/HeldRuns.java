package dev.debrief.analysis.change;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.MachineHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs that each ended by themselves after about as long, until a change after which none ended in
 * far longer: too few ends for a test of their rate, which takes them for accidents that come at
 * any time, but a run that always ends by the same hour and then does not was mended. The other
 * side of what {@link SlowFuses} says of runs that end alike since a change.
 */
final class HeldRuns {
  private static final int RUNS = 3;

  /** The longest run in shortest ones: runs as different as that don't end alike. */
  private static final double ALIKE = 2;

  /** So many times the longest run must have passed since without an end. */
  private static final double LONGER = 2;

  private HeldRuns() {}

  /** What carries that the change ended the crashes, if it did. */
  static Optional<Ground> of(Trial trial, List<MachineHistory> machines) {
    // The first run may have begun with the log: only runs that are known whole count.
    List<Run> runs = Run.within(machines, trial.before().from(), trial.rollout().begin());
    if (runs.size() < RUNS) {
      return Optional.empty();
    }
    List<Duration> lives = runs.stream().map(Run::life).sorted().toList();
    Duration shortest = lives.getFirst();
    Duration longest = lives.getLast();
    boolean alike =
        shortest.compareTo(Boot.HELD) >= 0 && longest.toMillis() <= ALIKE * shortest.toMillis();
    Duration since = trial.after().covered();
    if (!alike || since.toMillis() < LONGER * longest.toMillis()) {
      return Optional.empty();
    }
    return Optional.of(
        new Ground(
            " Each of the "
                + lives.size()
                + " runs before it ended after "
                + SlowFuses.length(shortest)
                + " to "
                + SlowFuses.length(longest)
                + "; none has ended in the "
                + SlowFuses.length(since)
                + " since.",
            Run.ends(runs)));
  }
}
