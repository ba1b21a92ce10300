package dev.debrief.desktop.sources;

import dev.debrief.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** From the first moment of any source to the last. */
record Span(Instant from, Instant to) {
  static Span of(List<Source> sources) {
    Instant from =
        sources.stream()
            .map(Source::first)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(Instant.EPOCH);
    Instant to =
        sources.stream()
            .map(Source::last)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return new Span(from, to);
  }

  double share(Instant at) {
    double all = Math.max(1, Duration.between(from, to).toMillis());
    return Duration.between(from, at).toMillis() / all;
  }
}
