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
 * @param grave whether it went wrong
 * @param text what, and what to do
 * @param problem the same in its parts, where it was a user's mistake or a bad input
 */
public record Notice(boolean grave, String text, Optional<InputProblem> problem) {
  /** What is no mistake of the user's. */
  public Notice(boolean grave, String text) {
    this(grave, text, Optional.empty());
  }

  /** What a failure means to the user. */
  static Notice of(Throwable failure) {
    if (failure instanceof InputProblem problem) {
      return new Notice(
          true,
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

  /** Something that went well. */
  static Notice good(String text) {
    return new Notice(false, text);
  }
}
