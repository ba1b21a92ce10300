package dev.debrief.source;

import dev.debrief.model.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a program's logger puts before its words: a clock, metadata, a level. Read once per message;
 * time, severity, grouping and request fields all build on it. One object is used for many
 * messages.
 */
final class Preamble {
  /** Who put it there. */
  enum Kind {
    /** Nothing that is known. */
    NONE,
    /**
     * Elixir's console: {@code HH:MM:SS.mmm metadata[level] }, with a date before it or without.
     */
    ELIXIR,
    /** The machine's init: a level word right-aligned to five columns. */
    INIT,
    /** The kernel: {@code [ 2.766486] }. */
    KERNEL,
    /** Firecracker: a stamp with nine digits and {@code [ULID:thread]}. */
    FIRECRACKER,
    /** Any other logger that begins with a date and time, in brackets or without. */
    DATED,
    /** An object of JSON. */
    JSON,
    /** A level word alone: {@code [error] }, {@code ERROR: }, {@code E, [} and the like. */
    LEVEL
  }

  private static final String[] LEVEL_WORDS = {
    "INFO", "WARN", "ERROR", "WARNING", "DEBUG", "TRACE", "FATAL", "CRITICAL", "NOTICE", "SEVERE"
  };

  Kind kind = Kind.NONE;

  /** The level it names, or null. */
  @Nullable Level level;

  /** Where the logger's words end and the message's own begin. */
  int body;

  /** Where metadata stands, empty range where there is none. */
  int metadataFrom;

  int metadataTo;

  /** Whether it has a clock with a fraction; then {@link #stamp} or {@link #timeOfDay} is set. */
  boolean clock;

  /** Whether the clock bears a date: {@link #stamp} is set. */
  boolean dated;

  /** Seconds of the day, where the clock bears no date. */
  int timeOfDay;

  /** Seconds since boot in microseconds, for the kernel. */
  long sinceBoot;

  final Stamp stamp = new Stamp();

  /** Reads what begins this message. */
  void read(String text) {
    kind = Kind.NONE;
    level = null;
    body = 0;
    metadataFrom = 0;
    metadataTo = 0;
    clock = false;
    dated = false;
    if (text.isEmpty()) {
      return;
    }
    char c = text.charAt(0);
    if (Stamp.digit(c)) {
      digits(text);
    } else if (c == ' ') {
      if (text.startsWith(" INFO ")) {
        init(Level.INFO);
      } else if (text.startsWith(" WARN ")) {
        init(Level.WARNING);
      }
    } else if (c == '[') {
      bracket(text);
    } else if (c == '{') {
      json(text);
    } else if (text.startsWith("ERROR ")) {
      init(Level.ERROR);
    } else if (c >= 'A' && c <= 'Z') {
      if (text.startsWith("INFO ") || text.startsWith("WARN ")) {
        init(c == 'I' ? Level.INFO : Level.WARNING); // pasted without its leading blank
      } else {
        word(text);
      }
    }
    if (level == null && (kind == Kind.NONE || kind == Kind.DATED)) {
      pairs(text);
    }
  }

  private void init(Level named) {
    kind = Kind.INIT;
    level = named;
    body = 6;
  }

  private void digits(String text) {
    int time = Stamp.time(text, 0);
    if (time >= 0) {
      int end = stamp.fraction(text, 8);
      if (stamp.digits > 0) {
        clock = true;
        timeOfDay = time;
        if (!elixir(text, end)) {
          kind = Kind.DATED;
          body = end;
          levelAfter(text, end);
        }
      } else if (end < text.length() && text.charAt(end) == ' ' && elixir(text, end)) {
        return;
      }
      return;
    }
    if (!stamp.read(text, 0)) {
      return;
    }
    int end = stamp.end;
    clock = stamp.digits > 0;
    dated = true;
    if (stamp.digits == 9
        && end + 30 < text.length()
        && text.charAt(end) == ' '
        && text.charAt(end + 1) == '['
        && text.charAt(end + 28) == ':') {
      kind = Kind.FIRECRACKER;
      body = text.indexOf(']', end) + 1;
      return;
    }
    if (!elixir(text, end)) {
      kind = Kind.DATED;
      body = end;
      levelAfter(text, end);
    }
  }

  /** Reads {@code metadata[level] } after a clock. */
  private boolean elixir(String text, int from) {
    int open = text.indexOf('[', from);
    if (open < 0 || open - from > 400 || open == from) {
      return false;
    }
    int close = text.indexOf(']', open);
    if (close < 0
        || close - open > 10
        || (close + 1 < text.length() && text.charAt(close + 1) != ' ')) {
      return false;
    }
    for (int i = open + 1; i < close; i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    if (open > from + 1 && text.indexOf('=', from, open) < 0) {
      return false;
    }
    Level named = LevelWords.named(text, open + 1, close);
    if (named == null) {
      return false;
    }
    kind = Kind.ELIXIR;
    level = named;
    metadataFrom = from;
    metadataTo = open;
    body = Math.min(text.length(), close + 2);
    return true;
  }

  private void bracket(String text) {
    int close = text.indexOf(']');
    if (close < 0 || close > 60) {
      return;
    }
    int first = 1;
    while (first < close && text.charAt(first) == ' ') {
      first++;
    }
    if (first < close && Stamp.digit(text.charAt(first))) {
      if (kernel(text, first, close)) {
        return;
      }
      if (stamp.read(text, first) && stamp.end <= close) {
        kind = Kind.DATED;
        clock = stamp.digits > 0;
        dated = true;
        body = close + 1;
        levelAfter(text, close + 1);
      } else if (dayFirst(text, first)) {
        kind = Kind.DATED;
        body = close + 1;
        levelAfter(text, close + 1);
      }
      return;
    }
    Level named = close <= 10 ? LevelWords.named(text, 1, close) : null;
    if (named != null) {
      kind = Kind.LEVEL;
      level = named;
      body = Math.min(text.length(), close + 2);
    } else {
      levelInBrackets(text, close + 1);
    }
  }

  /**
   * {@code 11-May-2026 07:00:13}, as PHP and its process manager write it; its clock is not read.
   */
  private static boolean dayFirst(String text, int from) {
    return text.length() > from + 20
        && text.charAt(from + 2) == '-'
        && text.charAt(from + 6) == '-'
        && Character.isLetter(text.charAt(from + 3))
        && Stamp.digit(text.charAt(from + 7))
        && text.charAt(from + 11) == ' '
        && Stamp.time(text, from + 12) >= 0;
  }

  private boolean kernel(String text, int from, int close) {
    int point = text.indexOf('.', from);
    if (point < 0 || close - point != 7 || point - from > 9) {
      return false;
    }
    long value = 0;
    for (int i = from; i < close; i++) {
      if (i == point) {
        continue;
      }
      if (!Stamp.digit(text.charAt(i))) {
        return false;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    kind = Kind.KERNEL;
    sinceBoot = value;
    body = Math.min(text.length(), close + 2);
    return true;
  }

  private void json(String text) {
    if (text.length() > 1 && (text.charAt(1) == '"' || text.charAt(1) == ' ')) {
      kind = Kind.JSON;
      level = JsonMessage.level(text);
      int at = JsonMessage.stamp(text);
      if (at > 0 && stamp.read(text, at)) {
        clock = stamp.digits > 0;
        dated = true;
      }
    }
  }

  /**
   * {@code ERROR: …}, {@code ERROR:module:…}, {@code E, [2021-09-23T15:36:16.329652 #522] ERROR
   * --}.
   */
  private void word(String text) {
    if (text.length() > 4
        && text.charAt(1) == ','
        && text.charAt(2) == ' '
        && text.charAt(3) == '[') {
      if (stamp.read(text, 4)) {
        kind = Kind.DATED;
        clock = stamp.digits > 0;
        dated = true;
        int close = text.indexOf(']', stamp.end);
        body = close < 0 ? stamp.end : close + 1;
        level =
            switch (text.charAt(0)) {
              case 'D' -> Level.DEBUG;
              case 'W' -> Level.WARNING;
              case 'E' -> Level.ERROR;
              case 'F' -> Level.CRITICAL;
              default -> Level.INFO;
            };
      }
      return;
    }
    int end = 1;
    int most = Math.min(text.length(), 10);
    while (end < most && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
      end++;
    }
    if (end < text.length() && end >= 4) {
      char after = text.charAt(end);
      if (after == ':'
          || (after == ' ' && end + 1 < text.length() && text.charAt(end + 1) == '[')) {
        Level named = LevelWords.named(text, 0, end);
        if (named != null) {
          kind = Kind.LEVEL;
          level = named;
          body = end + 1;
          while (body < text.length() && text.charAt(body) == ' ') {
            body++;
          }
        }
      }
    }
  }

  /** A level word in capitals, or one in brackets, soon after a date. */
  private void levelAfter(String text, int from) {
    levelInBrackets(text, from);
    if (level != null) {
      return;
    }
    int most = Math.min(text.length(), from + 60);
    for (int i = from; i < most; i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z' && !letter(text, i - 1)) {
        for (String word : LEVEL_WORDS) {
          if (text.startsWith(word, i) && !letter(text, i + word.length())) {
            level = Level.named(word).orElse(null);
            body = Math.min(text.length(), i + word.length());
            return;
          }
        }
      } else if (c == '"' || c == '{') {
        return;
      }
    }
  }

  /** A level in brackets among the first few, such as {@code [657] [INFO] }. */
  private void levelInBrackets(String text, int from) {
    int at = from;
    for (int brackets = 0; brackets < 4; brackets++) {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != '[') {
        return;
      }
      int close = text.indexOf(']', at);
      if (close < 0 || close - at > 60) {
        return;
      }
      if (close - at <= 10) {
        Level named = LevelWords.named(text, at + 1, close);
        if (named != null) {
          if (kind == Kind.NONE) {
            kind = Kind.LEVEL;
          }
          level = named;
          body = Math.min(text.length(), close + 2);
          return;
        }
      }
      at = close + 1;
    }
  }

  /** {@code level=error} and its like, as logfmt writes it. */
  private void pairs(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || equals > 120) {
      return;
    }
    for (String key : new String[] {"level=", "lvl=", "severity="}) {
      int at = text.indexOf(key);
      if (at >= 0 && at <= 120 && (at == 0 || text.charAt(at - 1) == ' ')) {
        int from = at + key.length();
        if (from < text.length() && text.charAt(from) == '"') {
          from++;
        }
        int end = from;
        while (end < text.length() && letter(text, end) && end - from < 12) {
          end++;
        }
        Level named = LevelWords.named(text, from, end);
        if (named != null) {
          level = named;
          if (kind == Kind.NONE) {
            kind = Kind.LEVEL;
          }
        }
        break;
      }
    }
    int time = text.startsWith("time=") ? 5 : text.startsWith("ts=") ? 3 : -1;
    if (time > 0) {
      int from = time < text.length() && text.charAt(time) == '"' ? time + 1 : time;
      if (stamp.read(text, from)) {
        kind = Kind.DATED;
        clock = stamp.digits > 0;
        dated = true;
      }
    }
  }

  private static boolean letter(String text, int at) {
    return at >= 0
        && at < text.length()
        && ((text.charAt(at) >= 'A' && text.charAt(at) <= 'Z')
            || (text.charAt(at) >= 'a' && text.charAt(at) <= 'z')
            || text.charAt(at) == '_');
  }
}
