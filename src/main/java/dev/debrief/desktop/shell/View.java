package dev.debrief.desktop.shell;

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
