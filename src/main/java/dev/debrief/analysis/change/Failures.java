package dev.debrief.analysis.change;

import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.Answers;
import dev.debrief.analysis.outage.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Failures by time: crashes, and requests that failed of those answered. */
final class Failures {
  /** A share of failures below this is the usual noise of a healthy app. */
  private static final double NOISE = 0.02;

  /** From this share on a side counts as failing, without any test. */
  private static final double FAILING = 0.05;

  /** Fewer answers than this have no share worth the name. */
  private static final long ANSWERS = 20;

  /** Failures that last show in this many slices of ten seconds: a minute's worth. */
  private static final int LASTING_SLICES = 6;

  private final List<MachineHistory> machines;
  private final Requests requests;

  /**
   * What happened within a time.
   *
   * @param crashes unrequested exits
   * @param failed requests that failed
   * @param answered all that were answered
   * @param failingSlices slices of time with a failure: a burst within one counts once
   */
  record Tally(long crashes, long failed, long answered, long failingSlices) {
    /** Nothing happened. */
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Whether the log tells of requests that went well, so that a share means something. */
    boolean hasShare() {
      return answered > failed;
    }

    /** The share of requests that failed. */
    double share() {
      return answered == 0 ? 0 : (double) failed / answered;
    }

    /** More than noise, and more than one burst within a slice or two. */
    boolean bad() {
      return share() >= NOISE && failingSlices >= LASTING_SLICES;
    }

    /** Whether a good part of the requests fails, so that no test is needed to see it. */
    boolean failing() {
      return answered >= ANSWERS && share() >= FAILING && bad();
    }
  }

  Failures(List<MachineHistory> machines, Requests requests) {
    this.machines = machines;
    this.requests = requests;
  }

  Tally within(Instant from, Instant to) {
    long crashes =
        machines.stream()
            .filter(machine -> !machine.oneOff())
            .flatMap(machine -> machine.exits(from, to).stream())
            .filter(exit -> exit.crash() && exit.at().isBefore(to))
            .count();
    long failed = 0;
    long answered = 0;
    long slices = 0;
    // Whole slices only: one that a change cuts belongs to neither side.
    Instant first = from.plus(Duration.ofSeconds(Requests.SLICE_SECONDS - 1L));
    for (Answers slice : requests.between(from, to)) {
      boolean whole =
          !slice.start().isBefore(from)
              && !slice.start().plusSeconds(Requests.SLICE_SECONDS).isAfter(to);
      if (whole || first.isAfter(to)) {
        failed += slice.failed();
        slices += slice.failed() > 0 ? 1 : 0;
        answered += slice.ok() + slice.failed();
      }
    }
    return new Tally(crashes, failed, answered, slices);
  }
}
