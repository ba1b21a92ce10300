package dev.debrief.desktop.replay;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What was concluded for instants that were replayed: coming back to one costs nothing. */
final class Remembered {
  private static final int MOST = 64;

  private final NavigableMap<Instant, Known> known = new TreeMap<>();

  Optional<Known> at(Instant instant) {
    return Optional.ofNullable(known.get(instant));
  }

  /** What was known at the last remembered instant before: it was known then too. */
  Optional<Known> before(Instant instant) {
    return Optional.ofNullable(known.floorEntry(instant)).map(Map.Entry::getValue);
  }

  void put(Instant instant, Known what) {
    known.put(instant, what);
    if (known.size() > MOST) {
      // The one farthest from where the reader is.
      boolean first =
          java.time.Duration.between(known.firstKey(), instant)
                  .compareTo(java.time.Duration.between(instant, known.lastKey()))
              > 0;
      if (first) {
        known.pollFirstEntry();
      } else {
        known.pollLastEntry();
      }
    }
  }

  void clear() {
    known.clear();
  }
}
