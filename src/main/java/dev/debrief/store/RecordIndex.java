package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The entries of a case, searchable. One implementation stands on a local Lucene index; the
 * interface is narrow so that a remote engine of that family can stand behind it.
 *
 * <p>Queries are in Lucene's classic syntax; the empty query matches everything. The default field
 * is {@code message}; the others are {@code machine}, {@code provider}, {@code region}, {@code
 * app}, {@code level} (how loud the message is), {@code transport} (the platform's level), {@code
 * source}, {@code format}, {@code kind} ({@code log}, {@code release}, {@code event}, {@code
 * snapshot}, {@code commit}, {@code operation}, {@code unparsed}), {@code request_id}, and, by
 * number or time and in ranges, {@code line}, {@code status} and {@code at}. {@code part:continued}
 * is every record that goes on with a message which another record began, so that {@code NOT
 * part:continued} finds messages. All text is matched without regard to case. A word with what
 * parts words in it, such as {@code Oban.Notifier} or {@code /api/users}, is the phrase of its
 * parts; a pattern such as {@code Oban.Not*} asks that all its parts occur. Fuzzy search doesn't
 * look at made-up words such as request ids. A query that can't be read is an {@link InputProblem}
 * that says where and what to write instead.
 *
 * <p>Everything is in canonical order: by time, then by the order of import, then by line. Ranges
 * are of {@link dev.debrief.model.Moment#at()}.
 */
public interface RecordIndex {
  /**
   * The matching entries of a range, {@code limit} of them from the {@code offset}-th on.
   *
   * @throws InputProblem where the query can't be read
   */
  Page search(String query, TimeRange range, long offset, int limit) throws InputProblem;

  /** How many entries match. */
  long count(String query, TimeRange range) throws InputProblem;

  /**
   * How many entries match in each of {@code buckets} equal parts of the range; {@link
   * TimeRange#ALWAYS} means the {@link #extent()}.
   */
  long[] histogram(String query, TimeRange range, int buckets) throws InputProblem;

  /**
   * The values of a field among the matching entries with their counts, most frequent first, at
   * most {@code most}.
   *
   * @param field {@code machine}, {@code region}, {@code level}, {@code provider}, {@code app},
   *     {@code source}, {@code format} or {@code kind}
   */
  Map<String, Long> facet(String field, String query, TimeRange range, int most)
      throws InputProblem;

  /** The entry that the evidence names, also where a line inside it is named. */
  Optional<Entry> at(Evidence evidence);

  /**
   * The entries around a line in its own source, in the source's order: up to {@code before} before
   * it, its own, up to {@code after} after it.
   */
  List<Entry> around(Evidence evidence, int before, int after);

  /** Hands over every log record of the range once, in canonical order. Holds none of them. */
  void records(TimeRange range, Consumer<? super LogRecord> consumer);

  /** From the first entry with a known time to just after the last; empty where there is none. */
  TimeRange extent();

  /** How many entries there are. */
  long size();
}
