package dev.debrief.store;

import java.io.IOException;
import java.nio.file.Path;

/** Something was to be kept in a case that may only be looked at; its message says what to do. */
public final class ReadOnlyCase extends IOException {
  private static final long serialVersionUID = 1L;

  static final String REMEDY = "copy its folder to where you may write, and work on that";

  ReadOnlyCase(Path folder) {
    super(folder + ": the case can't be written to here; " + REMEDY);
  }
}
