package dev.debrief.store;

import dev.debrief.model.InputProblem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a case can't be opened or made, and what to do about it. */
final class Refusal {
  private Refusal() {}

  static InputProblem notYours(Path folder) {
    return new InputProblem(
        folder.toString(),
        "you may not look into it",
        "ask its owner for an archive of the case: debrief archive");
  }

  static InputProblem noPlace(Path folder, FileSystemException failure) {
    return new InputProblem(
        folder.toString(),
        "no case can be made there (" + Reason.of(failure) + ")",
        "choose a folder you may write to",
        failure);
  }

  static InputProblem noCase(Path folder) {
    if (Files.isRegularFile(folder)) {
      return new InputProblem(
          folder.toString(),
          "is a file, and a case is a folder",
          "name the folder; an archive becomes one with: debrief unarchive");
    }
    return new InputProblem(
        folder.toString(),
        Files.exists(folder) ? "is no case" : "there is no such folder",
        "make a case with: debrief import CASE PATH…");
  }

  static InputProblem damaged(Layout layout, Exception failure) {
    String folder = layout.folder().toString();
    return new InputProblem(
        folder,
        "the case can't be opened (" + Reason.of(failure) + ")",
        Layout.isReadOnly(layout.folder())
            ? "copy its folder to where you may write, and rebuild that with: debrief repair"
            : "rebuild it from its originals with: debrief repair " + folder,
        failure);
  }
}
