package dev.debrief.store;

import static dev.debrief.store.LedgerBlock.AT;
import static dev.debrief.store.LedgerBlock.CLOCKED;
import static dev.debrief.store.LedgerBlock.CLOCK_LENGTH;
import static dev.debrief.store.LedgerBlock.COLUMNS;
import static dev.debrief.store.LedgerBlock.DAY;
import static dev.debrief.store.LedgerBlock.FACT;
import static dev.debrief.store.LedgerBlock.FIELDS;
import static dev.debrief.store.LedgerBlock.FINENESS;
import static dev.debrief.store.LedgerBlock.HEAD;
import static dev.debrief.store.LedgerBlock.KEY;
import static dev.debrief.store.LedgerBlock.KEYS;
import static dev.debrief.store.LedgerBlock.KIND;
import static dev.debrief.store.LedgerBlock.LENGTH;
import static dev.debrief.store.LedgerBlock.LINE;
import static dev.debrief.store.LedgerBlock.LINES;
import static dev.debrief.store.LedgerBlock.LOG;
import static dev.debrief.store.LedgerBlock.MILLISECOND;
import static dev.debrief.store.LedgerBlock.ORIGIN;
import static dev.debrief.store.LedgerBlock.SECOND;
import static dev.debrief.store.LedgerBlock.TICK;
import static dev.debrief.store.LedgerBlock.UNPARSED;
import static dev.debrief.store.LedgerBlock.VALUE;

import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Unparsed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes entries as a {@link LedgerBlock}, in buffers of its own that serve one block after
 * another.
 */
final class LedgerBlockWriter {
  private final Bytes[] columns = new Bytes[COLUMNS];
  private final Bytes texts = new Bytes();
  private int[] nanos = new int[LedgerWriter.ENTRIES];
  private String[] keys = new String[KEYS.size()];
  private String[] values = new String[KEYS.size()];
  private int count;
  private long line;
  private long second;

  LedgerBlockWriter() {
    Arrays.setAll(columns, column -> new Bytes());
  }

  int size() {
    return texts.length();
  }

  void add(Entry entry, int origin) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    Moment moment = entry.moment();
    nanos[count++] = moment.at().getNano();
    columns[ORIGIN].unsigned(origin);
    columns[LINE].signed(entry.evidence().line() - line);
    line = entry.evidence().line();
    columns[SECOND].signed(moment.at().getEpochSecond() - second);
    second = moment.at().getEpochSecond();
    columns[FINENESS].put(moment.precision().ordinal() << 4 | moment.clock().ordinal());
    switch (entry) {
      case LogRecord log -> {
        boolean clocked = clocked(log.message(), moment.at());
        columns[KIND].put(clocked ? CLOCKED : LOG);
        columns[LINES].unsigned(log.lines());
        columns[HEAD].signed(line - log.head());
        text(LENGTH, log.message(), clocked ? CLOCK_LENGTH : 0);
        fields(log);
      }
      case Unparsed unparsed -> {
        columns[KIND].put(UNPARSED);
        text(LENGTH, unparsed.text());
      }
      default -> {
        columns[KIND].put(FACT);
        text(LENGTH, CaseJson.write(entry, Entry.class));
      }
    }
  }

  /** A field's value mostly stands in the message too: then where it stands there is enough. */
  private void fields(LogRecord log) {
    Map<String, String> fields = log.fields();
    columns[FIELDS].unsigned(fields.size());
    if (fields.isEmpty()) {
      return;
    }
    if (keys.length < fields.size()) {
      keys = new String[fields.size()];
      values = new String[fields.size()];
    }
    int sorted = 0;
    for (Map.Entry<String, String> one : fields.entrySet()) { // in an order that changes
      int at = sorted++;
      for (; at > 0 && keys[at - 1].compareTo(one.getKey()) > 0; at--) {
        keys[at] = keys[at - 1];
        values[at] = values[at - 1];
      }
      keys[at] = one.getKey();
      values[at] = one.getValue();
    }
    for (int i = 0; i < sorted; i++) {
      field(log, keys[i], values[i]);
    }
  }

  private void field(LogRecord log, String key, String value) {
    int known = KEYS.indexOf(key);
    columns[KEY].unsigned(known + 1);
    if (known < 0) {
      text(KEY, key);
    }
    int at = log.message().indexOf(value);
    columns[AT].unsigned(at + 1);
    if (at < 0) {
      text(VALUE, value);
    } else {
      columns[VALUE].unsigned(value.length());
    }
  }

  private void text(int column, String text) {
    text(column, text, 0);
  }

  /** A text without its first characters, which are ASCII. */
  private void text(int column, String text, int without) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    columns[column].unsigned(utf8.length - without);
    texts.put(utf8, without, utf8.length - without);
  }

  /** The block's bytes; the writer is empty after that. */
  byte[] take() {
    int tick = tick();
    for (int i = 0; i < count; i++) {
      columns[TICK].unsigned(nanos[i] / tick);
    }
    Bytes block = new Bytes(texts.length() + 24 * count + 64);
    block.unsigned(count);
    block.unsigned(tick);
    for (Bytes column : columns) {
      block.unsigned(column.length());
    }
    for (Bytes column : columns) {
      block.put(column.array(), column.length());
      column.clear();
    }
    block.put(texts.array(), texts.length());
    texts.clear();
    count = 0;
    line = 0;
    second = 0;
    return Arrays.copyOf(block.array(), block.length());
  }

  /** The largest of a few units that measures all clocks of the block. */
  private int tick() {
    int tick = 1_000_000_000;
    for (int i = 0; i < count; i++) {
      while (nanos[i] % tick != 0) {
        tick /= 1_000;
      }
    }
    return tick;
  }

  /** Whether a text begins with the time of day of an instant, UTC, to the millisecond. */
  private static boolean clocked(String text, Instant at) {
    if (text.length() < CLOCK_LENGTH || text.charAt(2) != ':' || text.charAt(8) != '.') {
      return false;
    }
    int time = (int) Math.floorMod(at.getEpochSecond(), (long) DAY);
    int millis = at.getNano() / MILLISECOND;
    return at.getNano() % MILLISECOND == 0
        && text.charAt(5) == ':'
        && two(text, 0) == time / 3600
        && two(text, 3) == time / 60 % 60
        && two(text, 6) == time % 60
        && two(text, 9) == millis / 10
        && text.charAt(11) == '0' + millis % 10;
  }

  /** Two digits, or a negative number. */
  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
