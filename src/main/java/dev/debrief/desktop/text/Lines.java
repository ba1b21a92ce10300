package dev.debrief.desktop.text;

import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An entry of any kind as a line of the log table. */
public final class Lines {
  private Lines() {}

  /** What it says. */
  public static String message(Entry entry) {
    return switch (entry) {
      case LogRecord record -> record.message();
      case Release release ->
          words(
              release.version(),
              release.status(),
              release.description(),
              release.reason().replace('_', ' '),
              release.actor());
      case MachineEvent event ->
          words(
              event.type(),
              event.status(),
              event.source().isEmpty() ? "" : Texts.text("line.by", event.source()),
              exit(event));
      case MachineSnapshot snapshot ->
          words(snapshot.state(), snapshot.version(), snapshot.image());
      case Commit commit -> words(commit.hash(), commit.subject(), commit.author());
      case Operation operation ->
          words(
              operation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              operation.version(),
              operation.detail());
      case Unparsed unparsed -> unparsed.text();
    };
  }

  /** The machine it is about, or empty. */
  public static String machine(Entry entry) {
    return switch (entry) {
      case LogRecord record -> record.machine();
      case MachineEvent event -> event.machine();
      case MachineSnapshot snapshot -> snapshot.machine();
      case Operation operation -> operation.machine();
      case Release release -> "";
      case Commit commit -> "";
      case Unparsed unparsed -> "";
    };
  }

  /** Who spoke: the provider of a log line, or what kind of history told it. */
  public static String provider(Entry entry) {
    return switch (entry) {
      case LogRecord record -> record.provider();
      case Release release -> Texts.text("provider.release");
      case MachineEvent event -> Texts.text("provider.event");
      case MachineSnapshot snapshot -> Texts.text("provider.event");
      case Commit commit -> Texts.text("provider.commit");
      case Operation operation -> Texts.text("provider.operation");
      case Unparsed unparsed -> Texts.text("provider.unparsed");
    };
  }

  /** How loud it is; facts of a history are notices. */
  public static Level level(Entry entry) {
    return switch (entry) {
      case LogRecord record -> record.severity();
      case Unparsed unparsed -> Level.DEBUG;
      case Release release -> Level.NOTICE;
      case MachineEvent event -> Level.NOTICE;
      case MachineSnapshot snapshot -> Level.NOTICE;
      case Commit commit -> Level.NOTICE;
      case Operation operation -> Level.NOTICE;
    };
  }

  private static String exit(MachineEvent event) {
    MachineEvent.Exit exit = event.exit();
    return exit == null || exit.code() == null ? "" : Texts.text("line.exitCode", exit.code());
  }

  private static String words(String... parts) {
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      if (!part.isEmpty()) {
        said.add(part);
      }
    }
    return String.join(" · ", said);
  }
}
