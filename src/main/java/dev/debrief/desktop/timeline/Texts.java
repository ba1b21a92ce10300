package dev.debrief.desktop.timeline;

import java.util.Locale;
import java.util.ResourceBundle;

/** The view's words. */
final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("timeline.texts", Locale.ROOT);

  private Texts() {}

  static String of(String key) {
    return BUNDLE.getString(key);
  }
}
