package dev.debrief.desktop.shell;

import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.desktop.text.Texts;
import dev.debrief.investigation.UserRules;
import dev.debrief.model.InputProblem;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rules that a case is concluded with: the program's, the user's, those of one folder more. */
final class RulesInUse {
  private RulesInUse() {}

  /**
   * All of them.
   *
   * @param folder as the settings name it, or empty
   * @throws InputProblem where the folder isn't there, or a rule can't be read, with its line
   */
  static RuleLibrary of(String folder) throws InputProblem {
    RuleLibrary library = UserRules.library();
    if (folder.isBlank()) {
      return library;
    }
    Path path = Path.of(folder.strip());
    if (!Files.isDirectory(path)) {
      throw new InputProblem(
          folder, Texts.text("rules.noFolder"), Texts.text("rules.noFolder.remedy"));
    }
    return library.with(path);
  }
}
