package dev.debrief.desktop.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query that are looked for in messages, and where a message has them. */
final class Terms {
  private static final Pattern PART =
      Pattern.compile("([-+!]?)(?:(\\w+):)?(\"[^\"]*\"|\\[[^\\]]*\\]|[^\\s()]+)");

  private Terms() {}

  /** A stretch of a message, and whether it was looked for. */
  record Span(String text, boolean found) {}

  /** The words and phrases that a query looks for in the message, lower case. */
  static List<String> of(String query) {
    List<String> terms = new ArrayList<>();
    boolean not = false;
    Matcher matcher = PART.matcher(query);
    while (matcher.find()) {
      String part = matcher.group(3);
      String field = matcher.group(2);
      if (part.equals("NOT")) {
        not = true;
        continue;
      }
      boolean wanted = !not && !matcher.group(1).equals("-") && !matcher.group(1).equals("!");
      not = false;
      if (part.equals("AND") || part.equals("OR") || part.startsWith("[")) {
        continue;
      }
      if (wanted && (field == null || field.equals("message"))) {
        String word =
            part.replace("\"", "").replaceAll("[*?~^][0-9.]*", "").toLowerCase(Locale.ROOT);
        if (word.length() > 1) {
          terms.add(word);
        }
      }
    }
    return terms;
  }

  /** A text cut where the terms occur. */
  static List<Span> spans(String text, List<String> terms) {
    List<Span> spans = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    if (terms.isEmpty() || lower.length() != text.length()) {
      return List.of(new Span(text, false));
    }
    int at = 0;
    while (at < text.length()) {
      int next = -1;
      int length = 0;
      for (String term : terms) {
        int found = lower.indexOf(term, at);
        if (found >= 0 && (next < 0 || found < next || (found == next && term.length() > length))) {
          next = found;
          length = term.length();
        }
      }
      if (next < 0) {
        break;
      }
      if (next > at) {
        spans.add(new Span(text.substring(at, next), false));
      }
      spans.add(new Span(text.substring(next, next + length), true));
      at = next + length;
    }
    if (at < text.length()) {
      spans.add(new Span(text.substring(at), false));
    }
    return spans;
  }
}
