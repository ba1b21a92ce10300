package dev.debrief.report;

import dev.debrief.model.Evidence;
import java.util.List;
import java.util.stream.Stream;

/** How one draft says things: redacted, escaped, and with the lines that carry each sentence. */
final class Telling {
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

  /** Markdown that says something, closed by the lines it rests on. */
  String say(String markdown, List<Evidence> evidence) {
    return Wording.sentence(markdown) + references.cite(evidence);
  }

  /** The line itself as code, or empty where the case holds nothing there. */
  String quote(Evidence evidence) {
    String text = references.of(evidence).text().strip();
    return text.isEmpty() ? "" : code(text);
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
