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

  private ReadyLines() {}

  /** Whether it does: Phoenix's endpoint line, or the words of the usual web servers. */
  public static boolean ready(String message) {
    if (message.length() > 400) {
      return false;
    }
    if (message.contains(".Endpoint with ") || message.contains(".Endpoint at ")) {
      return message.contains("Running ") || message.contains("Access ");
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
