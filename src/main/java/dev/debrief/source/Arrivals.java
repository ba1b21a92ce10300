package dev.debrief.source;

import dev.debrief.model.Entry;
import dev.debrief.model.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a block tells its records. Most dumps begin with the oldest; some copies list
 * the newest first. The first few are held until that is plain, and such a block is turned round.
 */
final class Arrivals {
  /** Records looked at to tell whether the newest comes first. */
  private static final int ENOUGH = 100;

  /** Records held to be turned round; a longer block is turned round in pieces of this size. */
  private static final int MOST_HELD = 200_000;

  private enum Direction {
    UNKNOWN,
    FORWARD,
    BACKWARD
  }

  /** A record that waits, or another entry, to keep its place among them. */
  private record Held(Format format, @Nullable Told told, @Nullable Entry other) {}

  private final Reading reading;
  private final Recorder recorder;
  private final List<Held> held = new ArrayList<>();
  private Direction direction = Direction.UNKNOWN;

  Arrivals(Reading reading, Recorder recorder) {
    this.reading = reading;
    this.recorder = recorder;
  }

  /** Takes a record. */
  void record(Told told) {
    if (direction == Direction.FORWARD) {
      recorder.record(told);
    } else {
      hold(new Held(told.format(), told, null));
    }
  }

  /** Takes another entry. */
  void other(Format format, Entry entry) {
    if (held.isEmpty()) {
      reading.hand(format, entry);
    } else {
      hold(new Held(format, null, entry));
    }
  }

  /** Hears that a block has ended: what is held goes out, the next one may run the other way. */
  void flush() {
    if (direction == Direction.UNKNOWN) {
      decide();
    }
    release();
    direction = Direction.UNKNOWN;
  }

  private void hold(Held one) {
    held.add(one);
    if (direction == Direction.UNKNOWN && held.size() >= ENOUGH) {
      decide();
    } else if (held.size() >= MOST_HELD) {
      release();
    }
  }

  private void decide() {
    int later = 0;
    int earlier = 0;
    Told before = null;
    for (Held one : held) {
      Told told = one.told();
      if (told != null) {
        int order = before == null ? 0 : told.moment().at().compareTo(before.moment().at());
        later += order > 0 ? 1 : 0;
        earlier += order < 0 ? 1 : 0;
        before = told;
      }
    }
    if (earlier > 1 && earlier > 4 * later) {
      direction = Direction.BACKWARD;
    } else {
      direction = Direction.FORWARD;
      release();
    }
  }

  private void release() {
    boolean backward = direction == Direction.BACKWARD;
    for (Held one : backward ? held.reversed() : held) {
      Told told = one.told();
      Entry other = one.other();
      if (told != null) {
        recorder.record(told);
      } else if (other != null) {
        reading.hand(one.format(), other);
      }
    }
    if (backward && !held.isEmpty()) {
      reading
          .account(held.getFirst().format())
          .note(
              Source.Note.Kind.INFERRED,
              0,
              "the newest lines come first; they were turned round",
              "");
    }
    held.clear();
  }
}
