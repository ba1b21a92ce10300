package dev.debrief.analysis.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The false discovery rate's step-up procedure (Benjamini and Hochberg, JRSS B 57, 1995). */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** Each p-value adjusted, in the order given: reject those at most q. */
  public static List<Double> adjusted(List<Double> p) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < p.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> p.get(i)).thenComparing(i -> i));
    Double[] adjusted = new Double[p.size()];
    double least = 1;
    for (int rank = order.size(); rank >= 1; rank--) {
      int i = order.get(rank - 1);
      least = Math.min(least, p.get(i) * order.size() / rank);
      adjusted[i] = least;
    }
    return List.of(adjusted);
  }
}
