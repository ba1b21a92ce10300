package dev.debrief.investigation;

import java.nio.file.Path;
import java.util.Locale;

/** Where this system keeps a user's own files for Debrief. */
final class ConfigFolder {
  private ConfigFolder() {}

  /**
   * A folder in it, which need not exist.
   *
   * @param property a system property that names another folder
   */
  static Path of(String name, String property) {
    String named = System.getProperty(property, "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String home = System.getProperty("user.home", ".");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String windows = System.getenv("APPDATA");
    if (system.contains("win") && windows != null) {
      return Path.of(windows, "Debrief", name);
    }
    if (system.contains("mac")) {
      return Path.of(home, "Library", "Application Support", "Debrief", name);
    }
    String config = System.getenv("XDG_CONFIG_HOME");
    return config == null || config.isEmpty()
        ? Path.of(home, ".config", "debrief", name)
        : Path.of(config, "debrief", name);
  }
}
