package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One input while it is read: what the user said, where its entries go, the accounts of its lines.
 */
final class Reading {
  /** An entry from before the first time. */
  private record Early(Entry entry, String format) {}

  private static final int MOST_EARLY = 20_000;

  final String name;
  final ImportOptions options;
  final Instant modified;
  private final Arrivals arrivals;
  private final EntrySink sink;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final List<Early> early = new ArrayList<>();
  private long foreignTo;
  private int fruitless;
  private @Nullable Account lastAccount;
  private @Nullable Account counted;
  private boolean timed;
  private boolean dated;
  private String app = "";
  private Moment latest = new Moment(Instant.EPOCH, Precision.NONE, Clock.CARRIED);

  Reading(String name, ImportOptions options, Instant modified, EntrySink sink) {
    this.name = name;
    this.options = options;
    this.modified = modified;
    this.sink = sink;
    this.arrivals = new Arrivals(this, new Recorder(this));
  }

  /** The account of a format, opened when first asked for. */
  Account account(Format format) {
    Account last = lastAccount;
    if (last != null && last.format == format) {
      return last;
    }
    Account account = accounts.computeIfAbsent(format.name(), name -> new Account(format));
    lastAccount = account;
    return account;
  }

  Collection<Account> accounts() {
    return accounts.values();
  }

  /** How many lines are accounted for so far, blank ones aside. */
  long accounted() {
    long lines = 0;
    for (Account account : accounts.values()) {
      lines += account.told();
    }
    return lines;
  }

  Evidence evidence(long line) {
    return new Evidence(name, line);
  }

  /**
   * Hands an entry over and counts it. Entries without a time that stand before the first with one
   * are held until that comes, and take its instant to keep their place.
   */
  void entry(Format format, Entry entry) {
    count(format, entry.evidence().line(), entry.lines());
    told(entry.moment());
    arrivals.other(format, entry);
  }

  /** Hands a log record over and counts it. */
  void record(Told told) {
    count(told.format(), told.line(), told.lines());
    told(told.moment());
    arrivals.record(told);
  }

  /** Counts an entry by its lines, each of which counts in one account only. */
  private void count(Format format, long line, int lines) {
    Account account = account(format);
    Account before = counted;
    if (before != null && before != account && before.covers(line)) {
      account.begunWithin(line, lines, before.coveredTo());
    } else {
      account.begun(line, lines);
    }
    counted = account;
  }

  /** Hears that a block has ended. */
  void blockEnded() {
    arrivals.flush();
  }

  /** Hands over an entry whose lines are counted already. */
  void hand(Format format, Entry entry) {
    account(format).moment(entry.moment());
    if (entry.moment().known()) {
      if (!timed) {
        timed = true;
        told(entry.moment());
        finish();
      }
      sink.entry(entry, format.name());
    } else if (timed || early.size() >= MOST_EARLY) {
      sink.entry(entry, format.name());
    } else {
      early.add(new Early(entry, format.name()));
    }
  }

  /** Hands over the entries that are still held. */
  void finish() {
    for (Early one : early) {
      boolean aged = one.entry().moment().clock() == Clock.AGE; // its own place among the ages
      sink.entry(timed && !aged ? one.entry().movedTo(carried()) : one.entry(), one.format());
    }
    early.clear();
  }

  /** Hands over a line that no format could place. */
  void unparsed(Format format, Line line) {
    account(format).unparsed();
    arrivals.other(
        format, new Unparsed(evidence(line.number()), carried(), Escapes.strip(line.text())));
  }

  /**
   * The moment of a line without a time: that of the entry before it, which only keeps its place.
   */
  Moment carried() {
    return new Moment(latest.at(), Precision.NONE, Clock.CARRIED);
  }

  /** Takes blank lines back that turned out to stand inside an entry. */
  void unblank(Format format, int count) {
    if (count > 0) {
      account(format).unblank(count);
    }
  }

  /** Hears the time of what was read last, which lines without one take over. */
  void told(Moment moment) {
    if (moment.known()) {
      latest = moment;
      dated = true;
    }
  }

  /** Hears that the lines up to this one are an object of no known format, whatever it holds. */
  void foreignTo(long line) {
    foreignTo = line;
  }

  /** Whether a line is inside an object of no known format. */
  boolean foreign(Line line) {
    return line.number() <= foreignTo;
  }

  /** Hears whether a look at lines of JSON told their format. */
  void looked(boolean found) {
    fruitless = found ? 0 : fruitless + 1;
  }

  /** How many looks in a row did not. */
  int fruitless() {
    return fruitless;
  }

  /** Whether a time of day can be given a date. */
  boolean dateKnown() {
    return dated || captured();
  }

  /** A clock that gives times of day the date of what was read last, else of the capture. */
  DayClock dayClock(int timeOfDay) {
    if (!dated) {
      return DayClock.before(capturedAt(), timeOfDay);
    }
    LocalDate date = LocalDate.ofInstant(latest.at(), ZoneOffset.UTC);
    int before = latest.at().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
    return new DayClock(timeOfDay < before - 43_200 ? date.plusDays(1) : date);
  }

  /** Says that dates were worked out. */
  void noteGuessedDate(Format format) {
    account(format)
        .note(
            Source.Note.Kind.INFERRED,
            0,
            "clocks without a date were given "
                + (dated ? "that of the lines before them" : "the day before the file was saved"),
            "pass --captured-at with the time of the capture");
  }

  /** The zone of times that mark none: as the user named it, else UTC. */
  ZoneId zone() {
    return options.zone().orElse(ZoneOffset.UTC);
  }

  /** The app: as the user named it, else as the dump itself told so far, else empty. */
  String app() {
    return options.app().isEmpty() ? app : options.app();
  }

  /** Hears the app's name from the dump. */
  void app(String name) {
    app = name;
  }

  /** Whether it is known when the dump was taken. */
  boolean captured() {
    return options.capturedAt().isPresent() || modified.getEpochSecond() > 0;
  }

  /** When the dump was taken, as far as is known. */
  Instant capturedAt() {
    return options.capturedAt().orElse(modified);
  }
}
