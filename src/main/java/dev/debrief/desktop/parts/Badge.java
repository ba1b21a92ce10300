package dev.debrief.desktop.parts;

import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Level;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.util.Locale;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A word in a coloured field, told apart by its words and its icon too, not by colour alone. */
public final class Badge {
  private Badge() {}

  /** A severity. */
  public static Label of(Severity severity) {
    return badge(
        "severity." + lower(severity),
        switch (severity) {
          case CRITICAL -> "danger";
          case WARNING -> "warning";
          case INFO -> "neutral";
        },
        switch (severity) {
          case CRITICAL -> Feather.ALERT_OCTAGON;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case INFO -> Feather.INFO;
        });
  }

  /** A change's verdict. */
  public static Label of(Verdict verdict) {
    return badge(
        "verdict." + lower(verdict),
        switch (verdict) {
          case INTRODUCED -> "danger";
          case FIXED -> "success";
          case NO_EFFECT, NEUTRAL, INCONCLUSIVE -> "neutral";
        },
        switch (verdict) {
          case INTRODUCED -> Feather.TRENDING_UP;
          case FIXED -> Feather.CHECK;
          case NO_EFFECT -> Feather.MINUS;
          case NEUTRAL -> Feather.CIRCLE;
          case INCONCLUSIVE -> Feather.HELP_CIRCLE;
        });
  }

  /** Where a hypothesis stands. */
  public static Label of(Hypothesis.Standing standing) {
    return badge(
        "standing." + lower(standing),
        switch (standing) {
          case SUPPORTED -> "danger";
          case OPEN -> "warning";
          case RULED_OUT -> "success";
          case NOT_ASSESSED -> "neutral";
        },
        switch (standing) {
          case SUPPORTED -> Feather.TARGET;
          case OPEN -> Feather.HELP_CIRCLE;
          case RULED_OUT -> Feather.SLASH;
          case NOT_ASSESSED -> Feather.EYE_OFF;
        });
  }

  /** The style class that colours a level. */
  public static String style(Level level) {
    return "level-" + lower(level);
  }

  /** A quiet word. */
  public static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("badge", "neutral");
    return label;
  }

  private static Label badge(String key, String colour, Feather icon) {
    Label label = new Label(Texts.text(key), new FontIcon(icon));
    label.getStyleClass().addAll("badge", colour);
    return label;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
