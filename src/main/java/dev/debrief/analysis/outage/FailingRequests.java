package dev.debrief.analysis.outage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the stretches in which a good part of the requests failed: the likeliest path of two
 * states, healthy and failing, through the slices (Viterbi; the states' costs as in Kleinberg,
 * Bursty and Hierarchical Structure in Streams, KDD 2002). Time without requests says nothing.
 */
final class FailingRequests {
  /** Of a failing time's requests at least about this share fails; a twentieth tips the scale. */
  private static final double FAILING = 0.2;

  /** A change of state must be e to this many times likelier than none. */
  private static final double SWITCH = 9;

  /** No healthy app is taken to fail less, or more, than this. */
  private static final double LEAST_BASELINE = 0.002;

  private static final double MOST_BASELINE = 0.05;

  private FailingRequests() {}

  static List<Span> of(List<Answers> slices) {
    List<Span> spans = path(slices, 0.01);
    double baseline = baseline(slices, spans);
    return path(slices, baseline);
  }

  /** The share that fails while the app is healthy. */
  static double baseline(List<Answers> slices, List<Span> failing) {
    long ok = 0;
    long failed = 0;
    int next = 0;
    for (Answers slice : slices) {
      Instant start = slice.start();
      while (next < failing.size() && failing.get(next).to().isBefore(start)) {
        next++;
      }
      boolean inside =
          next < failing.size()
              && !start.plusSeconds(Requests.SLICE_SECONDS).isBefore(failing.get(next).from());
      if (!inside) {
        ok += slice.ok();
        failed += slice.failed();
      }
    }
    double share = ok + failed == 0 ? LEAST_BASELINE : (double) failed / (ok + failed);
    return Math.clamp(share, LEAST_BASELINE, MOST_BASELINE);
  }

  private static List<Span> path(List<Answers> slices, double baseline) {
    double failing = Math.max(FAILING, 4 * baseline);
    double perFailed = Math.log(failing / baseline);
    double perOk = Math.log((1 - failing) / (1 - baseline));
    int n = slices.size();
    boolean[] fromFailing = new boolean[n];
    boolean[] fromHealthy = new boolean[n];
    double healthyScore = 0;
    double failingScore = -SWITCH;
    for (int i = 0; i < n; i++) {
      Answers slice = slices.get(i);
      double gain = slice.failed() * perFailed + slice.ok() * perOk;
      fromFailing[i] = failingScore - SWITCH > healthyScore;
      fromHealthy[i] = healthyScore - SWITCH > failingScore;
      double healthy = Math.max(healthyScore, failingScore - SWITCH);
      failingScore = Math.max(failingScore, healthyScore - SWITCH) + gain;
      healthyScore = healthy;
    }
    boolean[] bad = new boolean[n];
    boolean state = failingScore > healthyScore;
    for (int i = n - 1; i >= 0; i--) {
      bad[i] = state;
      state = state ? !fromHealthy[i] : fromFailing[i];
    }
    return spans(slices, bad);
  }

  private static List<Span> spans(List<Answers> slices, boolean[] bad) {
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < bad.length) {
      if (!bad[i]) {
        i++;
        continue;
      }
      int from = i;
      while (i < bad.length && bad[i]) {
        i++;
      }
      Answers.Seen first = null;
      Answers.Seen last = null;
      for (int k = from; k < i; k++) {
        first = first == null ? slices.get(k).firstFailed() : first;
        last = slices.get(k).lastFailed() == null ? last : slices.get(k).lastFailed();
      }
      if (first != null && last != null) {
        spans.add(new Span(first.at(), last.at()));
      }
    }
    return spans;
  }
}
