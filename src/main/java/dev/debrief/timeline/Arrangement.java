package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a reader arranged the lanes.
 *
 * @param order lanes by id that were moved, in the order they stand among their kind; the others
 *     follow
 * @param pinned lanes that stay on top while the others scroll
 * @param hidden lanes not shown
 * @param foldedLanes lanes drawn low and without words
 * @param foldedKinds kinds whose lanes are all drawn so
 * @param filter only lanes whose title, subtitle or kind holds these letters; empty for all
 */
public record Arrangement(
    List<String> order,
    Set<String> pinned,
    Set<String> hidden,
    Set<String> foldedLanes,
    Set<LaneKind> foldedKinds,
    String filter) {
  /** Every lane, in its own order. */
  public static final Arrangement DEFAULT =
      new Arrangement(List.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

  public Arrangement {
    order = List.copyOf(order);
    pinned = Set.copyOf(pinned);
    hidden = Set.copyOf(hidden);
    foldedLanes = Set.copyOf(foldedLanes);
    foldedKinds = Set.copyOf(foldedKinds);
  }

  /** The lanes to show, the pinned ones first. */
  List<Scene.Strand> arranged(List<Scene.Strand> strands) {
    Map<String, Integer> places = new HashMap<>();
    for (String id : order) {
      places.putIfAbsent(id, places.size());
    }
    String wanted = filter.strip().toLowerCase(Locale.ROOT);
    List<Scene.Strand> shown = new ArrayList<>();
    for (Scene.Strand strand : strands) {
      if (!hidden.contains(strand.lane().id()) && matches(strand.lane(), wanted)) {
        shown.add(strand);
      }
    }
    shown.sort(
        Comparator.comparing((Scene.Strand s) -> !pinned.contains(s.lane().id()))
            .thenComparing(s -> s.lane().kind())
            .thenComparing(s -> places.getOrDefault(s.lane().id(), Integer.MAX_VALUE)));
    return shown;
  }

  private static boolean matches(Lane lane, String wanted) {
    return wanted.isEmpty()
        || (lane.title() + " " + lane.subtitle() + " " + lane.kind().title())
            .toLowerCase(Locale.ROOT)
            .contains(wanted);
  }

  boolean folds(Lane lane) {
    return foldedLanes.contains(lane.id()) || foldedKinds.contains(lane.kind());
  }

  /** With a lane pinned, or no longer. */
  public Arrangement togglePin(String lane) {
    return new Arrangement(order, toggled(pinned, lane), hidden, foldedLanes, foldedKinds, filter);
  }

  /** With a lane folded, or no longer. */
  public Arrangement toggleFold(String lane) {
    return new Arrangement(order, pinned, hidden, toggled(foldedLanes, lane), foldedKinds, filter);
  }

  /** With all lanes of a kind folded, or no longer. */
  public Arrangement toggleFold(LaneKind kind) {
    return new Arrangement(order, pinned, hidden, foldedLanes, toggled(foldedKinds, kind), filter);
  }

  /** With a lane hidden, or no longer. */
  public Arrangement toggleHidden(String lane) {
    return new Arrangement(order, pinned, toggled(hidden, lane), foldedLanes, foldedKinds, filter);
  }

  /** With no lane hidden. */
  public Arrangement withAllShown() {
    return new Arrangement(order, pinned, Set.of(), foldedLanes, foldedKinds, "");
  }

  /** With another filter. */
  public Arrangement withFilter(String letters) {
    return new Arrangement(order, pinned, hidden, foldedLanes, foldedKinds, letters);
  }

  /** With the lanes of these ids in this order. */
  public Arrangement withOrder(List<String> lanes) {
    return new Arrangement(lanes, pinned, hidden, foldedLanes, foldedKinds, filter);
  }

  private static <T> Set<T> toggled(Set<T> set, T element) {
    Set<T> changed = new HashSet<>(set);
    if (!changed.remove(element)) {
      changed.add(element);
    }
    return changed;
  }
}
