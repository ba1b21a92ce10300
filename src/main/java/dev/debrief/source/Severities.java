package dev.debrief.source;

import dev.debrief.model.Level;

/** How loud a message is by its own words: the platform stamps whatever an app prints as info. */
final class Severities {
  private Severities() {}

  static Level of(String provider, Level transport, String message) {
    if (!provider.isEmpty() && !provider.equals("app")) {
      return transport;
    }
    int open = message.indexOf('[');
    if (open >= 0 && open < 60) {
      int close = message.indexOf(']', open);
      if (close > open && close - open < 12) {
        Level named = Level.named(message.substring(open + 1, close)).orElse(null);
        if (named != null) {
          return named;
        }
      }
    }
    if (message.startsWith("ERROR ") || message.startsWith("** (")) {
      return Level.ERROR;
    }
    if (message.startsWith(" WARN ")) {
      return Level.WARNING;
    }
    return transport;
  }
}
