package dev.debrief.desktop.draft;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jfx.incubator.scene.control.richtext.CodeArea;

/** Makes the draft's editor. */
final class Editor {
  private Editor() {}

  /**
   * A new one. JavaFX prints to standard error, on the first of them, that its module is
   * incubating: that is no business of the user's, whose errors alone go there.
   */
  static CodeArea create() {
    PrintStream errors = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      return new CodeArea();
    } finally {
      System.setErr(errors);
    }
  }
}
