package dev.debrief.analysis.rule;

/** Commands with the case's names filled in. */
public final class Commands {
  private static final String REGISTRY = "registry.fly.io/";

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

  /** The app that an image of the platform's registry belongs to, or empty. */
  public static String appOf(String image) {
    int from = image.indexOf(REGISTRY);
    if (from < 0) {
      return "";
    }
    String name = image.substring(from + REGISTRY.length());
    int end = 0;
    while (end < name.length() && ":@/".indexOf(name.charAt(end)) < 0) {
      end++;
    }
    return safe(name.substring(0, end)) ? name.substring(0, end) : "";
  }

  private static boolean safe(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(
                c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'));
  }
}
