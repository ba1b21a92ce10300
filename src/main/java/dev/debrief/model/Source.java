package dev.debrief.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One imported file, or one format's part of a file that holds several, and how its lines were
 * accounted for: {@code lines = begun + continuations + duplicateLines + unparsed + blank}.
 *
 * @param path the name that evidence uses, unique in the case
 * @param format the format's name as the contract lists it
 * @param sha256 of the bytes as they were given, lower-case hex
 * @param bytes as they were given
 * @param lines lines of text after decompression
 * @param records entries that were kept
 * @param begun lines that began a kept entry: as many as {@code records}, but where one line holds
 *     several
 * @param continuations lines that belong to an entry begun before
 * @param duplicates entries left out because another source, or another part of this one, already
 *     told them
 * @param duplicateLines the lines of those
 * @param unparsed lines that no format could place
 * @param blank lines with nothing on them
 * @param first the earliest known moment, null where there is none
 * @param last the latest known moment, null where there is none
 * @param zone the zone in which unmarked local times were read, such as {@code UTC} or {@code
 *     +02:00 (inferred)}
 * @param notes what a reader should know: limits of the dump, what was inferred, what to do
 */
public record Source(
    String path,
    String format,
    String sha256,
    long bytes,
    long lines,
    long records,
    long begun,
    long continuations,
    long duplicates,
    long duplicateLines,
    long unparsed,
    long blank,
    @Nullable Instant first,
    @Nullable Instant last,
    String zone,
    List<Note> notes) {
  public Source {
    notes = List.copyOf(notes);
  }

  /** Whether every line is accounted for. */
  public boolean addsUp() {
    return lines == begun + continuations + duplicateLines + unparsed + blank;
  }

  /**
   * Something to know about a source.
   *
   * @param kind what sort of thing
   * @param line the line it is about, or 0 for the whole source
   * @param text one sentence
   * @param remedy what the reader can do, or empty
   */
  public record Note(Kind kind, long line, String text, String remedy) {
    /** What a note is about. */
    public enum Kind {
      /** The dump shows only part: a page of 100 lines, 25 releases, 20 events, a hole. */
      LIMIT,
      /** A zone, a year, a date or an order that was worked out. */
      INFERRED,
      /** Something that could not be read. */
      WARNING
    }
  }
}
