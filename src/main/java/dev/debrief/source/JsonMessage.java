package dev.debrief.source;

import dev.debrief.model.Level;
import org.jspecify.annotations.Nullable;

/**
 * A message that is an object of JSON, as JSON loggers print it. Looked into without parsing it: a
 * key counts only where it stands in quotes with a colon after it, and not inside a text, whose
 * quotes are escaped.
 */
final class JsonMessage {
  private static final String[] LEVELS = {
    "\"level\":", "\"severity\":", "\"log.level\":", "\"lvl\":", "\"levelname\":"
  };
  private static final String[] STAMPS = {
    "\"timestamp\":", "\"time\":", "\"ts\":", "\"@timestamp\":", "\"asctime\":"
  };

  private JsonMessage() {}

  /** The level that it names, or null. Numbers are pino's: 10 trace to 60 fatal. */
  static @Nullable Level level(String text) {
    for (String key : LEVELS) {
      String value = value(text, key);
      if (value.isEmpty()) {
        continue;
      }
      if (Stamp.digit(value.charAt(0))) {
        return switch (value) {
          case "10", "20" -> Level.DEBUG;
          case "30" -> Level.INFO;
          case "40" -> Level.WARNING;
          case "50" -> Level.ERROR;
          case "60" -> Level.CRITICAL;
          default -> null;
        };
      }
      Level named = value.length() < 12 ? Level.named(value).orElse(null) : null;
      if (named != null) {
        return named;
      }
    }
    return null;
  }

  /** Where its own timestamp begins, or -1. */
  static int stamp(String text) {
    for (String key : STAMPS) {
      int at = place(text, key);
      if (at >= 0) {
        return at < text.length() && text.charAt(at) == '"' ? at + 1 : -1;
      }
    }
    return -1;
  }

  /**
   * The text or number that a key, given with its quotes and colon, has; empty where there is none.
   */
  static String value(String text, String key) {
    int at = place(text, key);
    if (at < 0 || at >= text.length()) {
      return "";
    }
    if (text.charAt(at) == '"') {
      int end = at + 1;
      while (end < text.length() && text.charAt(end) != '"') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return end < text.length() ? text.substring(at + 1, end) : "";
    }
    int end = at;
    while (end < text.length() && ",}] ".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(at, end);
  }

  private static int place(String text, String key) {
    int at = text.indexOf(key);
    if (at < 0 || (at > 0 && text.charAt(at - 1) == '\\')) {
      return -1;
    }
    at += key.length();
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
