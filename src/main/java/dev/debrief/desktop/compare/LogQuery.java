package dev.debrief.desktop.compare;

import dev.debrief.analysis.compare.Difference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The search that finds the lines behind a difference. */
final class LogQuery {
  private LogQuery() {}

  static String of(Difference difference) {
    return switch (difference.aspect()) {
      case TEMPLATE, ENDPOINT -> words(difference.phrases());
      case STATUS -> "status:" + difference.value();
      case LEVEL, PROVIDER, MACHINE, REGION ->
          difference.aspect().name().toLowerCase(Locale.ROOT) + ":" + quoted(difference.value());
    };
  }

  private static String words(List<String> phrases) {
    return phrases.stream().map(LogQuery::quoted).collect(Collectors.joining(" AND "));
  }

  /** Only the quote and the backslash have a meaning between quotes. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
