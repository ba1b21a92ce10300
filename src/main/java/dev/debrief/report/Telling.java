package dev.debrief.report;

import dev.debrief.model.Evidence;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How one draft says things: redacted, escaped, and with the lines that carry each sentence. */
final class Telling {
  /** What differs from one line to its like: a word with a digit in it, what a name is set to. */
  private static final Pattern VALUE = Pattern.compile("(?<==)[^\\s,;)}\\]]+|\\S*\\d\\S*");

  private final Redaction.Session redaction;
  private final References references;

  Telling(Redaction.Session redaction, References references) {
    this.redaction = redaction;
    this.references = references;
  }

  /** Running text from the analysis or the log. */
  String text(String foreign) {
    return Markdown.text(redaction.hide(foreign));
  }

  /** A name or a line as code. */
  String code(String foreign) {
    return Markdown.code(redaction.hide(foreign));
  }

  /** Names as code, listed: {@code a, b and c}. */
  String codes(List<String> names) {
    return Wording.list(names.stream().map(this::code).toList());
  }

  /**
   * Markdown that says something, closed by the lines it rests on. Of several sentences each is
   * closed: the last by all the lines, those before it by the first.
   */
  String say(String markdown, List<Evidence> evidence) {
    List<String> sentences = Sentences.of(Wording.sentence(markdown));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      boolean last = i == sentences.size() - 1;
      out.append(i == 0 ? "" : " ").append(sentences.get(i));
      out.append(
          references.cite(last ? evidence : evidence.subList(0, Math.min(1, evidence.size()))));
    }
    return out.toString();
  }

  /** The line itself as code, or empty where the case holds nothing there. */
  String quote(Evidence evidence) {
    String text = references.of(evidence).text().strip();
    return text.isEmpty() ? "" : code(text);
  }

  /** What a line has in common with its like: its words without numbers and names. */
  String shape(Evidence evidence) {
    return shape(references.of(evidence).text());
  }

  /** The same of a message. */
  static String shape(String message) {
    return VALUE.matcher(message).replaceAll("#").strip();
  }

  /** The first of several lines that has words. */
  String quoteFirst(List<Evidence> evidence) {
    return evidence.stream()
        .map(this::quote)
        .filter(quote -> !quote.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Two lists as one, without repeats. */
  static List<Evidence> both(List<Evidence> first, List<Evidence> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
