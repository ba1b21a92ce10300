package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** How the window asks for files. */
public interface FileAsk {
  /** Files to import, or none. */
  List<Path> files(String titleKey);

  /** A folder. */
  Optional<Path> folder(String titleKey);

  /** A file to open. */
  Optional<Path> file(String titleKey, String pattern);

  /** Where to write. */
  Optional<Path> save(String titleKey, String name);

  /** The system's own dialogs. */
  static FileAsk dialogs(Window owner) {
    return new FileAsk() {
      @Override
      public List<Path> files(String titleKey) {
        FileChooser chooser = chooser(titleKey);
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
      }

      @Override
      public Optional<Path> folder(String titleKey) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.text(titleKey));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> file(String titleKey, String pattern) {
        FileChooser chooser = chooser(titleKey);
        chooser
            .getExtensionFilters()
            .add(new FileChooser.ExtensionFilter(Texts.text(titleKey), pattern));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> save(String titleKey, String name) {
        FileChooser chooser = chooser(titleKey);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
      }

      private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text(titleKey));
        return chooser;
      }
    };
  }
}
