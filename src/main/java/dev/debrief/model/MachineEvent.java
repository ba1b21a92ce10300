package dev.debrief.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a machine's own history.
 *
 * @param type {@code launch}, {@code start}, {@code stop}, {@code exit}, {@code restart}, {@code
 *     update}, {@code destroy}, …
 * @param status {@code started}, {@code stopped}, {@code replacing}, …
 * @param source who asked: {@code user}, {@code flyd}, {@code proxy}, …
 * @param exit what an exit event says of the exit, null for others
 */
public record MachineEvent(
    Evidence evidence,
    int lines,
    Moment moment,
    String app,
    String machine,
    String region,
    String type,
    String status,
    String source,
    @Nullable Exit exit)
    implements Entry {
  /**
   * An exit as the platform recorded it. Null where the source doesn't say: the platform's own
   * tools leave zero and false out, a reader that knows that fills them in.
   *
   * @param code the exit code, 128 + N after a signal
   * @param signal the signal's number, null where none
   * @param at the exit's own time, finer than the event's
   */
  public record Exit(
      @Nullable Integer code,
      @Nullable Integer signal,
      @Nullable Boolean oomKilled,
      @Nullable Boolean requestedStop,
      @Nullable Boolean restarting,
      @Nullable Integer restartCount,
      @Nullable Instant at) {}

  @Override
  public MachineEvent movedTo(Moment other) {
    return new MachineEvent(
        evidence, lines, other, app, machine, region, type, status, source, exit);
  }
}
