package dev.debrief.source;

import dev.debrief.model.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the head of a line of {@code fly logs} apart: {@code TS PROVIDER[INSTANCE] REGION [LEVEL]},
 * its fields and its message, in every dialect since 2020. A hand-written scanner, since millions
 * of lines go through it; one object is used for many lines, what it found last is in its fields.
 */
final class FlyHead {
  final Stamp stamp = new Stamp();
  String provider = "";
  String instance = "";
  String region = "";
  Level level = Level.INFO;
  String message = "";
  Map<String, String> fields = Map.of();

  /** Whether it has a stamp; some copies lost it. */
  boolean stamped = true;

  private static final String ERROR_MESSAGE = "error.message=\"";

  private String line = "";
  private int at;

  /** Reads the line, its terminal escapes removed. False where it has no such head. */
  boolean read(String text) {
    line = text;
    fields = Map.of();
    at = 0;
    skipBlanks();
    if (at >= line.length()) {
      return false;
    }
    char first = line.charAt(at);
    if (first == '>') { // quoted in a mail or an issue
      at++;
      skipBlanks();
      first = at < line.length() ? line.charAt(at) : ' ';
    }
    String outOfLine = "";
    if (first == 'e' && line.startsWith(ERROR_MESSAGE, at)) {
      int end = beforeStamp(at + ERROR_MESSAGE.length());
      if (end < 0) {
        return false;
      }
      outOfLine = line.substring(at + ERROR_MESSAGE.length(), end);
      at = end + 2;
    } else if (first == '[') {
      at++;
    } else if (first == 'a' || first == 'r' || first == 'p' || first == 'h') {
      int doubled = afterPrefix();
      if (doubled < 0) {
        return false;
      }
      if (!stamp.read(line, doubled)) {
        return unstamped();
      }
      at = doubled;
    } else if (!Stamp.digit(first)) {
      return false;
    }
    stamped = true;
    if (!stamp.read(line, at)) {
      return false;
    }
    at = stamp.end;
    if (first == '[') {
      if (at >= line.length() || line.charAt(at) != ']') {
        return false;
      }
      at++;
    }
    if (!origin()) {
      return false;
    }
    boolean spaced = stamp.digits > 0 || !stamp.zoned;
    if (spaced && at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    fields();
    if (!outOfLine.isEmpty()) {
      put("error.message", outOfLine);
    }
    message = line.substring(at);
    if (message.isBlank() && fields.containsKey("error.message")) {
      message = fields.getOrDefault("error.message", "");
    }
    return true;
  }

  /** A head whose stamp is missing: {@code app[ID] REGION [LEVEL] message}. */
  private boolean unstamped() {
    stamped = false;
    if (!origin() || instance.isEmpty()) {
      return false;
    }
    if (at < line.length()
        && line.charAt(at) == ' '
        && at + 1 < line.length()
        && Stamp.digit(line.charAt(at + 1))) {
      at++;
    }
    message = line.substring(at);
    return true;
  }

  /**
   * Where a line goes on after {@code app[ID] REGION }, which old versions printed twice, or -1
   * where it doesn't begin so.
   */
  private int afterPrefix() {
    int open = line.indexOf('[', at);
    if (open < 0 || open - at > 6 || !known(at, open)) {
      return -1;
    }
    int close = line.indexOf(']', open);
    if (close < 0 || close - open > 40 || !word(open + 1, close)) {
      return -1;
    }
    int next = close + 1;
    while (next < line.length() && line.charAt(next) == ' ') {
      next++;
    }
    int end = Math.min(line.length(), next + 3);
    if (region(next, end)) {
      next = end;
      while (next < line.length() && line.charAt(next) == ' ') {
        next++;
      }
    }
    return next;
  }

  /**
   * Where the quote stands that ends {@code error.message="…" } before a stamp. The text is not
   * escaped, it may hold quotes itself.
   */
  private int beforeStamp(int from) {
    for (int end = line.indexOf("\" ", from); end >= 0; end = line.indexOf("\" ", end + 1)) {
      if (stamp.read(line, end + 2)) {
        return end;
      }
    }
    return -1;
  }

  /** Reads {@code PROVIDER[INSTANCE] REGION [LEVEL]}, any of the first three missing. */
  private boolean origin() {
    int length = line.length();
    provider = "";
    instance = "";
    region = "";
    skipBlanks();
    for (int words = 0; words < 4 && at < length; words++) {
      char c = line.charAt(at);
      if (c == '[') {
        int close = line.indexOf(']', at);
        if (close < 0) {
          return false;
        }
        Level named = levelOf(at + 1, close);
        if (named != null) {
          level = named;
          at = close + 1;
          return words > 0 || (stamped && stamp.zoned) || platform(at);
        }
        if (words == 0 || close - at > 40 || !word(at + 1, close)) {
          return false;
        }
        instance = share(instance, at + 1, close); // a stray blank before it
        at = close + 1;
      } else {
        int end = at;
        while (end < length && line.charAt(end) > ' ' && line.charAt(end) != '[') {
          end++;
        }
        if (end - at > 64 || !word(at, end)) {
          return false;
        }
        if (words == 0) {
          end = speaker(end);
          if (end < 0) {
            return false;
          }
        } else if (region.isEmpty() && region(at, end)) {
          region = share(lastRegion, at, end);
          lastRegion = region;
        } else {
          return false;
        }
        at = end;
      }
      skipBlanks();
    }
    return false;
  }

  /** Reads the first word, which ends there; where it goes on, or -1 where it is no such word. */
  private int speaker(int end) {
    int close = end < line.length() && line.charAt(end) == '[' ? line.indexOf(']', end) : -1;
    if (close >= 0) {
      provider = provider(at, end);
      instance = share(lastInstance, end + 1, close);
      lastInstance = instance;
      return close + 1;
    }
    if (known(at, end)) {
      provider = provider(at, end);
    } else if (region(at, end) && levelFollows(end)) {
      region = share(lastRegion, at, end);
    } else if (allocation(at, end)) {
      instance = share(lastInstance, at, end);
      provider = "app"; // until 2021 only the app's own lines were shown, without its name
    } else {
      return -1;
    }
    return end;
  }

  private String lastInstance = "";
  private String lastRegion = "";

  /** An allocation's short id: the first eight digits of its UUID. */
  private boolean allocation(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (!Stamp.digit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return to - from >= 8 && to - from <= 16;
  }

  /**
   * Whether the platform's own words follow: any program's logger stamps its lines and their level.
   */
  private boolean platform(int from) {
    String words = line.substring(Math.min(line.length(), from)).strip();
    return !Providers.of(words).isEmpty()
        || words.startsWith("INFO ")
        || words.startsWith("WARN ")
        || words.startsWith("ERROR ");
  }

  private boolean known(int from, int to) {
    return is("app", from, to)
        || is("runner", from, to)
        || is("proxy", from, to)
        || is("health", from, to);
  }

  private String provider(int from, int to) {
    return is("app", from, to)
        ? "app"
        : is("runner", from, to)
            ? "runner"
            : is("proxy", from, to)
                ? "proxy"
                : is("health", from, to) ? "health" : line.substring(from, to);
  }

  private boolean is(String word, int from, int to) {
    return to - from == word.length() && line.startsWith(word, from);
  }

  private boolean region(int from, int to) {
    if (to - from != 3) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (line.charAt(i) < 'a' || line.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private boolean levelFollows(int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i < line.length() && line.charAt(i) == '[';
  }

  private boolean word(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      boolean good =
          (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || (c >= 'A' && c <= 'Z')
              || c == '-'
              || c == '_'
              || c == '.';
      if (!good) {
        return false;
      }
    }
    return to > from;
  }

  private @Nullable Level levelOf(int from, int to) {
    return switch (to - from) {
      case 0 -> Level.INFO;
      case 4 ->
          is("info", from, to)
              ? Level.INFO
              : is("warn", from, to) ? Level.WARNING : other(from, to);
      case 5 -> is("error", from, to) ? Level.ERROR : other(from, to);
      case 3, 6, 7, 8 -> other(from, to);
      default -> null;
    };
  }

  private @Nullable Level other(int from, int to) {
    return Level.named(line.substring(from, to)).orElse(null);
  }

  /** The text between, as the same object as the last time where it is the same text. */
  private String share(String last, int from, int to) {
    return last.length() == to - from && line.startsWith(last, from)
        ? last
        : line.substring(from, to);
  }

  private void fields() {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c != 'e' && c != 'r') {
        return;
      }
      String name =
          line.startsWith("error.code=", at)
              ? "error.code"
              : line.startsWith("error.message=", at)
                  ? "error.message"
                  : line.startsWith("request.method=", at)
                      ? "request.method"
                      : line.startsWith("request.url=", at)
                          ? "request.url"
                          : line.startsWith("request.id=", at)
                              ? "request.id"
                              : line.startsWith("response.status=", at) ? "response.status" : "";
      if (name.isEmpty() || !field(name)) {
        return;
      }
    }
  }

  private boolean field(String name) {
    int from = at + name.length() + 1;
    int end;
    if (from < line.length() && line.charAt(from) == '"') {
      end = line.indexOf("\" ", ++from);
      if (end < 0 && line.endsWith("\"") && line.length() > from) {
        end = line.length() - 1;
      }
      if (end < 0) {
        return false;
      }
      put(name, line.substring(from, end));
      end++;
    } else {
      end = line.indexOf(' ', from);
      if (end < 0) {
        end = line.length();
      }
      if (end == from) {
        return false;
      }
      put(name, line.substring(from, end));
    }
    at = Math.min(line.length(), end + 1);
    return true;
  }

  private void put(String name, String value) {
    if (fields.isEmpty()) {
      fields = new LinkedHashMap<>();
    }
    fields.put(name, value);
  }

  private void skipBlanks() {
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
  }
}
