package dev.debrief.source;

import dev.debrief.model.Moment;
import dev.debrief.model.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the lines of one format in one input are accounted for, while it is read. */
final class Account {
  /** Notes kept for one account; a hostile input can give rise to any number. */
  private static final int MOST_NOTES = 50;

  /** Lines of one page of the platform's logs. */
  private static final int PAGE = 100;

  final Format format;
  private long records;
  private long begun;
  private long continuations;
  private long unparsed;
  private long blank;
  private long coveredFrom;
  private long coveredTo;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private final List<Source.Note> notes = new ArrayList<>();
  private String zone = "UTC";

  Account(Format format) {
    this.format = format;
  }

  /** Counts an entry by the lines it takes. */
  void begun(long from, int lines) {
    records++;
    long to = from + lines - 1;
    if (covers(from)) { // it shares its first line with the one before
      continuations += Math.max(0, to - coveredTo);
      coveredTo = Math.max(coveredTo, to);
    } else {
      begun++;
      continuations += lines - 1;
      coveredFrom = from;
      coveredTo = to;
    }
  }

  /** Whether the entry counted last takes that line. */
  boolean covers(long line) {
    return line >= coveredFrom && line <= coveredTo;
  }

  /** Counts an entry that begins on a line which another account has counted. */
  void begunWithin(long from, int lines, long counted) {
    records++;
    coveredFrom = from;
    coveredTo = from + lines - 1;
    continuations += Math.max(0, coveredTo - counted);
  }

  /** Counts a line that no format could place. */
  void unparsed() {
    unparsed++;
  }

  /** Hears of a time that an entry bears. */
  void moment(Moment moment) {
    if (moment.known()) {
      Instant at = moment.at();
      if (first == null || at.isBefore(first)) {
        first = at;
      }
      if (last == null || at.isAfter(last)) {
        last = at;
      }
    }
  }

  /** Counts lines that belong to no entry of their own but to the structure around entries. */
  void continuations(long count) {
    continuations += count;
  }

  /** Counts a line with nothing on it. */
  void blank() {
    blank++;
  }

  /** Takes blank lines back: they turned out to stand inside an entry, which counts them. */
  void unblank(int count) {
    blank -= count;
  }

  /** The last line of the entry counted last. */
  long coveredTo() {
    return coveredTo;
  }

  /** Notes that an object was cut or broken. */
  void brokenAt(long line) {
    note(
        Source.Note.Kind.WARNING,
        line,
        "an object that begins here is cut or broken; its lines are kept as unparsed",
        "");
  }

  long records() {
    return records;
  }

  /** Lines that are accounted for, blank ones aside. */
  long told() {
    return begun + continuations + unparsed;
  }

  long lines() {
    return begun + continuations + unparsed + blank;
  }

  /** Adds a note, unless it was said already. */
  void note(Source.Note.Kind kind, long line, String text, String remedy) {
    Source.Note note = new Source.Note(kind, line, text, remedy);
    if (notes.size() < MOST_NOTES && !notes.contains(note)) {
      notes.add(note);
    }
  }

  /** Says in which zone unmarked local times were read. */
  void zone(String name) {
    zone = name;
  }

  /** Adds what the account itself shows of the dump's limits. */
  private void limits() {
    boolean logs = format.name().equals("fly-text") || format.name().equals("fly-json");
    if (logs && records == PAGE) {
      note(
          Source.Note.Kind.LIMIT,
          0,
          "exactly "
              + PAGE
              + " lines: as many as fly logs --no-tail shows; what came before is not here",
          "the log search keeps seven days");
    }
    if (format.name().equals("releases-json") && records == ReleasesTable.PAGE) {
      note(
          Source.Note.Kind.LIMIT,
          0,
          "exactly "
              + ReleasesTable.PAGE
              + " releases: as many as flyctl shows; older ones are not here",
          "");
    }
  }

  /** The finished account. */
  Source source(String path, String sha256, long bytes) {
    limits();
    return new Source(
        path,
        format.name(),
        sha256,
        bytes,
        lines(),
        records,
        begun,
        continuations,
        0,
        0,
        unparsed,
        blank,
        first,
        last,
        zone,
        notes);
  }
}
