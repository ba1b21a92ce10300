package dev.debrief.cli;

import dev.debrief.report.Statement;
import java.util.List;

/** What happened, before all detail. */
final class Summary {
  private Summary() {}

  /** Prints a sentence a line, each with the first line that carries it, set off from the rest. */
  static void tell(List<Statement> statements, Terminal terminal) {
    if (statements.isEmpty()) {
      return;
    }
    terminal.say("");
    for (Statement statement : statements) {
      String first =
          statement.evidence().isEmpty() ? "" : " (" + statement.evidence().getFirst() + ")";
      terminal.say("* " + statement.text() + first);
    }
    terminal.say("");
  }
}
