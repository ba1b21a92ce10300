package dev.debrief.investigation;

import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.model.InputProblem;
import java.nio.file.Path;

/** The user's own known causes: YAML files in a folder {@code rules} beside the settings. */
public final class UserRules {
  /** Names another folder. */
  public static final String PROPERTY = "debrief.rules";

  private UserRules() {}

  /** Where this system keeps them; the folder need not exist. */
  public static Path folder() {
    return ConfigFolder.of("rules", PROPERTY);
  }

  /**
   * The rules that come with the program and the user's own.
   *
   * @throws InputProblem where one of these can't be read, with its file and line
   */
  public static RuleLibrary library() throws InputProblem {
    return RuleLibrary.builtIn().with(folder());
  }
}
