package dev.debrief.analysis.line;

import dev.debrief.model.LogRecord;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the request logs of the usual frameworks: Phoenix ({@code GET /x}, {@code Sent 200 in}),
 * Rails ({@code Started GET}, {@code Completed 200 OK in}), the common log format (nginx, gunicorn,
 * uvicorn, Apache), morgan, Gin, structured lines with a method or path and a status, Fastify's
 * pair of lines, Rocket's {@code >> Outcome: Success(200 OK)}, and phrases such as {@code GET /x
 * responded 500 in 3 ms}.
 */
public final class RequestLines {
  private static final int LONGEST = 4_000;
  private static final String METHODS = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
  private static final String[] METHODS_SAID = {
    "GET ", "HEAD ", "POST ", "PUT ", "PATCH ", "DELETE ", "OPTIONS "
  };
  private static final String[] STATUS_SAID = {
    "\"status", "\"response_status", "status=", "status_code=", "code="
  };
  private static final String[] METHOD_SAID = {"\"method", "\"request_method", "method="};
  private static final String[] PATH_SAID = {
    "\"path", "\"url", "\"uri", "\"request_path", "\"http_path", "path=", "uri=", "url="
  };

  /** So much may stand before the method in a line that begins a request. */
  private static final int STARTED = "Started ".length();

  /** How pino names a request's id and puts its response. */
  private static final String LOGGERS_ID = "\"reqId\":\"";

  private static final String OUTCOME = ">> Outcome: ";

  private static final String RESPONSE = "\"res\":{\"statusCode\":";

  private static final Pattern PHOENIX_ID = Pattern.compile("request_id=([\\w.-]+)");
  private static final Pattern ASKED =
      Pattern.compile("(?:^|\\] ?|Started )(" + METHODS + ") \"?(/[^\\s\"?]*)");
  private static final Pattern COMMON =
      Pattern.compile(
          "\"(" + METHODS + ") (/[^\\s\"?]*+)[^\"]*+\" (?:status=)?([1-5]\\d\\d)(?!\\d)");
  private static final Pattern MORGAN =
      Pattern.compile("(?:^|\\s)(" + METHODS + ") (/[^\\s?]*+)\\S*+ ([1-5]\\d\\d) \\d[\\d.]* ?m?s");
  private static final Pattern GIN =
      Pattern.compile("\\| +([1-5]\\d\\d) +\\|.*\\| +(" + METHODS + ") +\"(/[^\"?]*)");
  private static final Pattern STATUS =
      Pattern.compile(
          "(?:\"(?:status|status_code|statusCode|response_status)\" ?: ?\"?|\\b(?:status|status_code|code)=)([1-5]\\d\\d)(?!\\d)");
  private static final Pattern METHOD =
      Pattern.compile("(?:\"(?:request_)?method\" ?: ?\"|\\bmethod=\"?)(" + METHODS + ")");
  private static final Pattern PATH =
      Pattern.compile(
          "(?:\"(?:path|url|uri|request_path|http_path)\" ?: ?\"|\\b(?:path|uri|url)=\"?)(?:https?://[^/\"\\s]+)?(/[^\\s\"?]*)");

  private RequestLines() {}

  /** What an app's line says of a request, if anything. Linear in the line's first 4000 chars. */
  public static Optional<RequestLine> read(LogRecord log) {
    Map<String, String> fields = log.fields();
    if (!fields.isEmpty()) {
      Optional<RequestLine> told = told(fields);
      if (told.isPresent()) {
        return told;
      }
    }
    String text = log.message();
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST);
    }
    int sent = sent(text);
    if (sent >= 0 && text.startsWith(" in ", sent + 3) && digit(text, sent + 7)) {
      int status = status(text, sent);
      if (status > 0) {
        return Optional.of(new RequestLine.Answered(id(text), status, "", ""));
      }
    }
    int completed = text.indexOf("Completed ");
    int took = completed < 0 ? -1 : text.indexOf(" in ", completed);
    if (took > 0 && digit(text, took + 4)) {
      int status = status(text, completed + "Completed ".length());
      if (status > 0) {
        return Optional.of(new RequestLine.Answered(railsId(text), status, "", ""));
      }
    }
    int outcome = outcome(text);
    if (outcome > 0) {
      return Optional.of(new RequestLine.Answered("", outcome, "", ""));
    }
    int method = first(text, METHODS_SAID);
    if (method >= 0) {
      Optional<RequestLine> oneLine = oneLine(text, Math.max(0, method - 1));
      if (oneLine.isPresent()) {
        return oneLine;
      }
    }
    if (text.contains("status") || text.contains("code=")) {
      Optional<RequestLine> structured = structured(text);
      if (structured.isPresent()) {
        return structured;
      }
    }
    if (text.contains(LOGGERS_ID)) {
      Optional<RequestLine> cameIn = cameIn(text);
      if (cameIn.isPresent()) {
        return cameIn;
      }
    }
    if (method >= 0) {
      Matcher m = ASKED.matcher(text);
      if (m.find(Math.max(0, method - STARTED))) {
        String id = id(text);
        return Optional.of(
            new RequestLine.Asked(id.isEmpty() ? railsId(text) : id, m.group(1), m.group(2)));
      }
    }
    return Optional.empty();
  }

  /** What the source already read out of the line. */
  private static Optional<RequestLine> told(Map<String, String> fields) {
    String told = fields.getOrDefault("response.status", "");
    int status = told.isEmpty() ? 0 : status(told + " ", 0);
    String method = fields.getOrDefault("request.method", "");
    if (status == 0 && method.isEmpty()) {
      return Optional.empty();
    }
    String id = fields.getOrDefault("request.id", "");
    String path = Endpoint.path(fields.getOrDefault("request.url", ""));
    return Optional.of(
        status > 0
            ? new RequestLine.Answered(id, status, method, path)
            : new RequestLine.Asked(id, method, path));
  }

  /**
   * The first place where one of some texts begins, -1 where none does. Each pattern here begins
   * with a text: to look for that first, and for the pattern from there on, takes a third of the
   * time that the pattern alone takes to fail at every character before.
   */
  private static int first(String text, String[] said) {
    int first = -1;
    for (String one : said) {
      int at = text.indexOf(one);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  private static boolean found(Matcher matcher, int from) {
    return from >= 0 && matcher.find(from);
  }

  private static Optional<RequestLine> oneLine(String text, int from) {
    if (text.indexOf('"') >= 0) {
      Matcher common = COMMON.matcher(text);
      if (common.find(from)) {
        return answered(common.group(3), common.group(1), common.group(2));
      }
    }
    if (text.startsWith("[GIN]")) {
      Matcher gin = GIN.matcher(text);
      if (gin.find()) {
        return answered(gin.group(1), gin.group(2), gin.group(3));
      }
    }
    Matcher morgan = MORGAN.matcher(text);
    return morgan.find(from)
        ? answered(morgan.group(3), morgan.group(1), morgan.group(2))
        : AnswerPhrases.read(text, from);
  }

  private static Optional<RequestLine> structured(String text) {
    Matcher status = STATUS.matcher(text);
    if (!found(status, first(text, STATUS_SAID))) {
      return Optional.empty();
    }
    Matcher method = METHOD.matcher(text);
    Matcher path = PATH.matcher(text);
    boolean hasMethod = found(method, first(text, METHOD_SAID));
    boolean hasPath = found(path, first(text, PATH_SAID));
    // A status alone may be anything; with a method or a path it is a request's, or in a response.
    if (!hasMethod && !hasPath && !text.contains(RESPONSE)) {
      return Optional.empty();
    }
    return Optional.of(
        new RequestLine.Answered(
            hasPath ? "" : loggersId(text),
            Integer.parseInt(status.group(1)),
            hasMethod ? method.group(1) : "",
            hasPath ? path.group(1) : ""));
  }

  /** The line with which pino's loggers tell of a request that came in; its answer names the id. */
  private static Optional<RequestLine> cameIn(String text) {
    String id = loggersId(text);
    Matcher method = METHOD.matcher(text);
    Matcher path = PATH.matcher(text);
    return !id.isEmpty()
            && found(method, first(text, METHOD_SAID))
            && found(path, first(text, PATH_SAID))
        ? Optional.of(new RequestLine.Asked(id, method.group(1), path.group(1)))
        : Optional.empty();
  }

  private static Optional<RequestLine> answered(String status, String method, String path) {
    return Optional.of(new RequestLine.Answered("", Integer.parseInt(status), method, path));
  }

  /** Where Phoenix's status stands: after what it sent whole or in chunks; -1 where it doesn't. */
  private static int sent(String text) {
    int at = text.indexOf("Sent ");
    if (at >= 0) {
      return at + "Sent ".length();
    }
    int chunked = text.indexOf("Chunked ");
    return chunked < 0 ? -1 : chunked + "Chunked ".length();
  }

  /** Rocket's status, in the indented line with which it ends a request; 0 in any other line. */
  private static int outcome(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (!text.startsWith(OUTCOME, at)) {
      return 0;
    }
    int status = text.indexOf('(', at + OUTCOME.length());
    return status < 0 ? 0 : status(text, status + 1);
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static int status(String text, int from) {
    if (from + 3 >= text.length() || text.charAt(from + 3) != ' ') {
      return 0;
    }
    int value = 0;
    for (int i = from; i < from + 3; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      value = value * 10 + c - '0';
    }
    return value >= 100 && value < 600 ? value : 0;
  }

  private static String id(String text) {
    int at = text.indexOf("request_id=");
    if (at < 0) {
      return "";
    }
    Matcher m = PHOENIX_ID.matcher(text);
    return m.find(at) ? m.group(1) : "";
  }

  private static String loggersId(String text) {
    int at = text.indexOf(LOGGERS_ID);
    int from = at + LOGGERS_ID.length();
    int to = at < 0 ? -1 : text.indexOf('"', from);
    return to < 0 ? "" : text.substring(from, to);
  }

  /** Rails tags a request's lines with its UUID in brackets. */
  private static String railsId(String text) {
    if (text.length() > 38 && text.charAt(0) == '[' && text.charAt(37) == ']') {
      return text.substring(1, 37);
    }
    return id(text);
  }
}
