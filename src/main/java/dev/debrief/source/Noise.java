package dev.debrief.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a paste carries around the output: fences of Markdown, the prompt and the command. */
final class Noise {
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|[\\s$#%>❯\\]])(?:fly|flyctl)(?:\\.exe)? +([a-z]+)\\b(.*)");
  private static final Pattern APP =
      Pattern.compile("(?:^|\\s)(?:-a|--app)[ =]+\"?([a-z0-9-]{1,63})");

  private Noise() {}

  /** Whether a line is a fence of Markdown. */
  static boolean fence(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '>')) {
      at++;
    }
    if (!line.startsWith("```", at) && !line.startsWith("~~~", at)) {
      return false;
    }
    return line.length() - at < 40 && line.indexOf('`', at + 3) < 0;
  }

  /** The flyctl command that a line calls, such as {@code logs}, if it does. */
  static Optional<String> command(String line) {
    if (line.length() > 400 || line.indexOf("fly") < 0) {
      return Optional.empty();
    }
    Matcher command = COMMAND.matcher(Escapes.strip(line));
    return command.find() ? Optional.of(command.group(1)) : Optional.empty();
  }

  /** The app that a line's flyctl command names, if it does. */
  static Optional<String> app(String line) {
    if (command(line).isEmpty()) {
      return Optional.empty();
    }
    Matcher app = APP.matcher(Escapes.strip(line));
    return app.find() ? Optional.of(app.group(1)) : Optional.empty();
  }
}
