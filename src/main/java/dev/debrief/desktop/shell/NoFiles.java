package dev.debrief.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks nobody: for pictures. */
final class NoFiles implements FileAsk {
  @Override
  public List<Path> files(String titleKey) {
    return List.of();
  }

  @Override
  public Optional<Path> folder(String titleKey) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> file(String titleKey, String pattern) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String titleKey, String name) {
    return Optional.empty();
  }
}
