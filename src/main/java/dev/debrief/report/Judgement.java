package dev.debrief.report;

import java.util.Locale;

/** What comes of holding a claim against the evidence and against the rest of its report. */
public enum Judgement {
  /** The evidence, or another place of the report, says otherwise. */
  CONTRADICTED,
  /** The evidence could have shown it and doesn't. */
  UNSUPPORTED,
  SUPPORTED,
  /** The evidence doesn't reach that far. */
  NOT_JUDGED,
  /** No claim: something that good practice asks of a report. */
  ADVICE;

  /** The name in JSON, such as {@code not_judged}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
