package dev.debrief.investigation;

import dev.debrief.model.InputProblem;
import dev.debrief.report.DraftTemplates;
import java.nio.file.Path;

/** The user's own templates of drafts: {@code NAME.md} in a folder beside the settings. */
public final class UserTemplates {
  /** Names another folder. */
  public static final String PROPERTY = "debrief.templates";

  private UserTemplates() {}

  /** Where this system keeps them; the folder need not exist. */
  public static Path folder() {
    return ConfigFolder.of("templates", PROPERTY);
  }

  /**
   * The templates that come with the program and the user's own, which win over them.
   *
   * @throws InputProblem where the folder can't be read
   */
  public static DraftTemplates all() throws InputProblem {
    return DraftTemplates.builtIn().with(folder());
  }
}
