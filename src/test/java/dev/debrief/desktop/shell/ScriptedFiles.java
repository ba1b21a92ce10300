package dev.debrief.desktop.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers the window's questions for files from a list, as a user would in the dialogs. */
final class ScriptedFiles implements FileAsk {
  final Deque<Path> answers = new ArrayDeque<>();

  @Override
  public List<Path> files(String titleKey) {
    return answers.isEmpty() ? List.of() : List.of(answers.pop());
  }

  @Override
  public Optional<Path> folder(String titleKey) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Path> file(String titleKey, String pattern) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Path> save(String titleKey, String name) {
    return Optional.ofNullable(answers.poll());
  }
}
