package dev.debrief.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The window's texts, from the bundle. */
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("i18n.desktop", Locale.ROOT);

  private Texts() {}

  /**
   * The text under a key, its {@code {0}}… filled in. Numbers are grouped the English way whatever
   * the system's locale.
   */
  public static String text(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
  }

  /** The text under a key, or another where the bundle has none. */
  public static String textOr(String key, String otherwise) {
    try {
      return text(key);
    } catch (MissingResourceException missing) {
      return otherwise;
    }
  }

  /** A shape of messages as one reads it: what varies is three dots. */
  public static String shape(String template) {
    return template.strip().replace("<*>", "…");
  }
}
