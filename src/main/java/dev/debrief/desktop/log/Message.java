package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Lines;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.store.RecordIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message of one line or of many: those that its own record holds, and the records that go on
 * with it, as the platform cuts a stack trace into one record a line.
 *
 * @param head the entry that begins it
 * @param rest the lines after its first
 */
record Message(Entry head, List<Line> rest) {
  private static final int FIRST_LOOK = 12;

  /** No message is read further than this. */
  private static final int LONGEST = 5_000;

  Message {
    rest = List.copyOf(rest);
  }

  /** A further line, and the entry it stands in. */
  record Line(Entry entry, String text) {}

  /** The entry by itself, whatever goes on with it. */
  static Message alone(Entry entry) {
    return new Message(entry, further(entry, 1));
  }

  /** The entry with all records that go on with it; reads the few entries after it. */
  static Message whole(Entry entry, RecordIndex index) {
    List<Line> rest = new ArrayList<>(further(entry, 1));
    if (entry instanceof LogRecord head && head.begins()) {
      for (LogRecord record : following(head, index)) {
        rest.addAll(further(record, 0));
      }
    }
    return new Message(entry, rest);
  }

  private static List<LogRecord> following(LogRecord head, RecordIndex index) {
    for (int look = FIRST_LOOK; ; look *= 6) {
      List<Entry> after = index.around(head.evidence(), 0, Math.min(look, LONGEST));
      List<LogRecord> found = new ArrayList<>();
      boolean ended = after.size() < look || look >= LONGEST;
      for (Entry next : after) {
        if (next instanceof LogRecord record
            && record.machine().equals(head.machine())
            && record.evidence().line() > head.evidence().line()) {
          if (record.head() != head.head()) {
            ended = true;
            break;
          }
          found.add(record);
        }
      }
      if (ended) {
        return found;
      }
    }
  }

  /** The first line. */
  String first() {
    return firstLine(Lines.message(head));
  }

  /** All lines as one text. */
  String text() {
    return rest.isEmpty()
        ? Lines.message(head)
        : first() + rest.stream().map(Line::text).collect(Collectors.joining("\n", "\n", ""));
  }

  /** The row of a piece of evidence among the lines, 0 for the head's own; -1 if it is none. */
  int lineOf(Evidence evidence) {
    if (head.evidence().equals(evidence)) {
      return 0;
    }
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i).entry().evidence().equals(evidence)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static List<Line> further(Entry entry, int skip) {
    String text = Lines.message(entry);
    return text.indexOf('\n') < 0 && skip == 1
        ? List.of()
        : text.lines().skip(skip).map(line -> new Line(entry, line)).toList();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
