package dev.debrief.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The zone that a table's local dates are read in.
 *
 * @param known dates whose offset in seconds is known; others take that of the nearest
 * @param zones where clocks were put back between two known dates, the zones that fit all of them
 */
record LocalZone(ZoneId zone, NavigableMap<LocalDateTime, Integer> known, List<ZoneId> zones) {
  LocalZone(ZoneId zone) {
    this(zone, Map.of());
  }

  LocalZone(ZoneId zone, Map<LocalDateTime, Integer> known) {
    this(zone, new TreeMap<>(known), turned(known) ? fitting(known) : List.of());
  }

  private static boolean turned(Map<LocalDateTime, Integer> known) {
    return known.values().stream().distinct().count() > 1;
  }

  private static List<ZoneId> fitting(Map<LocalDateTime, Integer> known) {
    return ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .map(ZoneId::of)
        .filter(
            zone ->
                known.entrySet().stream()
                    .allMatch(
                        entry ->
                            zone.getRules()
                                .getValidOffsets(entry.getKey())
                                .contains(ZoneOffset.ofTotalSeconds(entry.getValue()))))
        .toList();
  }

  /**
   * The instants that a local date can be, in order: two in the hour that autumn tells twice, or
   * where the zones that fit differ.
   */
  SortedSet<Instant> instants(LocalDateTime local) {
    SortedSet<Instant> instants = new TreeSet<>();
    Integer own = known.get(local);
    if (own != null) {
      instants.add(local.toInstant(ZoneOffset.ofTotalSeconds(own)));
      return instants;
    }
    if (known.isEmpty()) {
      zone.getRules()
          .getValidOffsets(local)
          .forEach(offset -> instants.add(local.toInstant(offset)));
      if (instants.isEmpty()) { // within the hour that spring leaves out
        instants.add(local.atZone(zone).toInstant());
      }
      return instants;
    }
    for (ZoneId each : zones) {
      each.getRules()
          .getValidOffsets(local)
          .forEach(offset -> instants.add(local.toInstant(offset)));
    }
    if (instants.isEmpty()) {
      instants.add(nearest(local));
    }
    return instants;
  }

  private Instant nearest(LocalDateTime local) {
    return Stream.of(
            Optional.ofNullable(known.floorEntry(local)),
            Optional.ofNullable(known.ceilingEntry(local)))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(entry -> Duration.between(entry.getKey(), local).abs()))
        .map(entry -> local.toInstant(ZoneOffset.ofTotalSeconds(entry.getValue())))
        .orElseGet(() -> local.atZone(zone).toInstant());
  }
}
