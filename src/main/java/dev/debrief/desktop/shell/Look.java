package dev.debrief.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.debrief.desktop.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Theme, fonts, sizes: everything that gives the window its looks beside its own style sheet. */
final class Look {
  private static final int POINTS_AT_100 = 13;

  private Look() {}

  /**
   * The theme's style sheet, before any control is made: the first one would have the toolkit load
   * its own.
   */
  static void before(Settings settings) {
    sheetOf(settings.theme().get());
  }

  /** Keeps a scene's looks as the settings say, also when they or the system change. */
  static void follow(Scene scene, Settings settings) {
    Runnable theme = () -> theme(scene.getRoot(), settings.theme().get());
    settings.theme().subscribe(theme);
    Platform.getPreferences().colorSchemeProperty().subscribe(theme);
    theme.run();
    String sheet = sheet();
    settings
        .scale()
        .subscribe(
            percent -> {
              double share = percent.intValue() / 100.0;
              scene.getRoot().setStyle("-fx-font-size: " + POINTS_AT_100 * share + "px;");
              scene.getStylesheets().setAll(sheet, icons(share));
            });
  }

  /** The window's own style sheet. */
  static String sheet() {
    return Objects.requireNonNull(Look.class.getResource("/css/debrief.css")).toExternalForm();
  }

  /** Icons' sizes in pixels: in em they would be relative to the icon's own font, and grow. */
  private static String icons(double share) {
    String css =
        String.format(
            Locale.ROOT,
            ".ikonli-font-icon { -fx-icon-size: %.0fpx; }"
                + " .navigation-button .ikonli-font-icon { -fx-icon-size: %.0fpx; }"
                + " .empty-icon { -fx-icon-size: %.0fpx; }"
                + " .badge .ikonli-font-icon { -fx-icon-size: %.0fpx; }",
            15 * share,
            19 * share,
            36 * share,
            12 * share);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the dark theme is on. */
  static boolean dark(Settings.Theme theme) {
    return switch (theme) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private static void theme(Parent root, Settings.Theme theme) {
    boolean dark = sheetOf(theme);
    root.getStyleClass().removeAll("dark", "light");
    root.getStyleClass().add(dark ? "dark" : "light");
  }

  private static boolean sheetOf(Settings.Theme theme) {
    boolean dark = dark(theme);
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    return dark;
  }
}
