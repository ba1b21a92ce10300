package dev.debrief.store;

import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an entry that it shares with many others: who said it, from where, how loud,
 * told in which format. There are few of these in millions of lines, so the index holds one term
 * for all of it and not one for each field: one posting a line instead of eight.
 *
 * @param severity how loud the message is, null for what is no log line
 * @param transport the platform's level, likewise
 */
record Origin(
    String kind,
    String format,
    String app,
    String provider,
    String machine,
    String region,
    @Nullable Level severity,
    @Nullable Level transport) {
  private static final char SEPARATOR = '\u0000';
  private static final String LOG = "log";

  /** What an entry of that format shares with others. */
  static Origin of(Entry entry, String format) {
    String kind = kind(entry);
    return switch (entry) {
      case LogRecord r ->
          new Origin(
              kind,
              format,
              r.app(),
              r.provider(),
              r.machine(),
              r.region(),
              r.severity(),
              r.level());
      case MachineEvent e -> fact(kind, format, e.app(), e.machine(), e.region());
      case MachineSnapshot s -> fact(kind, format, s.app(), s.machine(), s.region());
      case Operation o -> fact(kind, format, o.app(), o.machine(), "");
      case Release r -> fact(kind, format, r.app(), "", "");
      default -> fact(kind, format, "", "", "");
    };
  }

  /** Whether it is what {@link #of} gives for a log record of that format. */
  boolean isOf(LogRecord log, String format) {
    return severity == log.severity()
        && transport == log.level()
        && machine.equals(log.machine())
        && provider.equals(log.provider())
        && region.equals(log.region())
        && app.equals(log.app())
        && this.format.equals(format)
        && kind.equals(LOG);
  }

  private static Origin fact(
      String kind, String format, String app, String machine, String region) {
    return new Origin(kind, format, app, "", machine, region, null, null);
  }

  /** As a record's own, without its method handles: it is asked for each entry. */
  @Override
  public int hashCode() {
    int hash = machine.hashCode();
    hash = hash * 31 + provider.hashCode();
    hash = hash * 31 + region.hashCode();
    hash = hash * 31 + app.hashCode();
    hash = hash * 31 + format.hashCode();
    hash = hash * 31 + kind.hashCode();
    hash = hash * 31 + (severity == null ? 7 : severity.ordinal());
    return hash * 31 + (transport == null ? 7 : transport.ordinal());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Origin o
        && machine.equals(o.machine)
        && provider.equals(o.provider)
        && region.equals(o.region)
        && app.equals(o.app)
        && format.equals(o.format)
        && kind.equals(o.kind)
        && severity == o.severity
        && transport == o.transport;
  }

  /** The name of an entry's kind in a query. */
  static String kind(Entry entry) {
    return switch (entry) {
      case LogRecord r -> LOG;
      case Release r -> "release";
      case MachineEvent e -> "event";
      case MachineSnapshot s -> "snapshot";
      case Commit c -> "commit";
      case Operation o -> "operation";
      case Unparsed u -> "unparsed";
    };
  }

  private static String name(@Nullable Level level) {
    return level == null ? "" : level.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Level level(String name) {
    return name.isEmpty() ? null : Level.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The value of a field. */
  String value(String field) {
    return switch (field) {
      case "kind" -> kind;
      case "format" -> format;
      case "app" -> app;
      case "provider" -> provider;
      case "machine" -> machine;
      case "region" -> region;
      case Fields.LEVEL -> name(severity);
      case Fields.TRANSPORT -> name(transport);
      default -> throw new IllegalArgumentException("no such field: " + field);
    };
  }

  /** As one text, for a term or a file. */
  String text() {
    return String.join(
        String.valueOf(SEPARATOR),
        clean(kind),
        clean(format),
        clean(app),
        clean(provider),
        clean(machine),
        clean(region),
        name(severity),
        name(transport));
  }

  private static String clean(String value) {
    return value.indexOf(SEPARATOR) < 0 ? value : value.replace(SEPARATOR, '\uFFFD');
  }

  /** What {@link #text} wrote. */
  static Origin parse(String text) {
    String[] parts = text.split(String.valueOf(SEPARATOR), -1);
    return new Origin(
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        parts[5],
        level(parts[6]),
        level(parts[7]));
  }
}
