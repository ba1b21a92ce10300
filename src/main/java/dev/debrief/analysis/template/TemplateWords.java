package dev.debrief.analysis.template;

import java.util.Set;
import java.util.regex.Pattern;

/** What a template says to a reader: its own words, without the logger's dress around them. */
public final class TemplateWords {
  /** What loggers that print JSON call a line's words, and the error's. */
  private static final Set<String> JSON_WORDS =
      Set.of("msg", "message", "err", "error", "exception");

  /** A clock, a process or a level in brackets, as Ruby's, Python's and other loggers put it. */
  private static final Pattern LOGGERS_HEAD =
      Pattern.compile("^(?:[A-Z], )?(?:\\[[^\\]]{0,60}\\] ?)+(?: ?[A-Z]+ -- :)? *");

  private TemplateWords() {}

  /**
   * Its words: those of its text and of its error, where it is an object of JSON. What varies is
   * written as an ellipsis.
   */
  public static String of(String template) {
    return bare(template).replace("<*>", "…");
  }

  private static String bare(String template) {
    if (!template.startsWith("{")) {
      String bare = LOGGERS_HEAD.matcher(template).replaceFirst("");
      return (bare.isBlank() ? template : bare).replaceFirst("\\s*:$", "");
    }
    String words = String.join(": ", JsonWords.of(template, JSON_WORDS));
    return words.isEmpty() ? template : words;
  }
}
