package dev.debrief.store;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Unparsed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How blocks of the first form are read: all numbers of one entry after those of another, then all
 * texts. {@link LedgerBlock} writes the second form; cases made before it stay as they are.
 */
final class FirstLedgerBlock {
  private static final int LOG = 0;
  private static final int UNPARSED = 1;
  private static final int FACT = 2;

  private static final Precision[] PRECISIONS = Precision.values();
  private static final Clock[] CLOCKS = Clock.values();

  private FirstLedgerBlock() {}

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
      keys[i] = known == 0 ? texts.text((int) numbers.unsigned()) : LedgerBlock.KEYS.get(known - 1);
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
        LedgerBlock.fields(keys, values));
  }
}
