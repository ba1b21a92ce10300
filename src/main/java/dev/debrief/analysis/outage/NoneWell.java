package dev.debrief.analysis.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When some machine that should run was down and none ran well, of what is told of each. In the
 * order of time, so that thousands of machines that crash thousands of times are no matter.
 */
final class NoneWell {
  /** A crash this long before the last machine went down is of the same outage. */
  private static final Duration SHORTLY = Duration.ofSeconds(60);

  /** So many machines more, or fewer, are down or well from an instant on. */
  private record Edge(Instant at, int down, int well) {}

  private final List<Edge> edges = new ArrayList<>();
  private final List<Span> crashes = new ArrayList<>();
  private boolean inOrder;

  /** Takes when a machine was down and when it ran: each in order and without overlaps. */
  void add(List<Span> down, List<Span> awake) {
    crashes.addAll(down);
    inOrder = false;
    for (Span span : down) {
      edges.add(new Edge(span.from(), 1, 0));
      edges.add(new Edge(span.to(), -1, 0));
    }
    for (Span span : Span.without(awake, down)) {
      edges.add(new Edge(span.from(), 0, 1));
      edges.add(new Edge(span.to(), 0, -1));
    }
  }

  /** In order and without overlaps. */
  List<Span> spans() {
    edges.sort(Comparator.comparing(Edge::at));
    List<Span> spans = new ArrayList<>();
    int down = 0;
    int well = 0;
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      down += edge.down;
      well += edge.well;
      boolean last = i + 1 == edges.size();
      if (!last && down > 0 && well == 0 && edges.get(i + 1).at.isAfter(edge.at)) {
        spans.add(new Span(edge.at, edges.get(i + 1).at));
      }
    }
    return Span.united(spans, Duration.ZERO);
  }

  /** The same stretch, from the first of the crashes that took the last machine down. */
  Span fromFirstCrash(Span span) {
    if (!inOrder) {
      crashes.sort(Comparator.comparing(Span::from));
      inOrder = true;
    }
    for (int i = firstFrom(span.from().minus(SHORTLY)); i < crashes.size(); i++) {
      Span crash = crashes.get(i);
      if (crash.from().isAfter(span.from())) {
        break;
      }
      if (!crash.to().isBefore(span.from())) {
        return new Span(crash.from(), span.to());
      }
    }
    return span;
  }

  private int firstFrom(Instant from) {
    int low = 0;
    int high = crashes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (crashes.get(middle).from().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
