package dev.debrief.investigation;

import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import dev.debrief.store.RecordIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A case's log lines as one long log, as {@code fly logs} prints it: the whole of them again and
 * again, each time some days later. What a JVM learns of a short import does little for a long one,
 * whose loops it has hardly seen: packaging/docs/packaging.md has the figures.
 */
public final class LongLog {
  private LongLog() {}

  /**
   * UTF-8 text, each time made when it is read.
   *
   * @param times how often the lines come
   */
  public static InputStream of(RecordIndex index, int times) {
    TimeRange extent = index.extent();
    long days = Duration.between(extent.from(), extent.to()).toDays() + 2;
    List<InputStream> parts = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      parts.add(new Later(index, Duration.ofDays(i * days)));
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  /** The lines once, later by some days. */
  private static final class Later extends InputStream {
    private final RecordIndex index;
    private final Duration later;
    private InputStream text = InputStream.nullInputStream();
    private boolean begun;

    Later(RecordIndex index, Duration later) {
      this.index = index;
      this.later = later;
    }

    @Override
    public int read() throws IOException {
      return text().read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return text().read(bytes, from, length);
    }

    /** What was read is let go of. */
    @Override
    public void close() {
      text = InputStream.nullInputStream();
    }

    private InputStream text() {
      if (!begun) {
        begun = true;
        StringBuilder lines = new StringBuilder();
        index.records(TimeRange.ALWAYS, record -> line(record, lines));
        text = new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
      }
      return text;
    }

    private void line(LogRecord record, StringBuilder lines) {
      Instant at = record.at().plus(later).truncatedTo(ChronoUnit.SECONDS);
      lines.append(at).append(' ').append(record.provider());
      lines.append('[').append(record.machine()).append("] ").append(record.region());
      lines.append(" [").append(record.level().name().toLowerCase(Locale.ROOT)).append(']');
      lines.append(record.message().replace('\n', ' ')).append('\n');
    }
  }
}
