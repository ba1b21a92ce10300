package dev.debrief.model;

import java.util.Locale;
import java.util.Optional;

/** How loud a line is, quietest first. */
public enum Level {
  DEBUG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  CRITICAL;

  /** The level that a word in a log names ({@code warn}, {@code emergency}, …), if it is one. */
  public static Optional<Level> named(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "trace", "debug" -> Optional.of(DEBUG);
      case "info", "information" -> Optional.of(INFO);
      case "notice" -> Optional.of(NOTICE);
      case "warn", "warning" -> Optional.of(WARNING);
      case "error", "err", "severe" -> Optional.of(ERROR);
      case "critical", "crit", "alert", "emergency", "emerg", "fatal", "panic" ->
          Optional.of(CRITICAL);
      default -> Optional.empty();
    };
  }
}
