package dev.debrief.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Works out the zone of local times from instants that are known to lie shortly before them: a
 * release is created after its image's build began, and the image's tag says when that was. The
 * offset is the one on which most rows agree, among those that clocks on earth show.
 */
final class Zones {
  /** A local time may lie this much before the instant: it was cut to the minute. */
  private static final int EARLY = 60;

  /** Builds take up to this many seconds. */
  private static final int LATE = 45 * 60;

  private static final List<Integer> OFFSETS = offsets();

  private Zones() {}

  /** An offset's name: {@code UTC} or {@code +02:00}. */
  static String name(int offset) {
    return offset == 0 ? "UTC" : ZoneOffset.ofTotalSeconds(offset).getId();
  }

  /** A local time and an instant shortly before it. */
  record Pair(LocalDateTime local, Instant before) {
    /** How long after the instant the local time lies, in seconds, were this its offset. */
    long after(int offset) {
      return local.toEpochSecond(ZoneOffset.UTC) - offset - before.getEpochSecond();
    }

    boolean fits(int offset) {
      long after = after(offset);
      return after >= -EARLY && after < LATE;
    }
  }

  private static List<Integer> offsets() {
    List<Integer> offsets = new ArrayList<>();
    for (int hour = -12; hour <= 14; hour++) {
      offsets.add(hour * 3600);
    }
    for (int quarters : new int[] {-38, -14, -10, 14, 18, 22, 23, 26, 35, 38, 42, 51, 55}) {
      offsets.add(quarters * 900);
    }
    return offsets;
  }

  /**
   * The offset on which most pairs agree; of those that tie, the one that makes builds shortest.
   */
  static Optional<ZoneOffset> agreed(List<Pair> pairs) {
    Map<Integer, Long> late = new HashMap<>();
    Map<Integer, Integer> votes = new HashMap<>();
    for (int offset : OFFSETS) {
      for (Pair pair : pairs) {
        if (pair.fits(offset)) {
          votes.merge(offset, 1, Integer::sum);
          late.merge(offset, Math.abs(pair.after(offset)), Long::sum);
        }
      }
    }
    return OFFSETS.stream()
        .filter(votes::containsKey)
        .min(
            (one, other) -> {
              int most = Integer.compare(votes.getOrDefault(other, 0), votes.getOrDefault(one, 0));
              return most != 0
                  ? most
                  : Long.compare(late.getOrDefault(one, 0L), late.getOrDefault(other, 0L));
            })
        .map(ZoneOffset::ofTotalSeconds);
  }

  /**
   * The offset of every pair's own local time: the agreed one, or the one an hour beside it where
   * the pairs on one side of a day all say that, as they do where summer time began or ended.
   */
  static Map<LocalDateTime, Integer> byDate(List<Pair> pairs, int agreed) {
    Map<LocalDateTime, Integer> offsets = new HashMap<>();
    for (Pair pair : pairs) {
      for (int offset : new int[] {agreed, agreed + 3600, agreed - 3600}) {
        if (pair.fits(offset)) {
          offsets.putIfAbsent(pair.local(), offset);
        }
      }
    }
    int other =
        offsets.values().stream().filter(offset -> offset != agreed).findFirst().orElse(agreed);
    TreeSet<LocalDateTime> usual = new TreeSet<>();
    TreeSet<LocalDateTime> unusual = new TreeSet<>();
    offsets.forEach((date, offset) -> (offset == agreed ? usual : unusual).add(date));
    boolean apart =
        usual.isEmpty()
            || unusual.isEmpty()
            || unusual.last().isBefore(usual.first())
            || usual.last().isBefore(unusual.first());
    boolean one = offsets.values().stream().allMatch(offset -> offset == agreed || offset == other);
    if (!one || !apart) {
      offsets.replaceAll((date, offset) -> agreed);
    }
    return offsets;
  }
}
