package dev.debrief.analysis.rule;

/** Commands with the case's names filled in. */
public final class Commands {
  private Commands() {}

  /**
   * A command as a reader can run it. Names that the case doesn't know stay as placeholders in
   * angle brackets; a name that is more than letters, digits, dots, hyphens and underscores is not
   * put into a command line.
   */
  public static String filled(String command, String app, String machine) {
    return command
        .replace("{app}", safe(app) ? app : "<app>")
        .replace("{machine}", safe(machine) ? machine : "<machine>");
  }

  private static boolean safe(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(
                c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'));
  }
}
