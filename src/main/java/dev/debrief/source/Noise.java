package dev.debrief.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a paste carries around the output: fences of Markdown, the prompt and the command. */
final class Noise {
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|[\\s$#%>❯\\]])(?:fly|flyctl)(?:\\.exe)? +([a-z]+)\\b(.*)");
  private static final Pattern PROMPT =
      Pattern.compile("[\\w.-]{1,40}@[\\w.-]{1,80}[: ][^$#%]{0,200}[$#%](?: |$)");
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

  /** Whether a line is a shell's prompt, or what flyctl says beside its output. */
  static boolean aside(String line) {
    String text = Escapes.strip(line).strip();
    if (text.isEmpty()) {
      return false;
    }
    return switch (text.charAt(0)) {
      case '$', '❯', '➜' -> text.length() == 1 || text.charAt(1) == ' ';
      case '^' -> text.startsWith("^C") && text.length() < 80;
      case 'P' ->
          text.startsWith("PS ")
              && text.length() < 400
              && text.indexOf(":\\") == 4
              && text.indexOf('>') > 0;
      case 'U' -> text.startsWith("Update available ");
      case 'R' ->
          text.startsWith("Run \"flyctl version upgrade\"")
              || text.startsWith("Run \"fly version upgrade\"");
      case 'W' -> text.equals("Waiting for logs...");
      case 'E' -> text.startsWith("Error: context canceled") || text.startsWith("Error: interrupt");
      default -> text.length() < 400 && PROMPT.matcher(text).lookingAt();
    };
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
