package dev.debrief.analysis.silence;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Latest;
import dev.debrief.analysis.outage.Span;
import dev.debrief.model.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which input shows which machine, and from when to when. A capture of one machine says nothing of
 * the others: beside it they are not silent, their log is missing.
 */
public final class Captures implements Collector {
  /** One capture ends and the next begins within this. */
  private static final Duration APART = Duration.ofSeconds(60);

  private final Map<String, Capture> captures = new TreeMap<>();
  private @Nullable Capture current;

  /** One input's time and machines. */
  private static final class Capture {
    final String source;
    final Set<String> machines = new HashSet<>();
    final Latest last = new Latest();
    Instant first;

    Capture(String source, Instant first) {
      this.source = source;
      this.first = first;
    }
  }

  @Override
  public void take(LogRecord log) {
    if (!log.moment().known()) {
      return;
    }
    Instant at = log.at();
    Capture capture = current;
    if (capture == null || !capture.source.equals(log.evidence().source())) {
      capture =
          captures.computeIfAbsent(log.evidence().source(), source -> new Capture(source, at));
      current = capture;
    }
    if (!capture.last.any() || capture.last.isBefore(at)) {
      capture.last.set(log);
    } else if (at.isBefore(capture.first)) {
      capture.first = at;
    }
    if (!capture.machines.contains(log.machine())) { // To add is to write, each time.
      capture.machines.add(log.machine());
    }
  }

  /** Whether inputs that show each of these machines cover a time from its begin to its end. */
  boolean cover(Collection<String> machines, Instant from, Instant to) {
    for (String machine : machines) {
      List<Span> spans = new ArrayList<>();
      for (Capture capture : captures.values()) {
        if (capture.machines.contains(machine)) {
          spans.add(new Span(capture.first, capture.last.at()));
        }
      }
      boolean covered =
          Span.united(spans, APART).stream()
              .anyMatch(span -> !span.from().isAfter(from) && !span.to().isBefore(to.minus(APART)));
      if (!covered) {
        return false;
      }
    }
    return true;
  }
}
