package dev.debrief.analysis.line;

import java.util.Locale;

/** Says whether a program's line means that it listens now. */
public final class ReadyLines {
  private static final String[] SAID = {
    "listening on",
    "listening at",
    "server running",
    "running at http",
    "running on http",
    "running on port",
    "server is running",
    "server started",
    "started server",
    "ready on",
    "ready in",
    "ready - started",
    "now listening",
    "application startup complete",
    "server listening",
    "listening for",
    "started on port",
    "started puma",
    "booted in"
  };

  /** One of these stands in each of those, in small letters or in capitals. */
  private static final String[] STEMS = {"isten", "unning", "tart", "eady", "ooted"};

  private static final String[] CAPITALS = {"ISTEN", "UNNING", "TART", "EADY", "OOTED"};

  private ReadyLines() {}

  /** Whether it is worth a closer look: nearly no line is, and each is asked. */
  private static boolean possible(String message) {
    for (String stem : STEMS) {
      if (message.contains(stem)) {
        return true;
      }
    }
    for (String stem : CAPITALS) {
      if (message.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it does: Phoenix's endpoint line, or the words of the usual web servers. */
  public static boolean ready(String message) {
    if (message.length() > 400) {
      return false;
    }
    if (message.contains(".Endpoint with ") || message.contains(".Endpoint at ")) {
      return message.contains("Running ") || message.contains("Access ");
    }
    if (!possible(message)) {
      return false;
    }
    // init's own proxy and the ssh service listen as well
    if (message.contains("[fly api proxy]")
        || message.contains("SSH listening")
        || message.contains("listening on [fdaa")) {
      return false;
    }
    String text = message.toLowerCase(Locale.ROOT);
    for (String said : SAID) {
      if (text.contains(said)) {
        return true;
      }
    }
    return false;
  }
}
