package dev.debrief.source;

import dev.debrief.model.Level;
import dev.debrief.source.Messages.Shape;

/**
 * The lines of stack traces that aren't indented, as the runtimes print them: CPython's
 * traceback.py, the JVM's Throwable.printStackTrace, V8's stack and Node's uncaught exception
 * report, Ruby, Go's panic, PHP, Rust, and Elixir's Logger.Translator.
 */
final class Traces {
  /** What Logger.Translator prints after an exception and its stack. */
  private static final String[] TRAILERS = {
    "Last message",
    "State: ",
    "Pid: ",
    "Start Call: ",
    "Client ",
    "Queue: ",
    "Postponed: ",
    "Function: ",
    "Args: ",
    "Initial Call: ",
    "Current Call: ",
    "Ancestors: ",
    "Message Queue Length: ",
    "Messages: ",
    "Links: ",
    "Dictionary: ",
    "Trapping Exits: ",
    "Status: ",
    "Heap Size: ",
    "Stack Size: ",
    "Reductions: ",
    "Neighbours:",
    "Restart: ",
    "Shutdown: ",
    "Type: ",
    "Number: ",
    "Exit reason: ",
    "Start Module: ",
    "Process Label: "
  };

  /** The numbered advice inside DBConnection's message. */
  static final int ADVICE = -1;

  /** An exception told inside another. */
  static final int NESTED = -2;

  private Traces() {}

  /** What a message's first line tells of what may follow. */
  static Shape shape(String text) {
    if (pythonBegins(text) || text.startsWith("  File \"")) {
      return Shape.PYTHON;
    }
    if (nodePlace(text)) {
      return Shape.NODE;
    }
    if (text.startsWith("panic: ") || text.startsWith("fatal error: ")) {
      return Shape.GO;
    }
    if (rust(text)) {
      return Shape.RUST;
    }
    if (text.startsWith("** (") || text.startsWith("    (") || text.startsWith("GenServer ")) {
      return Shape.ELIXIR;
    }
    return Shape.PLAIN;
  }

  /** {@code thread 'main' panicked at src/main.rs:5:10:}. */
  static boolean rust(String text) {
    return text.startsWith("thread '") && text.contains("' panicked at ");
  }

  static boolean pythonBegins(String text) {
    return text.startsWith("Traceback (most recent call last)");
  }

  /** A line that goes on with a Python traceback. */
  static boolean python(String text, boolean afterIndented) {
    if (text.startsWith("During handling of the above exception")
        || text.startsWith("The above exception was the direct cause")
        || text.startsWith("[SQL: ")
        || text.startsWith("[parameters: ")
        || text.startsWith("(Background on this error at: ")
        || text.startsWith("LINE ")
        || text.startsWith("DETAIL: ")
        || text.startsWith("HINT: ")
        || text.startsWith("CONTEXT: ")
        || text.startsWith("+ Exception Group")
        || pythonBegins(text)) {
      return true;
    }
    return afterIndented && exception(text);
  }

  /** {@code module.Name} alone or with a colon and words: how a traceback ends. */
  private static boolean exception(String text) {
    int at = 0;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at < 3 || Stamp.digit(text.charAt(0))) {
      return false;
    }
    if (at == text.length()) {
      return text.indexOf('.') > 0
          || text.endsWith("Error")
          || text.endsWith("Exception")
          || text.endsWith("Interrupt");
    }
    return text.startsWith(": ", at) || (text.charAt(at) == ':' && at + 1 == text.length());
  }

  /** A line that goes on with Node's report of an uncaught exception. */
  static boolean node(String text) {
    return text.startsWith("Node.js v")
        || text.startsWith("at ")
        || closer(text)
        || error(text)
        || text.startsWith("Thrown at:")
        || text.startsWith("[cause]")
        || (text.indexOf('(') > 0
            && (text.endsWith(";") || text.endsWith("(") || text.endsWith("{")))
        || (text.startsWith("throw ")
            || text.startsWith("const ")
            || text.startsWith("var ")
            || text.startsWith("let "));
  }

  /**
   * {@code file:///app/x.js:145}, {@code node:internal/process/promises:288}, {@code /app/x.js:10}.
   */
  private static boolean nodePlace(String text) {
    if (!text.startsWith("file:///")
        && !text.startsWith("node:internal/")
        && !text.startsWith("/")) {
      return false;
    }
    int colon = text.lastIndexOf(':');
    if (colon < 4 || colon == text.length() - 1 || text.indexOf(' ') >= 0) {
      return false;
    }
    for (int i = colon + 1; i < text.length(); i++) {
      if (!Stamp.digit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A line that, whatever wrote it, is never a message of its own. */
  static boolean anywhere(String text, Level severity, boolean afterIndented) {
    if (text.isEmpty()) {
      return true;
    }
    return switch (text.charAt(0)) {
      case 'a' -> text.startsWith("at ") && text.indexOf('(') > 0;
      case '.' -> text.startsWith("... ") && (text.endsWith(" more") || text.endsWith(" omitted"));
      case 'C' -> text.startsWith("Caused by: ");
      case 'S' ->
          text.startsWith("Suppressed: ")
              || text.startsWith("Stack trace:")
              || (loud(severity) && error(text));
      case '#' ->
          text.length() > 2
              && Stamp.digit(text.charAt(1))
              && text.indexOf(' ') <= 4
              && text.indexOf(' ') > 0;
      case '}', ']', ')' -> afterIndented && closer(text);
      case '/' -> text.contains(":in `") || text.contains(":in '") || text.contains(".php:");
      case '*' -> text.startsWith("** (") && loud(severity);
      case 'T' ->
          (loud(severity) && (pythonBegins(text) || error(text))) || text.startsWith("Tasks: TOP");
      case '(' -> text.startsWith("(See full trace by running");
      default -> loud(severity) && error(text);
    };
  }

  private static boolean loud(Level severity) {
    return severity.compareTo(Level.ERROR) >= 0;
  }

  /** An exception's name, a colon and its words. */
  private static boolean error(String text) {
    int colon = text.indexOf(':');
    int end = colon < 0 ? text.length() : colon;
    if (end > 160
        || (text.lastIndexOf(' ', end) >= 0
            && text.lastIndexOf(' ', end) < end
            && !text.startsWith("Error ["))) {
      return false;
    }
    String name = text.substring(0, end);
    return name.endsWith("Error") || name.endsWith("Exception") || name.endsWith("]");
  }

  static boolean closer(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("}]);,".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Lines without a prefix that the BEAM or its boot script prints, not the logger. */
  static boolean vm(String text) {
    return text.startsWith("Kernel pid terminated")
        || text.startsWith("{\"Kernel pid terminated\"")
        || text.startsWith("Crash dump is being written")
        || text.startsWith("Runtime terminating during boot")
        || text.startsWith("init terminating in ")
        || text.startsWith("{\"init terminating in ")
        || text.startsWith("erl_child_setup")
        || text.startsWith("heart: ")
        || text.startsWith("eheap_alloc: ")
        || text.startsWith("Received SIG")
        || text.startsWith("Virtual machine exited")
        || text.startsWith("Out of memory: Killed")
        || text.startsWith("=")
        || text.startsWith("{")
        || text.startsWith("** (Mix)")
        || text.startsWith("ERROR! ");
  }

  /**
   * Where in an Elixir report such a line stands: 1 exception, 2 stack, 3 what follows, 0 unsure.
   */
  static int stage(String text, boolean indented) {
    if (text.startsWith("** (")) {
      return 1;
    }
    if (indented) {
      int at = 0;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (text.startsWith("** (", at)) {
        return NESTED;
      }
      if (at == 2
          && at + 2 < text.length()
          && Stamp.digit(text.charAt(at))
          && text.charAt(at + 1) == '.') {
        return ADVICE;
      }
      return (text.startsWith("(", at) && text.indexOf(": ", at) > 0)
              || text.contains(".ex:")
              || text.contains(".erl:")
          ? 2
          : 0;
    }
    for (String trailer : TRAILERS) {
      if (text.startsWith(trailer)) {
        return 3;
      }
    }
    return 0;
  }
}
