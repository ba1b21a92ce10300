package dev.debrief.sample;

import dev.debrief.source.FlyJsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The stream of one app, and the two shapes in which it can be saved. */
final class FlyLog {
  private static final String REGION = "ord";

  private final List<Line> lines = new ArrayList<>();

  void add(Instant at, String provider, String machine, String level, String message) {
    lines.add(new Line(at, provider, machine, level, message));
  }

  /** The lines of {@code [from, to)} in order of time; lines of one instant as they were added. */
  List<Line> between(Instant from, Instant to) {
    return lines.stream()
        .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
        .sorted(Comparator.comparing(Line::at))
        .toList();
  }

  /** As {@code fly logs} shows it: whole seconds. */
  static String text(List<Line> lines) {
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      out.append(line.at().truncatedTo(ChronoUnit.SECONDS))
          .append(' ')
          .append(line.provider())
          .append('[')
          .append(line.machine())
          .append("] " + REGION + " [")
          .append(line.level())
          .append(']')
          .append(line.message())
          .append('\n');
    }
    return out.toString();
  }

  /** As {@code fly logs --json} writes it: one indented object after another. */
  static String json(List<Line> lines) {
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      out.append(
          FlyJsonObject.of(
              line.level(), line.machine(), line.message(), REGION, line.at(), line.provider()));
    }
    return out.toString();
  }
}
