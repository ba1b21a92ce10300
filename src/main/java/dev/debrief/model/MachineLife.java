package dev.debrief.model;

import java.util.List;

/**
 * What one machine was doing, as far as logs and events show.
 *
 * @param phases in order of time, not overlapping; time between them is not known
 */
public record MachineLife(String machine, String app, String region, List<Phase> phases) {
  public MachineLife {
    phases = List.copyOf(phases);
  }

  /**
   * A stretch of one state.
   *
   * @param evidence the lines that begin and end it
   */
  public record Phase(State state, TimeRange range, List<Evidence> evidence) {
    public Phase {
      evidence = List.copyOf(evidence);
    }
  }

  /** What a machine can be doing. */
  public enum State {
    /** The VM runs, the program does not serve yet. */
    BOOTING,
    UP,
    /** The program runs and its checks or requests fail. */
    FAILING,
    /** Ended, and not asked to. */
    DOWN,
    /** Ended on request: a deploy, a person. */
    STOPPED,
    /** Stopped or suspended for want of traffic. */
    ASLEEP
  }
}
