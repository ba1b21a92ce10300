package dev.debrief.sample;

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
          """
          {
              "level": "%s",
              "instance": "%s",
              "message": "%s",
              "region": "%s",
              "timestamp": "%s",
              "meta": {
                  "Instance": "%s",
                  "Region": "%s",
                  "Event": {
                      "Provider": "%s"
                  },
                  "HTTP": {
                      "Request": {
                          "ID": "",
                          "Method": "",
                          "Version": ""
                      },
                      "Response": {
                          "status_code": 0
                      }
                  },
                  "Error": {
                      "Code": 0,
                      "Message": ""
                  },
                  "URL": {
                      "Full": ""
                  }
              }
          }
          """
              .formatted(
                  line.level(),
                  line.machine(),
                  quoted(line.message()),
                  REGION,
                  line.at(),
                  line.machine(),
                  REGION,
                  line.provider()));
    }
    return out.toString();
  }

  /** Go's encoder escapes HTML as well. */
  private static String quoted(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }
}
