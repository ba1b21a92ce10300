package dev.debrief.analysis.line;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers that stand in one line as a phrase: a method, a path, a status and how long it
 * took. The status may follow the path (Serilog {@code HTTP GET /x responded 500 in 3.1 ms},
 * ASP.NET {@code Request finished HTTP/1.1 GET http://h/x - 500 0 - 3.1ms}, morgan's {@code tiny},
 * chi, Next) or precede the method (Ktor {@code 500 Internal Server Error: GET - /x in 3ms}, Fiber,
 * Kemal, Wisp, Tornado {@code 500 GET /x (10.0.0.1) 3.1ms}).
 *
 * <p>Three digits are a status only where a time taken stands in the same phrase, or nothing but
 * the method and the path: {@code POST /orders 500 items} is none.
 */
final class AnswerPhrases {
  private static final String METHODS = "(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)";
  private static final String PATH = "(?:https?://[^/\\s\"]++)?(/[^\\s\"?]*+)[^\\s\"]*+";
  private static final String STATUS = "([1-5]\\d\\d)";
  private static final String TOOK = "\\d ?(?:ms|µs|us|ns|s)(?![\\p{L}\\d])";

  /**
   * What may stand between a path and its status: a protocol, an address, some arrows and words. A
   * repetition without an end would be one call within another for each of them.
   */
  private static final String BETWEEN =
      "(?: HTTP/[\\d.]+)?\"?(?: from \\S+)?(?: (?:-|:|\\||→|->|=>|responded|returned|completed|with|status:?)){0,6}";

  private static final Pattern STATUS_LAST =
      Pattern.compile(
          "\\b"
              + METHODS
              + " "
              + PATH
              + BETWEEN
              + " "
              + STATUS
              + "(?=[ )](?:[^\\n]{0,60}?[ (])?[\\d.]{0,20}"
              + TOOK
              + ")");

  private static final Pattern STATUS_FIRST =
      Pattern.compile(
          "(?:^|[\\s\\[|])"
              + STATUS
              + "(?:\\]:|(?: [A-Z][A-Za-z' -]{1,40})?:?)(?: [-|])?( +[\\d.]+ ?(?:ms|µs|us|ns|s)(?: [-|]){0,6}| \\S+ [-|])?(?: [-|])? +"
              + METHODS
              + "(?: [-|]){0,6} +"
              + PATH
              + "(?=( (?:\\([^()\\s]{1,60}\\) )?(?:in |\\()?[\\d.]{0,20}"
              + TOOK
              + ")|( -)?\\s*$)");

  /** So much may stand before the method: a status, its reason and how long it took. */
  private static final int BEFORE = 90;

  private AnswerPhrases() {}

  /**
   * The answer that a line tells of, if any. Linear in the line's length.
   *
   * @param method where the first method may stand, or one character before it
   */
  static Optional<RequestLine> read(String text, int method) {
    if (!threeDigits(text, Math.max(0, method - BEFORE))) {
      return Optional.empty();
    }
    Matcher last = STATUS_LAST.matcher(text);
    if (last.find(method)) {
      return answered(last.group(3), last.group(1), last.group(2));
    }
    Matcher first = STATUS_FIRST.matcher(text);
    return first.find(Math.max(0, method - BEFORE))
        ? answered(first.group(1), first.group(3), first.group(4))
        : Optional.empty();
  }

  /** Whether a number of three digits stands alone: most lines that begin a request hold none. */
  private static boolean threeDigits(String text, int from) {
    int run = 0;
    for (int i = from; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        run++;
      } else {
        if (run == 3) {
          return true;
        }
        run = 0;
      }
    }
    return run == 3;
  }

  private static Optional<RequestLine> answered(String status, String method, String path) {
    return Optional.of(new RequestLine.Answered("", Integer.parseInt(status), method, path));
  }
}
