package dev.debrief.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the request that a message tells of: the platform's proxy codes, and the request lines of
 * Phoenix and Plug, Rails, uvicorn, gunicorn, nginx and Apache, Express' morgan, and Gin. Only
 * shapes that can't be anything else.
 */
final class RequestFields {
  /** More than any message tells. */
  private static final int MOST = 8;

  // Two arrays and a map made once: a map that grows, copied twice, took a fifth of the time that
  // reading a request's line takes.
  private final String[] names = new String[MOST];
  private final String[] values = new String[MOST];
  private int found;

  /** The given fields and what the message tells beside them. */
  Map<String, String> add(
      String provider, String text, Preamble preamble, Map<String, String> given) {
    found = 0;
    if (provider.equals("proxy")) {
      proxy(text);
    } else if (provider.isEmpty() || provider.equals("app")) {
      if (preamble.metadataTo > preamble.metadataFrom + 1) {
        metadata(text, preamble);
      }
      app(text, preamble);
    }
    if (found == 0) {
      return given;
    }
    if (given.isEmpty() && found == 1) {
      return Map.of(names[0], values[0]);
    }
    if (given.isEmpty() && found == 2) {
      return Map.of(names[0], values[0], names[1], values[1]);
    }
    if (given.isEmpty() && found == 3) {
      return Map.of(names[0], values[0], names[1], values[1], names[2], values[2]);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < found; i++) {
      all.put(names[i], values[i]);
    }
    all.putAll(given);
    return all;
  }

  private void put(String name, String value) {
    int at = 0;
    while (at < found && !names[at].equals(name)) {
      at++;
    }
    names[at] = name;
    values[at] = value;
    found = Math.max(found, at + 1);
  }

  private boolean has(String name) {
    for (int i = 0; i < found; i++) {
      if (names[i].equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** {@code [PR04] could not …}; for PR03 the code of its last error too. */
  private void proxy(String text) {
    String code = code(text, 0);
    if (code.isEmpty()) {
      return;
    }
    put("error.code", code);
    int inner = text.indexOf("last error: [");
    if (inner > 0) {
      String cause = code(text, inner + 12);
      if (!cause.isEmpty()) {
        put("error.cause", cause);
      }
    }
  }

  private static String code(String text, int at) {
    return text.length() > at + 5
            && text.charAt(at) == '['
            && text.charAt(at + 1) == 'P'
            && text.charAt(at + 2) >= 'A'
            && text.charAt(at + 2) <= 'Z'
            && Stamp.digit(text.charAt(at + 3))
            && Stamp.digit(text.charAt(at + 4))
            && text.charAt(at + 5) == ']'
        ? text.substring(at + 1, at + 5)
        : "";
  }

  private void metadata(String text, Preamble preamble) {
    int at = text.indexOf("request_id=", preamble.metadataFrom, preamble.metadataTo);
    if (at >= 0) {
      int end = text.indexOf(' ', at);
      if (end > at && end <= preamble.metadataTo) {
        put("request.id", text.substring(at + 11, end));
      }
    }
  }

  private void app(String text, Preamble preamble) {
    int body = preamble.body;
    if (body >= text.length()) {
      return;
    }
    if (preamble.kind == Preamble.Kind.JSON) {
      json(text);
      return;
    }
    switch (text.charAt(body)) {
      case 'S' -> {
        if (text.startsWith("Sent ", body)) {
          status(text, body + 5, " in ");
        } else if (text.startsWith("Started ", body)) {
          rails(text, body + 8);
        }
      }
      case 'C' -> {
        if (text.startsWith("Completed ", body)) {
          status(text, body + 10, " ");
        } else if (text.startsWith("Chunked ", body)) {
          status(text, body + 8, " in ");
        }
      }
      case 'G', 'P', 'D', 'H', 'O' -> request(text, body);
      default -> {}
    }
    if (!has("response.status")) {
      int http = text.indexOf(" HTTP/");
      if (http > 0) {
        quoted(text, http);
      }
    }
  }

  private void status(String text, int from, String after) {
    if (number(text, from) && text.startsWith(after, from + 3)) {
      put("response.status", text.substring(from, from + 3));
    }
  }

  private static boolean number(String text, int from) {
    return text.length() >= from + 3
        && text.charAt(from) >= '1'
        && text.charAt(from) <= '5'
        && Stamp.digit(text.charAt(from + 1))
        && Stamp.digit(text.charAt(from + 2))
        && (text.length() == from + 3 || !Stamp.digit(text.charAt(from + 3)));
  }

  /** How long the method is whose name and a blank begin there; 0 where none does. */
  private static int method(String text, int at) {
    String method =
        switch (at < text.length() ? text.charAt(at) : ' ') {
          case 'G' -> "GET ";
          case 'P' ->
              text.startsWith("POST ", at)
                  ? "POST "
                  : text.startsWith("PUT ", at) ? "PUT " : "PATCH ";
          case 'D' -> "DELETE ";
          case 'H' -> "HEAD ";
          case 'O' -> "OPTIONS ";
          default -> "";
        };
    return !method.isEmpty() && text.startsWith(method, at) ? method.length() - 1 : 0;
  }

  /** {@code GET /path} (Phoenix), {@code GET /path 200 1.2 ms} (morgan), {@code … - 200 (12ms)}. */
  private void request(String text, int at) {
    int length = method(text, at);
    int path = at + length + 1;
    if (length == 0 || path >= text.length() || text.charAt(path) != '/') {
      return;
    }
    int end = text.indexOf(' ', path);
    if (end < 0) {
      put("request.method", text.substring(at, at + length));
      put("request.url", text.substring(path));
      return;
    }
    int code = text.startsWith(" - ", end) ? end + 3 : end + 1;
    if (number(text, code) && text.indexOf("ms", code) > 0) {
      put("request.method", text.substring(at, at + length));
      put("request.url", text.substring(path, end));
      put("response.status", text.substring(code, code + 3));
    }
  }

  /** {@code Started GET "/path" for 1.2.3.4 at …}. */
  private void rails(String text, int at) {
    int length = method(text, at);
    int quote = at + length + 1;
    if (length == 0 || quote >= text.length() || text.charAt(quote) != '"') {
      return;
    }
    int end = text.indexOf('"', quote + 1);
    if (end > 0 && text.startsWith(" for ", end + 1)) {
      put("request.method", text.substring(at, at + length));
      put("request.url", text.substring(quote + 1, end));
    }
  }

  /** {@code "GET /path HTTP/1.1" 200}, as access logs have it. */
  private void quoted(String text, int http) {
    int quote = text.lastIndexOf('"', http);
    int close = text.indexOf('"', http);
    if (quote < 0 || close < 0 || close - http > 10) {
      return;
    }
    int length = method(text, quote + 1);
    int path = quote + length + 2;
    if (length == 0 || path >= http || !number(text, close + 2) || text.charAt(close + 1) != ' ') {
      return;
    }
    put("request.method", text.substring(quote + 1, quote + 1 + length));
    put("request.url", text.substring(path, http));
    put("response.status", text.substring(close + 2, close + 5));
  }

  private void json(String text) {
    String method = JsonMessage.value(text, "\"method\":");
    if (method.isEmpty() || method(method + " ", 0) == 0) {
      return;
    }
    String status = first(text, "\"status\":", "\"status_code\":", "\"statusCode\":");
    String url = first(text, "\"path\":", "\"url\":", "\"uri\":");
    if (number(status, 0) && url.startsWith("/")) {
      put("request.method", method);
      put("request.url", url);
      put("response.status", status);
      String id = first(text, "\"request_id\":", "\"requestId\":", "\"reqId\":");
      if (!id.isEmpty()) {
        put("request.id", id);
      }
    }
  }

  private static String first(String text, String... keys) {
    for (String key : keys) {
      String value = JsonMessage.value(text, key);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
