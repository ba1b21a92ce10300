package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/** The pages of the window, in the order of the navigation. */
public enum View {
  START(Feather.HOME, false),
  TIMELINE(Feather.BAR_CHART_2, true),
  FINDINGS(Feather.TARGET, true),
  LOG(Feather.ALIGN_LEFT, true),
  CHANGES(Feather.GIT_COMMIT, true),
  SOURCES(Feather.DATABASE, true),
  NOTES(Feather.MAP_PIN, true),
  DRAFT(Feather.EDIT_3, true),
  SETTINGS(Feather.SETTINGS, false);

  private final Feather icon;
  private final boolean ofCase;

  View(Feather icon, boolean ofCase) {
    this.icon = icon;
    this.ofCase = ofCase;
  }

  Feather icon() {
    return icon;
  }

  /** Whether it needs an open case. */
  boolean ofCase() {
    return ofCase;
  }

  /** Whether a replay sets it back to what was known then. */
  boolean replays() {
    return switch (this) {
      case TIMELINE, FINDINGS, LOG, CHANGES -> true;
      case START, SOURCES, NOTES, DRAFT, SETTINGS -> false;
    };
  }

  /** Whether the log's lines can be seen on it. */
  boolean showsLog() {
    return this == TIMELINE || this == LOG;
  }

  /** Where to see what was selected: here, or else on the page that is made for it. */
  View showing(Selection selection) {
    return switch (selection) {
      case Selection.OfLine line -> showsLog() ? this : LOG;
      case Selection.OfInstant instant -> showsLog() ? this : TIMELINE;
      case Selection.OfFinding finding -> this == TIMELINE ? this : FINDINGS;
      case Selection.OfChange change -> this == TIMELINE ? this : CHANGES;
      case Selection.Nothing nothing -> this;
    };
  }

  /** Its name as {@code --view} takes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page of that name. */
  public static Optional<View> named(String name) {
    return Arrays.stream(values()).filter(view -> view.id().equals(name)).findFirst();
  }

  String title() {
    return Texts.text("view." + id());
  }
}
