package dev.debrief.source;

import dev.debrief.model.Level;
import org.jspecify.annotations.Nullable;

/** Levels named inside a text. */
final class LevelWords {
  private LevelWords() {}

  /** The level that this part of a text names, or null; the usual words without a copy of them. */
  static @Nullable Level named(String text, int from, int to) {
    Level usual =
        switch (to - from) {
          case 4 ->
              text.startsWith("info", from)
                  ? Level.INFO
                  : text.startsWith("warn", from) ? Level.WARNING : null;
          case 5 ->
              text.startsWith("error", from)
                  ? Level.ERROR
                  : text.startsWith("debug", from) ? Level.DEBUG : null;
          default -> null;
        };
    return usual != null ? usual : Level.named(text.substring(from, to)).orElse(null);
  }
}
