package dev.debrief.analysis.life;

import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a machine, from its boot to its exit.
 *
 * @param start when it began, null where it began before the log
 * @param evidence its first line, null where the log shows none
 * @param ready the program's word that it listens, null where the log shows none
 * @param served the first request it answered well, null where the log shows none
 * @param signals what was sent to it or reaped in it, in order
 * @param exit its end, null where the log shows none
 */
public record Boot(
    String machine,
    @Nullable Moment start,
    @Nullable Evidence evidence,
    @Nullable Mark ready,
    @Nullable Mark served,
    List<SignalMark> signals,
    @Nullable Exit exit) {
  /** A program that stays this long after its boot has booted well: longer than a burst's gap. */
  public static final Duration HELD = Duration.ofMinutes(5);

  public Boot {
    signals = List.copyOf(signals);
  }

  /**
   * A signal's line.
   *
   * @param mark the line
   * @param afterExit whether it stands after the exit of this boot
   */
  public record SignalMark(Mark mark, boolean afterExit) {}

  /**
   * Whether it held: it was stopped on request, or stayed for {@link #HELD}, or still ran when the
   * log ended.
   */
  public boolean held() {
    if (exit == null || exit.requested()) {
      return true;
    }
    return start == null || !exit.at().isBefore(start.at().plus(HELD));
  }

  /** When it could serve: its ready line, else its first answer, else its boot. */
  public @Nullable Instant up() {
    if (ready != null) {
      return ready.at();
    }
    if (served != null) {
      return served.at();
    }
    return start == null ? null : start.at();
  }
}
