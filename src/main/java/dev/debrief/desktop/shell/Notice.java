package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import dev.debrief.model.InputProblem;
import dev.debrief.store.ReadOnlyCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Something to tell the user.
 *
 * @param tone how it is meant
 * @param text what, and what to do
 * @param problem the same in its parts, where it was a user's mistake or a bad input
 */
public record Notice(Tone tone, String text, Optional<InputProblem> problem) {
  /** How something is meant. */
  public enum Tone {
    /** It is done. */
    GOOD,
    /** Nothing was done, and nothing went wrong: why, or what is wanted first. */
    HINT,
    /** It went wrong. */
    GRAVE
  }

  /** What is no mistake of the user's. */
  public Notice(boolean grave, String text) {
    this(grave ? Tone.GRAVE : Tone.GOOD, text, Optional.empty());
  }

  /** Whether it went wrong. */
  public boolean grave() {
    return tone == Tone.GRAVE;
  }

  /** What a failure means to the user. */
  static Notice of(Throwable failure) {
    if (failure instanceof InputProblem problem) {
      return new Notice(
          Tone.GRAVE,
          Texts.text("notice.problem", problem.where(), problem.what(), problem.remedy()),
          Optional.of(problem));
    }
    if (failure instanceof ReadOnlyCase locked) {
      return new Notice(true, String.valueOf(locked.getMessage()) + ".");
    }
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError) {
        return new Notice(
            true, Texts.text("notice.memory", Runtime.getRuntime().maxMemory() >> 20));
      }
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      return new Notice(true, Texts.text("notice.disk", String.valueOf(failure.getMessage())));
    }
    String said = failure.getMessage();
    return new Notice(
        true,
        Texts.text(
            "notice.unexpected",
            failure.getClass().getSimpleName() + (said == null ? "" : ": " + said)));
  }

  /** Why nothing was done. */
  static Notice hint(String text) {
    return new Notice(Tone.HINT, text, Optional.empty());
  }

  /** Something that went well. */
  static Notice good(String text) {
    return new Notice(false, text);
  }
}
