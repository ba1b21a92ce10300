package dev.debrief.analysis.life;

import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One end of a machine's main process, told once however many lines and events tell of it.
 *
 * @param moment the best-known instant
 * @param code the exit code as the platform counts it, 128 + N after signal N; null where unknown
 * @param signal the signal that ended it, null where none did or none is known
 * @param oom whether the kernel killed it for want of memory
 * @param oomBeside whether the kernel killed something beside it shortly before
 * @param requested whether somebody asked for the stop
 * @param reason as in the finding's details
 * @param oneOff whether the machine ran a release command or another one-off
 * @param fromEvent whether the machine's events tell of it
 * @param fromLog whether the log tells of it
 * @param supposed whether nothing tells of it but the boot after it, so that neither its code nor
 *     who asked for it is known
 * @param killedAt when the signal that ended it struck, where a line tells; the kernel's OOM line
 * @param evidence the lines that tell of it, the first to check first
 */
public record Exit(
    String machine,
    Moment moment,
    @Nullable Integer code,
    @Nullable String signal,
    boolean oom,
    boolean oomBeside,
    boolean requested,
    String reason,
    boolean oneOff,
    boolean fromEvent,
    boolean fromLog,
    boolean supposed,
    @Nullable Mark killedAt,
    List<Evidence> evidence) {
  public Exit {
    evidence = List.copyOf(evidence);
  }

  /** The start of the interval its time lies in, UTC. */
  public Instant at() {
    return moment.at();
  }

  /** Whether it counts as a failure: nobody asked for it, and the machine is one of the app's. */
  public boolean crash() {
    return !requested && !oneOff;
  }
}
