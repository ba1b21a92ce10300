package dev.debrief.report;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Consumer;

/**
 * One declared kind of secret.
 *
 * @param hides what, in a few words
 * @param on whether it is applied
 * @param hints lower-case pieces of text, one of which every match holds: a cheap test first
 * @param pattern group 1, or the first group that took part, is what gets hidden; else the whole
 *     match
 * @param unless a hidden text that this matches whole stays
 */
public record RedactionRule(
    String id, String hides, boolean on, List<String> hints, Pattern pattern, Pattern unless) {
  /** What every mark of something hidden begins with. */
  public static final String MARK = "[redacted:";

  public RedactionRule {
    hints = List.copyOf(hints);
  }

  RedactionRule switched(boolean now) {
    return new RedactionRule(id, hides, now, hints, pattern, unless);
  }

  String hide(String text, Consumer<String> counter) {
    if (!hinted(text)) {
      return text;
    }
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = null;
    int copied = 0;
    while (matcher.find()) {
      int group = group(matcher);
      int start = matcher.start(group);
      int end = matcher.end(group);
      String secret = text.substring(start, end);
      if (start == end || secret.startsWith(MARK) || unless.matches(secret)) {
        continue;
      }
      out = out == null ? new StringBuilder(text.length()) : out;
      out.append(text, copied, start).append(MARK).append(id).append(']');
      copied = end;
      counter.accept(id);
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static int group(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.start(group) >= 0) {
        return group;
      }
    }
    return 0;
  }

  private boolean hinted(String text) {
    if (hints.isEmpty()) {
      return true;
    }
    for (String hint : hints) {
      if (containsIgnoringCase(text, hint)) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsIgnoringCase(String text, String hint) {
    int last = text.length() - hint.length();
    char first = hint.charAt(0);
    char upper = Character.toUpperCase(first);
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == first || c == upper) && text.regionMatches(true, i, hint, 0, hint.length())) {
        return true;
      }
    }
    return false;
  }
}
