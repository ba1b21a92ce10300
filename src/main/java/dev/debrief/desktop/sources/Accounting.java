package dev.debrief.desktop.sources;

import dev.debrief.model.Source;
import java.util.List;

/** Where a source's lines went, in shares of the whole. */
record Accounting(List<Part> parts) {
  /** One share; the key names its text and its style. */
  record Part(String key, long lines, double share) {}

  static Accounting of(Source source) {
    double all = Math.max(1, source.lines());
    return new Accounting(
        List.of(
            part("records", source.begun(), all),
            part("continuations", source.continuations(), all),
            part("duplicates", source.duplicateLines(), all),
            part("unparsed", source.unparsed(), all),
            part("blank", source.blank(), all)));
  }

  private static Part part(String key, long lines, double all) {
    return new Part(key, lines, lines / all);
  }
}
