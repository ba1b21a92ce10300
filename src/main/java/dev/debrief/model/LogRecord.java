package dev.debrief.model;

import java.time.Instant;
import java.util.Map;

/**
 * One record of the platform's log.
 *
 * @param evidence its first line
 * @param lines how many lines of the source it takes
 * @param moment when it was written, refined by the clocks inside the message
 * @param app the app, or empty
 * @param provider who spoke: {@code app}, {@code runner}, {@code proxy}, {@code health}, or empty
 * @param machine the machine's id, or empty
 * @param region the region, or empty
 * @param level the platform's transport level: whatever an app prints is INFO here
 * @param severity how loud the message itself is
 * @param message the text, terminal escapes removed, its own indentation kept; lines of one record
 *     that have no prefix of their own follow after a line feed
 * @param head the first line, in the same source, of the multi-line message this record belongs to;
 *     its own line where it begins one or stands alone
 * @param fields what else the source gave, such as {@code request.id}, {@code response.status},
 *     {@code error.code}, {@code host}
 */
public record LogRecord(
    Evidence evidence,
    int lines,
    Moment moment,
    String app,
    String provider,
    String machine,
    String region,
    Level level,
    Level severity,
    String message,
    long head,
    Map<String, String> fields)
    implements Entry {
  public LogRecord {
    fields = fields instanceof FewFields ? fields : Map.copyOf(fields);
  }

  /** The start of the interval that its time lies in, UTC. */
  public Instant at() {
    return moment.at();
  }

  /** Whether it begins a message, alone or with lines that follow. */
  public boolean begins() {
    return head == evidence.line();
  }

  @Override
  public LogRecord movedTo(Moment other) {
    return new LogRecord(
        evidence, lines, other, app, provider, machine, region, level, severity, message, head,
        fields);
  }
}
