package dev.debrief.investigation;

import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.model.InputProblem;
import java.nio.file.Path;
import java.util.Locale;

/** The user's own known causes: YAML files in a folder {@code rules} beside the settings. */
public final class UserRules {
  /** Names another folder. */
  public static final String PROPERTY = "debrief.rules";

  private UserRules() {}

  /** Where this system keeps them; the folder need not exist. */
  public static Path folder() {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String home = System.getProperty("user.home", ".");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String windows = System.getenv("APPDATA");
    if (system.contains("win") && windows != null) {
      return Path.of(windows, "Debrief", "rules");
    }
    if (system.contains("mac")) {
      return Path.of(home, "Library", "Application Support", "Debrief", "rules");
    }
    String config = System.getenv("XDG_CONFIG_HOME");
    return config == null || config.isEmpty()
        ? Path.of(home, ".config", "debrief", "rules")
        : Path.of(config, "debrief", "rules");
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
