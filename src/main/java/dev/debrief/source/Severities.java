package dev.debrief.source;

import dev.debrief.model.Level;

/**
 * How loud a message is by its own words: the platform stamps whatever an app prints as info. Where
 * its logger named a level, that; else what the runtimes print when a program fails.
 */
final class Severities {
  private Severities() {}

  /**
   * The severity.
   *
   * @param provider who spoke; the transport's level is trusted for all but {@code app}
   * @param preamble as read from this message
   */
  static Level of(String provider, Level transport, String message, Preamble preamble) {
    if (!provider.isEmpty() && !provider.equals("app")) {
      boolean lost =
          transport == Level.INFO && provider.equals("proxy") && message.startsWith("[P");
      return lost ? Level.ERROR : transport; // a coded line is an error; the copy lost its level
    }
    Level named = preamble.level;
    if (named != null) {
      boolean init = preamble.kind == Preamble.Kind.INIT;
      boolean quiet = named.compareTo(Level.ERROR) < 0 && !init;
      return quiet && FailedJobs.tells(message) ? Level.ERROR : named;
    }
    if (preamble.kind == Preamble.Kind.KERNEL) {
      return message.startsWith("Out of memory", preamble.body)
              || message.startsWith("Kernel panic", preamble.body)
          ? Level.ERROR
          : transport;
    }
    boolean failed = failing(message, preamble.body) || FailedJobs.tells(message);
    return failed ? Level.ERROR : transport;
  }

  private static boolean failing(String message, int from) {
    int at = tagged(message, from);
    int begun = at;
    while (at < message.length() && message.charAt(at) == ' ') {
      at++;
    }
    if (at >= message.length() || at - begun > 8) {
      return false;
    }
    if (from > 0 && message.startsWith("- ", at)) {
      return typed(message, at + 2); // behind Sinatra's date, which such a line puts between dashes
    }
    return switch (message.charAt(at)) {
      case '*' -> message.startsWith("** (", at);
      case 'T' -> message.startsWith("Traceback (most recent call last)", at) || typed(message, at);
      case 'C' ->
          message.startsWith("Crash dump is being written", at)
              || message.startsWith("Caused by: ", at)
              || typed(message, at);
      case 'E' ->
          message.startsWith("Error: ", at)
              || message.startsWith("Error [", at)
              || typed(message, at);
      case 'F' ->
          message.startsWith("FATAL: ", at)
              || message.startsWith("FATAL ERROR: ", at)
              || message.startsWith("Fatal ", at)
              || typed(message, at);
      case 'I' -> message.startsWith("Init", at) ? false : typed(message, at);
      case 'K' -> message.startsWith("Kernel pid terminated", at) || typed(message, at);
      case 'O' -> message.startsWith("Out of memory: Killed process", at) || typed(message, at);
      case 'P' ->
          message.startsWith("PHP Fatal error", at)
              || message.startsWith("PHP Parse error", at)
              || message.startsWith("PANIC: ", at)
              || typed(message, at);
      case 'R' -> message.startsWith("Runtime terminating during boot", at) || typed(message, at);
      case 'U' ->
          message.startsWith("Uncaught ", at)
              || message.startsWith("Unhandled ", at)
              || message.startsWith("UnhandledPromiseRejection", at)
              || typed(message, at);
      case 'e' ->
          message.startsWith("error: ", at)
              || message.startsWith("eheap_alloc: Cannot allocate", at);
      case 'f' -> message.startsWith("fatal error: ", at) || message.startsWith("file:///", at);
      case 'p' -> message.startsWith("panic: ", at) || typed(message, at);
      case 't' -> message.startsWith("thread '", at) && message.contains("' panicked at ");
      case 'n' -> message.startsWith("npm error", at) || message.startsWith("npm ERR!", at);
      case 'i' -> message.startsWith("init terminating in ", at);
      case '{' -> message.startsWith("{\"Kernel pid terminated\"", at);
      default -> typed(message, at);
    };
  }

  /** Behind tags such as a request's id in brackets, which Rails puts before each line. */
  private static int tagged(String message, int from) {
    int at = from;
    while (at < message.length() && message.charAt(at) == '[') {
      int end = message.indexOf("] ", at);
      if (end < 0 || end - at > 64 || !id(message, at + 1, end)) {
        return at;
      }
      at = end + 2;
    }
    return at;
  }

  private static boolean id(String message, int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = message.charAt(i);
      digit |= c >= '0' && c <= '9';
      boolean word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!word && c != '-' && c != '_') {
        return false;
      }
    }
    return digit && to - from >= 6;
  }

  /**
   * An exception's name and a colon or a dash, or its text in brackets as Ruby writes it: {@code
   * ReferenceError: …}, {@code java.sql.SQLException: …}, {@code Redis::CannotConnectError (…)};
   * {@code psycopg2.errors.UndefinedColumn} isn't one by its name. Rails ends such a line with
   * {@code ):}, so there any class in a module is one: {@code Faraday::ConnectionFailed (…):}.
   */
  private static boolean typed(String message, int from) {
    int at = from;
    int most = Math.min(message.length(), from + 160);
    while (at < most) {
      char c = message.charAt(at);
      boolean name =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '$'
              || c == '\\';
      if (!name && !(c == ':' && message.startsWith("::", at))) {
        break;
      }
      at += name ? 1 : 2;
    }
    boolean ended =
        at == message.length()
            || message.charAt(at) == ':'
            || message.startsWith(" - ", at)
            || message.startsWith(" [", at)
            || message.startsWith(" (", at);
    return ended
        && at - from > 5
        && (ends(message, at, "Error")
            || ends(message, at, "Exception")
            || message.startsWith("Errno::", from)
            || message.startsWith("PG::", from)
            || (message.endsWith("):")
                && message.indexOf("::", from) < at
                && message.indexOf("::", from) > 0));
  }

  private static boolean ends(String message, int at, String name) {
    return message.startsWith(name, at - name.length());
  }
}
