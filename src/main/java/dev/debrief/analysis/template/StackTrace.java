package dev.debrief.analysis.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a stack trace is about: the exception, and the first frame in the program's own code, as
 * Elixir, Python, JavaScript, Java, Ruby and Go print them.
 *
 * @param exception the line that names it
 * @param frame that frame without its line number, or empty where none was printed
 */
public record StackTrace(String exception, String frame) {
  /** Applications that come with the language or are libraries everywhere: nobody's own code. */
  private static final Set<String> LIBRARIES =
      Set.of(
          "elixir",
          "stdlib",
          "kernel",
          "erts",
          "logger",
          "eex",
          "mix",
          "iex",
          "ex_unit",
          "ecto",
          "ecto_sql",
          "postgrex",
          "myxql",
          "tds",
          "db_connection",
          "phoenix",
          "phoenix_html",
          "phoenix_live_view",
          "phoenix_pubsub",
          "phoenix_ecto",
          "plug",
          "plug_cowboy",
          "cowboy",
          "ranch",
          "bandit",
          "thousand_island",
          "oban",
          "telemetry",
          "jason",
          "req",
          "finch",
          "mint",
          "nimble_pool",
          "hackney",
          "tesla",
          "httpoison",
          "swoosh",
          "gettext",
          "mnesia",
          "ssl",
          "crypto",
          "inets",
          "public_key",
          "sentry",
          "absinthe",
          "broadway",
          "gen_stage",
          "libcluster",
          "dns_cluster",
          "tzdata",
          "ex_aws",
          "redix",
          "castore",
          "websock_adapter");

  private static final Set<String> WRAPPERS = Set.of("EXIT", "exit", "stop", "throw", "error");

  /** What Go, PHP, .NET, the JVM and V8 print before they end. */
  private static final String[] FATAL = {
    "panic: ",
    "fatal error: ",
    "PHP Fatal error: ",
    "Unhandled exception. ",
    "Exception in thread ",
    "Uncaught ",
    "error: Uncaught "
  };

  /** What those begin with: the bulk of a log begins otherwise. */
  private static final String FATAL_BEGIN =
      Arrays.stream(FATAL).map(text -> text.substring(0, 1)).collect(Collectors.joining());

  private static final String[] FOREIGN_PATHS = {
    "site-packages/", "dist-packages/", "/lib/python", "node_modules/", "node:", "(internal/",
    "/gems/", "/ruby/", "/usr/local/go/", "/pkg/mod/", "<frozen ", "importlib/"
  };

  private static final String[] FOREIGN_CLASSES = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "kotlin.",
    "scala.",
    "org.springframework.",
    "org.apache.",
    "org.hibernate.",
    "com.zaxxer.",
    "io.netty.",
    "reactor.",
    "org.postgresql.",
    "clojure.",
    "System.",
    "Microsoft."
  };

  /**
   * The trace in a message, if there is one.
   *
   * @param lines the message's lines, in the order they were printed
   */
  public static Optional<StackTrace> in(List<String> lines) {
    String exception = "";
    boolean goesOn = false;
    String own = "";
    String any = "";
    boolean deepestLast = false;
    for (String raw : lines) {
      String line = raw.strip();
      if (line.startsWith("Traceback (most recent call last)")) {
        deepestLast = true;
      } else if (deepestLast && !any.isEmpty() && raw.equals(line) && ends(line)) {
        exception = line;
      } else if (goesOn && !line.isEmpty() && frame(line).isEmpty() && !exceptionOn(line)) {
        exception += " " + line;
        goesOn = false;
      } else if (exceptionOn(line)) {
        String named = fromException(line);
        if (exception.isEmpty() || deepestLast || (isWrapper(exception) && !isWrapper(named))) {
          exception = named;
          goesOn = line.endsWith(":");
        }
      } else {
        Optional<String> frame = frame(line);
        if (frame.isPresent()) {
          any = any.isEmpty() || deepestLast ? frame.get() : any;
          if (isOwn(line)) {
            own = own.isEmpty() || deepestLast ? frame.get() : own;
          }
        }
      }
    }
    if (exception.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new StackTrace(exception, own.isEmpty() ? any : own));
  }

  /** Whether a line names an exception: {@code ** (RuntimeError) …}, {@code x.SomeError: …}. */
  static boolean exceptionOn(String line) {
    int stars = line.indexOf("** (");
    int close = stars < 0 ? -1 : line.indexOf(')', stars + 4);
    if (close > stars + 4) {
      String name = line.substring(stars + 4, close);
      if (WRAPPERS.contains(name)
          || (Character.isUpperCase(name.charAt(0)) && name.indexOf(' ') < 0)) {
        return true;
      }
    }
    if (line.isEmpty()) {
      return false;
    }
    if (FATAL_BEGIN.indexOf(line.charAt(0)) >= 0) {
      for (String fatal : FATAL) {
        if (line.startsWith(fatal)) {
          return true;
        }
      }
    }
    return named(line) || (line.startsWith("thread '") && line.contains("' panicked at "));
  }

  /**
   * Whether a line is how a Python traceback ends: a class by its name, which need not say that it
   * is an error ({@code requests.exceptions.ConnectTimeout: …}, {@code
   * django.core.exceptions.ImproperlyConfigured: …}).
   */
  private static boolean ends(String line) {
    int i = 0;
    int simple = 0;
    while (i < line.length()
        && (Character.isLetterOrDigit(line.charAt(i)) || "._".indexOf(line.charAt(i)) >= 0)) {
      simple = line.charAt(i) == '.' ? i + 1 : simple;
      i++;
    }
    return simple < i
        && Character.isUpperCase(line.charAt(simple))
        && (i == line.length() || line.charAt(i) == ':');
  }

  /** Whether a line begins with the name of an exception. */
  private static boolean named(String line) {
    if (!Character.isLetter(line.charAt(0))) {
      return false;
    }
    int i = 0;
    while (i < line.length()
        && (Character.isLetterOrDigit(line.charAt(i)) || "._$:".indexOf(line.charAt(i)) >= 0)) {
      if (line.charAt(i) == ':' && (i + 1 == line.length() || line.charAt(i + 1) != ':')) {
        break;
      }
      i++;
    }
    return (endsWith(line, i, "Error") || endsWith(line, i, "Exception"))
        && (i == line.length() || line.charAt(i) == ':' || line.charAt(i) == ' ');
  }

  private static boolean endsWith(String line, int end, String word) {
    return end >= word.length() && line.startsWith(word, end - word.length());
  }

  /** An exit that only passes another exception on, or says no more than that one exited. */
  private static boolean isWrapper(String exception) {
    return WRAPPERS.stream().anyMatch(name -> exception.startsWith("** (" + name + ")"));
  }

  private static String fromException(String line) {
    int stars = line.indexOf("** (");
    return stars > 0 ? line.substring(stars) : line;
  }

  /** A frame without its line number, if the line is one. */
  private static Optional<String> frame(String line) {
    if (line.startsWith("File \"")) {
      int end = line.indexOf('"', 6);
      int in = line.indexOf(", in ");
      return end < 0 || in < 0
          ? Optional.empty()
          : Optional.of(line.substring(6, end) + " " + line.substring(in + 5));
    }
    if (line.startsWith("at ") && line.length() > 4) {
      return Optional.of(withoutNumbers(line.substring(3)));
    }
    if ((line.startsWith("(") && line.contains(") "))
        || (line.contains(": ") && line.contains(".ex:"))) {
      int numbered = line.indexOf(": ");
      return numbered < 0 ? Optional.empty() : Optional.of(line.substring(numbered + 2));
    }
    return Optional.empty();
  }

  private static String withoutNumbers(String frame) {
    int end = frame.length();
    while (end > 0
        && (Character.isDigit(frame.charAt(end - 1)) || ":)".indexOf(frame.charAt(end - 1)) >= 0)) {
      end--;
    }
    return frame.substring(0, end) + (frame.indexOf('(') >= 0 ? ")" : "");
  }

  private static boolean isOwn(String line) {
    if (line.startsWith("(")) {
      int end = line.indexOf(' ');
      return end > 1 && !LIBRARIES.contains(line.substring(1, end));
    }
    for (String path : FOREIGN_PATHS) {
      if (line.contains(path)) {
        return false;
      }
    }
    for (String name : FOREIGN_CLASSES) {
      if (line.startsWith("at " + name)) {
        return false;
      }
    }
    return true;
  }
}
