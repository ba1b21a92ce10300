package dev.debrief.analysis.rule;

import dev.debrief.model.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one entry of a case may look like, as a rule's author wrote it. */
public sealed interface Pattern {
  /** What the sight of it means, or empty; it becomes the argument's sentence. */
  String says();

  /**
   * A line of the log.
   *
   * @param text must stand in the message; empty where only {@code regex} decides
   * @param regex must be found in the message, if given; linear time
   * @param provider who must have spoken, or empty for anyone
   * @param unlessAfter lines on the same machine that take the meaning away
   * @param onlyAfter lines on the same machine without all of which it means nothing
   * @param unlessServed whether it means nothing on a machine that answered a request well since
   *     its boot
   */
  record Line(
      String text,
      Optional<com.google.re2j.Pattern> regex,
      String provider,
      List<Excuse> unlessAfter,
      List<Excuse> onlyAfter,
      boolean unlessServed,
      String says)
      implements Pattern {
    public Line {
      unlessAfter = List.copyOf(unlessAfter);
      onlyAfter = List.copyOf(onlyAfter);
    }

    /** Whether the message fits; the provider and the excuse are the caller's to ask. */
    public boolean fits(String message) {
      return message.contains(text) && (regex.isEmpty() || regex.get().matcher(message).find());
    }
  }

  /**
   * Something that a console capture shows.
   *
   * @param detail must stand in the operation's detail, or empty
   */
  record Console(Operation.Kind kind, String detail, String says) implements Pattern {}

  /** An exit as a machine's history records it: all that is given must hold. */
  record Exit(Optional<Boolean> oom, Optional<Integer> code, Optional<Integer> signal, String says)
      implements Pattern {}

  /**
   * A line after which another says nothing, a connection refused during a requested stop, say; or
   * only after which it says something.
   *
   * @param text must stand in the earlier message of the same machine
   * @param within how long it counts
   */
  record Excuse(String text, Duration within) {}
}
