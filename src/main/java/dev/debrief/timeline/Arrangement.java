package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.Arrays;
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
            .thenComparing(Scene.Strand::lane, places()));
    return shown;
  }

  /** All lanes, hidden or not, that pass the filter, as they stand within their kinds. */
  public List<Lane> ordered(List<Lane> lanes) {
    String wanted = filter.strip().toLowerCase(Locale.ROOT);
    return lanes.stream()
        .filter(lane -> matches(lane, wanted))
        .sorted(Comparator.comparing(Lane::kind).thenComparing(places()))
        .toList();
  }

  /** With a lane moved among those of its kind: up for a negative way. */
  public Arrangement moved(Lane lane, int by, List<Lane> lanes) {
    List<String> kin = new ArrayList<>();
    lanes.stream()
        .filter(other -> other.kind() == lane.kind())
        .sorted(places())
        .forEach(other -> kin.add(other.id()));
    int at = kin.indexOf(lane.id());
    if (at < 0) {
      return this;
    }
    // One step past those that are hidden, or the reader would see nothing happen.
    int to = at + by;
    while (to >= 0 && to < kin.size() && hidden.contains(kin.get(to))) {
      to += by;
    }
    if (to < 0 || to >= kin.size()) {
      return this;
    }
    kin.add(to, kin.remove(at));
    order.stream().filter(other -> !kin.contains(other)).forEach(kin::add);
    return withOrder(kin);
  }

  private Comparator<Lane> places() {
    Map<String, Integer> places = new HashMap<>();
    for (String id : order) {
      places.putIfAbsent(id, places.size());
    }
    return Comparator.comparing(lane -> places.getOrDefault(lane.id(), Integer.MAX_VALUE));
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

  /** All of it but the filter as text, to be kept: the same for the same arrangement. */
  public String written() {
    List<String> lines = new ArrayList<>();
    order.forEach(id -> lines.add("order " + id));
    pinned.stream().sorted().forEach(id -> lines.add("pinned " + id));
    hidden.stream().sorted().forEach(id -> lines.add("hidden " + id));
    foldedLanes.stream().sorted().forEach(id -> lines.add("folded " + id));
    foldedKinds.stream().sorted().forEach(kind -> lines.add("kind " + kind));
    lines.removeIf(line -> line.indexOf('\n') >= 0);
    return String.join("\n", lines);
  }

  /** The arrangement that a text tells; what can't be read in it is left out. */
  public static Arrangement read(String text) {
    List<String> order = new ArrayList<>();
    Set<String> pinned = new HashSet<>();
    Set<String> hidden = new HashSet<>();
    Set<String> folded = new HashSet<>();
    Set<LaneKind> kinds = new HashSet<>();
    for (String line : text.split("\n")) {
      int space = line.indexOf(' ');
      String what = space < 0 ? "" : line.substring(0, space);
      String id = line.substring(space + 1);
      switch (what) {
        case "order" -> order.add(id);
        case "pinned" -> pinned.add(id);
        case "hidden" -> hidden.add(id);
        case "folded" -> folded.add(id);
        case "kind" ->
            Arrays.stream(LaneKind.values())
                .filter(kind -> kind.name().equals(id))
                .forEach(kinds::add);
        default -> {}
      }
    }
    return new Arrangement(order, pinned, hidden, folded, kinds, "");
  }

  private static <T> Set<T> toggled(Set<T> set, T element) {
    Set<T> changed = new HashSet<>(set);
    if (!changed.remove(element)) {
      changed.add(element);
    }
    return changed;
  }
}
