package dev.debrief.report;

import java.util.ArrayList;
import java.util.List;

/** Markdown parted into its sentences. A full stop inside code, or in a number, ends none. */
final class Sentences {
  private Sentences() {}

  /** The sentences, each with its end; linear in the text. */
  static List<String> of(String markdown) {
    List<String> out = new ArrayList<>();
    int begun = 0;
    int i = 0;
    while (i < markdown.length()) {
      char c = markdown.charAt(i);
      if (c == '\\') {
        i += 2;
        continue;
      }
      if (c == '`') {
        i = afterCode(markdown, i);
        continue;
      }
      i++;
      if ((c == '.' || c == '!' || c == '?') && endsAt(markdown, i)) {
        out.add(markdown.substring(begun, i).strip());
        begun = i;
      }
    }
    String rest = markdown.substring(begun).strip();
    if (!rest.isEmpty()) {
      out.add(rest);
    }
    return out;
  }

  /** Whether a sentence begins after these blanks: with a capital, a digit, code or a bracket. */
  private static boolean endsAt(String text, int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next == from || next == text.length()) {
      return false;
    }
    char first = text.charAt(next);
    boolean version =
        first == 'v' && next + 1 < text.length() && Character.isDigit(text.charAt(next + 1));
    return version
        || Character.isUpperCase(first)
        || Character.isDigit(first)
        || "`*\\".indexOf(first) >= 0;
  }

  private static int afterCode(String text, int from) {
    int run = from;
    while (run < text.length() && text.charAt(run) == '`') {
      run++;
    }
    String fence = text.substring(from, run);
    int close = text.indexOf(fence, run);
    while (close >= 0) {
      int end = close + fence.length();
      if (end == text.length() || text.charAt(end) != '`') {
        return end;
      }
      while (end < text.length() && text.charAt(end) == '`') {
        end++;
      }
      close = text.indexOf(fence, end);
    }
    return run;
  }
}
