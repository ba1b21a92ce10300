package dev.debrief.cli;

import java.awt.GraphicsEnvironment;

/** Whether a window could be seen. */
final class Display {
  private Display() {}

  static boolean isThere() {
    return !GraphicsEnvironment.isHeadless();
  }
}
