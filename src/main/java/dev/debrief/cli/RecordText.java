package dev.debrief.cli;

import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.util.Locale;

/** An entry in words. */
final class RecordText {
  private RecordText() {}

  /** Time, place, and what it says, in one line. */
  static String line(Entry entry) {
    String time = SearchCommand.time(entry);
    return (time.isEmpty() ? "-".repeat(24) : time) + "  " + entry.evidence() + "  " + says(entry);
  }

  /** What it says: the message, or the fact told in the source's own terms. */
  static String says(Entry entry) {
    return switch (entry) {
      case LogRecord log ->
          log.provider()
              + "["
              + log.machine()
              + "] ["
              + word(log.severity())
              + "] "
              + log.message();
      case Release release ->
          "release " + release.version() + " " + release.status() + " " + release.image();
      case MachineEvent event ->
          "machine " + event.machine() + " " + event.type() + " " + event.status() + exit(event);
      case MachineSnapshot machine ->
          "machine " + machine.machine() + " is " + machine.state() + " " + machine.version();
      case Commit commit -> "commit " + commit.hash() + " " + commit.subject();
      case Operation operation ->
          word(operation.kind()).replace('_', ' ') + " " + operation.detail();
      case Unparsed unparsed -> unparsed.text();
    };
  }

  private static String exit(MachineEvent event) {
    MachineEvent.Exit exit = event.exit();
    return exit == null || exit.code() == null ? "" : " exit code " + exit.code();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
