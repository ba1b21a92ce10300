package dev.debrief.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a series of like events get a row of a report's timeline.
 *
 * @param brief whether the first alone stands for its like
 */
record Series(boolean brief) {
  /** How many get a row, beside the last. */
  static final int SHOWN = 3;

  /** The first few of a kind and the last; of a brief telling the first alone. */
  <T> List<T> ends(List<T> all) {
    if (brief) {
      return all.subList(0, Math.min(1, all.size()));
    }
    if (all.size() <= SHOWN + 1) {
      return all;
    }
    List<T> out = new ArrayList<>(all.subList(0, SHOWN));
    out.add(all.getLast());
    return out;
  }

  /** What a row says of its place among its like; empty where that goes without saying. */
  <T> String placeIn(List<T> all, T one) {
    if (brief && all.size() > 1) {
      return " (the first of " + Wording.count(all.size(), "time", "times") + ")";
    }
    return all.size() > SHOWN + 1 && one == all.getLast()
        ? " (the last of " + Wording.count(all.size(), "time", "times") + ")"
        : "";
  }
}
