package dev.debrief.analysis.outage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the stretches in which far more failed than usual, where the log tells of no request that
 * went well: the program logs none, and the proxy complains of cut connections on a good day too.
 * No share of the requests can be known then, but how often it complains can. The likeliest path of
 * two states, usual and failing, through all of the log's time, each with a rate of its own
 * (Viterbi; as in Kleinberg, Bursty and Hierarchical Structure in Streams, KDD 2002).
 */
final class ComplaintRates {
  /** A failing time has this many times the usual complaints. */
  private static final double TIMES = 5;

  /** And at least so many in a slice: one a minute. */
  private static final double FAILING = Requests.SLICE_SECONDS / 60.0;

  /** More than one a minute is not taken for usual, nor less than one an hour. */
  private static final double MOST_USUAL = Requests.SLICE_SECONDS / 60.0;

  private static final double LEAST_USUAL = Requests.SLICE_SECONDS / 3600.0;

  /** A change of state must be e to this many times likelier than none. */
  private static final double SWITCH = 9;

  private final List<Answers> slices;
  private final LogExtent log;

  private ComplaintRates(List<Answers> slices, LogExtent log) {
    this.slices = slices;
    this.log = log;
  }

  static List<Span> of(List<Answers> slices, LogExtent log) {
    if (slices.isEmpty()) {
      return List.of();
    }
    ComplaintRates rates = new ComplaintRates(slices, log);
    List<Span> spans = rates.path(rates.usual(List.of()));
    return rates.path(rates.usual(spans));
  }

  /** How many complaints a slice holds outside of the failing times. */
  private double usual(List<Span> failing) {
    double time = number(log.last()) - number(log.first()) + 1.0;
    for (Span span : failing) {
      time -= number(span.to()) - number(span.from()) + 1;
    }
    long complaints = 0;
    int next = 0;
    for (Answers slice : slices) {
      while (next < failing.size() && number(failing.get(next).to()) < number(slice.start())) {
        next++;
      }
      boolean inside =
          next < failing.size() && number(failing.get(next).from()) <= number(slice.start());
      complaints += inside ? 0 : slice.failed();
    }
    return Math.clamp(complaints / Math.max(1, time), LEAST_USUAL, MOST_USUAL);
  }

  private List<Span> path(double usual) {
    double failing = Math.max(TIMES * usual, FAILING);
    double perComplaint = Math.log(failing / usual);
    double perSlice = failing - usual;
    int n = slices.size();
    boolean[] fromFailing = new boolean[n];
    boolean[] fromUsual = new boolean[n];
    double usualScore = 0;
    double failingScore = -SWITCH;
    long last = number(slices.getFirst().start()) - 1;
    for (int i = 0; i < n; i++) {
      Answers slice = slices.get(i);
      long at = number(slice.start());
      double gain = slice.failed() * perComplaint - (at - last) * perSlice;
      last = at;
      fromFailing[i] = failingScore - SWITCH > usualScore;
      // A stretch begins with a complaint: the quiet before it belongs to the usual time.
      double begun = usualScore - SWITCH + slice.failed() * perComplaint - perSlice;
      fromUsual[i] = begun > failingScore + gain;
      double healthy = Math.max(usualScore, failingScore - SWITCH);
      failingScore = Math.max(failingScore + gain, begun);
      usualScore = healthy;
    }
    return spans(fromFailing, fromUsual, failingScore > usualScore);
  }

  private List<Span> spans(boolean[] fromFailing, boolean[] fromUsual, boolean failing) {
    List<Span> spans = new ArrayList<>();
    boolean state = failing;
    int to = failing ? slices.size() - 1 : -1;
    for (int i = slices.size() - 1; i >= 0; i--) {
      boolean before = state ? !fromUsual[i] : fromFailing[i];
      if (state && !before) {
        add(spans, i, to);
      } else if (!state && before) {
        to = i - 1;
      }
      state = before;
    }
    if (state) {
      add(spans, 0, to);
    }
    return List.copyOf(spans.reversed());
  }

  private void add(List<Span> spans, int from, int to) {
    Answers.Seen first = null;
    Answers.Seen last = null;
    for (Answers slice : slices.subList(from, to + 1)) {
      first = first == null ? slice.firstFailed() : first;
      last = slice.lastFailed() == null ? last : slice.lastFailed();
    }
    if (first != null && last != null) {
      spans.add(new Span(first.at(), last.at()));
    }
  }

  private static long number(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Requests.SLICE_SECONDS);
  }
}
