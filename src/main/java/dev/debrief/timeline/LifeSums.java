package dev.debrief.timeline;

import dev.debrief.model.MachineLife;

/**
 * How long a machine was in each state up to each of its phases, so that the phases of a column are
 * told from two of them, however many there are.
 */
final class LifeSums {
  /** For lanes that have no phases. */
  static final LifeSums NONE = new LifeSums(0);

  private static final int STATES = MachineLife.State.values().length;

  /** By state, up to but not including a phase, in ns. */
  private final long[][] before;

  /** Each phase's state by its ordinal, -1 where a mark is none. */
  private final byte[] states;

  private LifeSums(int phases) {
    before = new long[STATES][phases + 1];
    states = new byte[phases];
  }

  /** Those of a track; linear in its marks. */
  static LifeSums of(Track track) {
    LifeSums sums = new LifeSums(track.size());
    for (int i = 0; i < track.size(); i++) {
      for (long[] state : sums.before) {
        state[i + 1] = state[i];
      }
      sums.states[i] = -1;
      if (track.marks().get(i) instanceof Mark.Life life) {
        sums.states[i] = (byte) life.state().ordinal();
        // An instant counts a little: a phase shorter than any clock was still there.
        sums.before[life.state().ordinal()][i + 1] +=
            Math.max(1, track.ends()[i] - track.starts()[i]);
      }
    }
    return sums;
  }

  /** A phase's state by its ordinal, -1 where a mark is none. */
  int state(int phase) {
    return states[phase];
  }

  /** How long the phases from one to before another were in a state. */
  long between(int state, int from, int to) {
    return before[state][to] - before[state][from];
  }
}
