package dev.debrief.store;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Unparsed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the entries of one block of a ledger are written: first the small numbers of all of them, as
 * differences to the entry before, then all their texts, which compress better side by side. A log
 * record is written field by field; a fact, of which there are few, as JSON.
 */
final class LedgerBlock {
  private static final int LOG = 0;
  private static final int UNPARSED = 1;
  private static final int FACT = 2;

  /** The fields that sources give; others are written out. Only ever added to, at the end. */
  private static final List<String> KEYS =
      List.of(
          "request.id",
          "request.method",
          "request.url",
          "response.status",
          "error.code",
          "error.message",
          "host",
          "duration.ms");

  private static final Precision[] PRECISIONS = Precision.values();
  private static final Clock[] CLOCKS = Clock.values();

  private LedgerBlock() {}

  /** Writes entries into a buffer of its own, to be used for one block after another. */
  static final class Writer {
    private final Bytes numbers = new Bytes();
    private final Bytes texts = new Bytes();
    private int count;
    private long line;
    private long second;

    int count() {
      return count;
    }

    int size() {
      return numbers.length() + texts.length();
    }

    void add(Entry entry, int origin) {
      count++;
      numbers.unsigned(origin);
      numbers.signed(entry.evidence().line() - line);
      line = entry.evidence().line();
      Moment moment = entry.moment();
      numbers.signed(moment.at().getEpochSecond() - second);
      second = moment.at().getEpochSecond();
      numbers.unsigned(moment.at().getNano());
      numbers.put(moment.precision().ordinal() << 4 | moment.clock().ordinal());
      switch (entry) {
        case LogRecord log -> {
          numbers.put(LOG);
          numbers.unsigned(log.lines());
          numbers.signed(line - log.head());
          text(log.message());
          fields(log);
        }
        case Unparsed unparsed -> {
          numbers.put(UNPARSED);
          text(unparsed.text());
        }
        default -> {
          numbers.put(FACT);
          text(CaseJson.write(entry, Entry.class));
        }
      }
    }

    /** A field's value mostly stands in the message too: then where it stands there is enough. */
    private void fields(LogRecord log) {
      numbers.unsigned(log.fields().size());
      if (log.fields().isEmpty()) {
        return;
      }
      if (log.fields().size() == 1) {
        Map.Entry<String, String> only = log.fields().entrySet().iterator().next();
        field(log, only.getKey(), only.getValue());
        return;
      }
      String[] keys = log.fields().keySet().toArray(String[]::new);
      Arrays.sort(keys);
      for (String key : keys) {
        field(log, key, log.fields().getOrDefault(key, ""));
      }
    }

    private void field(LogRecord log, String key, String value) {
      int known = KEYS.indexOf(key);
      numbers.unsigned(known + 1);
      if (known < 0) {
        text(key);
      }
      int at = log.message().indexOf(value);
      numbers.unsigned(at + 1);
      if (at < 0) {
        text(value);
      } else {
        numbers.unsigned(value.length());
      }
    }

    private void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      numbers.unsigned(utf8.length);
      texts.put(utf8, utf8.length);
    }

    /** The block's bytes; the writer is empty after that. */
    byte[] take() {
      Bytes block = new Bytes(size() + 16);
      block.unsigned(count);
      block.unsigned(numbers.length());
      block.put(numbers.array(), numbers.length());
      block.put(texts.array(), texts.length());
      numbers.clear();
      texts.clear();
      count = 0;
      line = 0;
      second = 0;
      return Arrays.copyOf(block.array(), block.length());
    }
  }

  /** Reads a block back. */
  static Entry[] read(byte[] bytes, int length, String path, List<Origin> origins) {
    Bytes.In numbers = new Bytes.In(bytes, 0);
    Entry[] entries = new Entry[(int) numbers.unsigned()];
    int size = (int) numbers.unsigned();
    Bytes.In texts = new Bytes.In(bytes, numbers.position() + size);
    long line = 0;
    long second = 0;
    for (int i = 0; i < entries.length; i++) {
      Origin origin = origins.get((int) numbers.unsigned());
      line += numbers.signed();
      second += numbers.signed();
      int nanos = (int) numbers.unsigned();
      int fineness = numbers.next();
      Moment moment =
          new Moment(
              Instant.ofEpochSecond(second, nanos),
              PRECISIONS[fineness >> 4],
              CLOCKS[fineness & 15]);
      entries[i] =
          switch (numbers.next()) {
            case LOG -> log(numbers, texts, new Evidence(path, line), moment, origin);
            case UNPARSED ->
                new Unparsed(
                    new Evidence(path, line), moment, texts.text((int) numbers.unsigned()));
            default -> CaseJson.read(texts.text((int) numbers.unsigned()), Entry.class);
          };
    }
    if (texts.position() != length) {
      throw new IllegalStateException("a block of another length");
    }
    return entries;
  }

  /** The origins of a block's entries. */
  static Origin[] origins(byte[] bytes, List<Origin> origins) {
    Bytes.In numbers = new Bytes.In(bytes, 0);
    int count = (int) numbers.unsigned();
    numbers.unsigned();
    Origin[] result = new Origin[count];
    for (int i = 0; i < count; i++) {
      result[i] = origins.get((int) numbers.unsigned());
      numbers.skip(4);
      if (numbers.next() != LOG) {
        numbers.skip(1);
        continue;
      }
      numbers.skip(3);
      for (int fields = (int) numbers.unsigned(); fields > 0; fields--) {
        numbers.skip(numbers.unsigned() == 0 ? 3 : 2);
      }
    }
    return result;
  }

  private static LogRecord log(
      Bytes.In numbers, Bytes.In texts, Evidence evidence, Moment moment, Origin origin) {
    int lines = (int) numbers.unsigned();
    long head = evidence.line() - numbers.signed();
    String message = texts.text((int) numbers.unsigned());
    int count = (int) numbers.unsigned();
    String[] keys = new String[count];
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      int known = (int) numbers.unsigned();
      keys[i] = known == 0 ? texts.text((int) numbers.unsigned()) : KEYS.get(known - 1);
      int at = (int) numbers.unsigned() - 1;
      int length = (int) numbers.unsigned();
      values[i] = at < 0 ? texts.text(length) : message.substring(at, at + length);
    }
    return new LogRecord(
        evidence,
        lines,
        moment,
        origin.app(),
        origin.provider(),
        origin.machine(),
        origin.region(),
        Objects.requireNonNull(origin.transport()),
        Objects.requireNonNull(origin.severity()),
        message,
        head,
        fields(keys, values));
  }

  private static Map<String, String> fields(String[] keys, String[] values) {
    return switch (keys.length) {
      case 0 -> Map.of();
      case 1 -> Map.of(keys[0], values[0]);
      case 2 -> Map.of(keys[0], values[0], keys[1], values[1]);
      case 3 -> Map.of(keys[0], values[0], keys[1], values[1], keys[2], values[2]);
      default -> {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
          fields.put(keys[i], values[i]);
        }
        yield fields;
      }
    };
  }
}
