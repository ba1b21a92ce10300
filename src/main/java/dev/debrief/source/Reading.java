package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Unparsed;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One input while it is read: what the user said, where its entries go, the accounts of its lines.
 */
final class Reading {
  final String name;
  final ImportOptions options;
  final Instant modified;
  final Recorder recorder;
  private final EntrySink sink;
  private final Map<Format, Account> accounts = new LinkedHashMap<>();
  private String app = "";
  private Moment latest = new Moment(Instant.EPOCH, Precision.NONE, Clock.CARRIED);

  Reading(String name, ImportOptions options, Instant modified, EntrySink sink) {
    this.name = name;
    this.options = options;
    this.modified = modified;
    this.sink = sink;
    this.recorder = new Recorder(this);
  }

  /** The account of a format, opened when first asked for. */
  Account account(Format format) {
    return accounts.computeIfAbsent(format, Account::new);
  }

  Collection<Account> accounts() {
    return accounts.values();
  }

  /** How many lines are accounted for so far. */
  long accounted() {
    long lines = 0;
    for (Account account : accounts.values()) {
      lines += account.lines();
    }
    return lines;
  }

  Evidence evidence(long line) {
    return new Evidence(name, line);
  }

  /** Hands an entry over and counts it. */
  void entry(Format format, Entry entry) {
    account(format).entry(entry);
    if (entry.moment().known()) {
      latest = entry.moment();
    }
    sink.entry(entry, format.name());
  }

  /** Hands over a line that no format could place. */
  void unparsed(Format format, Line line) {
    entry(format, new Unparsed(evidence(line.number()), carried(), Escapes.strip(line.text())));
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
