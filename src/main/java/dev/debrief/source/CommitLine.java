package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A commit on one line: a hash, perhaps a date, an author, and the subject. */
record CommitLine(String hash, String date, String author, String subject) {
  private static final Pattern HASH = Pattern.compile("[*|\\\\/ ]*\\b([0-9a-f]{7,40})\\b");
  private static final String ISO =
      "\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?: ?(?:Z|[+-]\\d\\d:?\\d\\d))?)?";
  private static final String GIT =
      "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} \\d{1,2} \\d\\d:\\d\\d:\\d\\d \\d{4}"
          + "|\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d)(?: [+-]\\d{4})?";
  private static final Pattern DATE = Pattern.compile("(" + ISO + "|" + GIT + ")");
  private static final DateTimeFormatter DEFAULT =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu[ Z]", Locale.ENGLISH);
  private static final DateTimeFormatter RFC =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss[ Z]", Locale.ENGLISH);

  /** The commit that a line is, or null. */
  static @Nullable CommitLine of(String text) {
    Matcher hash = HASH.matcher(text);
    if (text.length() > 2_000) {
      return null;
    }
    if (hash.lookingAt()) {
      String rest = text.substring(hash.end()).replaceFirst("^ \\([^)]{1,200}\\)", "");
      boolean apart = !rest.isEmpty() && " \t|,;".indexOf(rest.charAt(0)) >= 0;
      return apart ? rest(hash.group(1), rest) : null;
    }
    Matcher date = DATE.matcher(text);
    if (date.lookingAt()) {
      String after = text.substring(date.end()).replaceFirst("^[\\s|,;-]+", "");
      Matcher later = HASH.matcher(after);
      if (later.lookingAt() && later.end() < after.length() && GitLog.hash(later.group(1))) {
        CommitLine line = rest(later.group(1), after.substring(later.end()));
        return new CommitLine(line.hash(), date.group(1), line.author(), line.subject());
      }
    }
    return null;
  }

  private static CommitLine rest(String hash, String rest) {
    String words = rest;
    String date = "";
    Matcher found = DATE.matcher(words);
    if (found.find() && found.start() < 80) {
      date = found.group(1);
      words = words.substring(0, found.start()) + words.substring(found.end());
    }
    String author = "";
    String[] parts = words.split("[|;\\t]", -1);
    if (parts.length > 2) {
      StringBuilder subject = new StringBuilder();
      for (String part : parts) {
        String bare = part.strip();
        if (bare.isEmpty() || bare.equals("()")) {
          continue;
        }
        if (author.isEmpty() && bare.length() < 60 && subject.isEmpty() && parts.length > 3) {
          author = bare;
        } else {
          subject.append(subject.isEmpty() ? "" : " ").append(bare);
        }
      }
      words = subject.toString();
    }
    return new CommitLine(hash, date, author, words.replaceAll("^[\\s|,;()-]+", "").strip());
  }

  /**
   * The moment that a date of git's stands for, or null where it can't be read.
   *
   * @param zone of dates without an offset
   */
  static @Nullable Moment moment(String date, ZoneId zone) {
    String text = date.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      return null;
    }
    if (text.chars().allMatch(c -> Stamp.digit((char) c)) && text.length() < 12) {
      return new Moment(
          Instant.ofEpochSecond(Long.parseLong(text)), Precision.SECOND, Clock.COMMIT);
    }
    Stamp stamp = Stamp.of(text);
    try {
      if (stamp != null) {
        return new Moment(stamp.instant(zone), stamp.precision(), Clock.COMMIT);
      }
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return new Moment(
            LocalDate.parse(text).atStartOfDay(zone).toInstant(), Precision.DAY, Clock.COMMIT);
      }
      if (text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*")) {
        Stamp minutes = Stamp.of(text.substring(0, 16) + ":00" + text.substring(16));
        return minutes == null
            ? null
            : new Moment(minutes.instant(zone), Precision.MINUTE, Clock.COMMIT);
      }
      TemporalAccessor told =
          (text.contains(",") ? RFC : DEFAULT)
              .parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant at =
          told instanceof OffsetDateTime marked
              ? marked.toInstant()
              : LocalDateTime.from(told).atZone(zone).toInstant();
      return new Moment(at, Precision.SECOND, Clock.COMMIT);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
