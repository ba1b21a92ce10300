package dev.debrief.analysis.line;

import java.util.Arrays;
import java.util.Locale;

/**
 * Says whether a program's line means that it listens now. A program that never gets there is asked
 * at each of its lines: what nearly none of them holds is looked for along with others' texts.
 */
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

  /** How Phoenix names its endpoint. */
  private static final String[] ENDPOINT = {".Endpoint with ", ".Endpoint at "};

  /** One of these stands in each of those, in small letters or in capitals. */
  private static final String[] STEMS = {
    "isten", "unning", "tart", "eady", "ooted", "ISTEN", "UNNING", "TART", "EADY", "OOTED"
  };

  private final Literals literals;
  private final int[] endpoint;
  private final int[] stems;

  /**
   * One that looks for its texts along with others.
   *
   * @param literals gets its texts
   */
  public ReadyLines(Literals literals) {
    this.literals = literals;
    endpoint = Arrays.stream(ENDPOINT).mapToInt(literals::add).toArray();
    stems = Arrays.stream(STEMS).mapToInt(literals::add).toArray();
  }

  /** Whether it does: Phoenix's endpoint line, or the words of the usual web servers. */
  public boolean says(String message) {
    if (message.length() > 400 || literals.look(message) == 0) {
      return false;
    }
    if (literals.standsAny(endpoint)) {
      return message.contains("Running ") || message.contains("Access ");
    }
    if (!literals.standsAny(stems)) {
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
