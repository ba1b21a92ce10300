package dev.debrief.store;

import java.io.IOException;
import java.nio.file.Path;

/** Something was to be kept in a case that may only be looked at; its message says what to do. */
public final class ReadOnlyCase extends IOException {
  private static final long serialVersionUID = 1L;

  ReadOnlyCase(Path folder) {
    super(
        folder
            + " can only be looked at here, as it may not be written to; to change it, copy the"
            + " folder to where you may write and open that");
  }
}
