package dev.debrief.desktop.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a path is to the window, and what a case is called. */
final class CasePaths {
  private CasePaths() {}

  /** Whether a folder is a case. */
  static boolean isCase(Path path) {
    return Files.isRegularFile(path.resolve("case.db"));
  }

  /** Whether a file is a case's archive, by its name. */
  static boolean isArchive(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".debrief.zip");
  }

  /** A file's name without what follows its first dot. */
  static String nameOf(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Where a case made of dropped files goes: beside them, under a name that is free. */
  static Path placeFor(List<Path> dropped) {
    Path first = dropped.getFirst().toAbsolutePath();
    Path parent = first.getParent() == null ? first : first.getParent();
    String name = nameOf(first) + "-case";
    Path place = parent.resolve(name);
    for (int i = 2; Files.exists(place); i++) {
      place = parent.resolve(name + "-" + i);
    }
    return place;
  }
}
