package dev.debrief.model;

import java.util.List;
import java.util.function.Consumer;

/** What an analysis may see of a case: its sources' accounts, its facts, its records in order. */
public interface CaseData {
  /** The sources in the order they were imported. */
  List<Source> sources();

  /** Every entry but the log records and unparsed lines, by moment, then by place. */
  List<Entry> facts();

  /**
   * Hands over every log record once, by {@link LogRecord#at()}, then in the order of its source.
   * Linear in the records; holds none of them.
   */
  void records(Consumer<? super LogRecord> consumer);
}
