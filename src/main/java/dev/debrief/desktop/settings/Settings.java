package dev.debrief.desktop.settings;

import dev.debrief.desktop.text.Texts;
import dev.debrief.investigation.OutputFile;
import dev.debrief.model.InputProblem;
import dev.debrief.report.Redaction;
import dev.debrief.report.RedactionRule;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the user prefers, kept in one small file of their own; written at every change. */
public final class Settings {
  private static final int MOST_RECENT = 12;

  /** Which colours. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  private final Optional<Path> file;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneId.systemDefault());
  private final IntegerProperty scale = new SimpleIntegerProperty(100);
  private final StringProperty rules = new SimpleStringProperty("");

  /** The ids of the redaction rules that the user switched, comma between. */
  private final StringProperty redaction = new SimpleStringProperty("");

  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final Properties kept = new Properties();
  private final ReadOnlyObjectWrapper<Optional<InputProblem>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private Settings(Optional<Path> file) {
    this.file = file;
  }

  /** Settings that are forgotten when the program ends. */
  public static Settings unkept() {
    return new Settings(Optional.empty());
  }

  /** The settings in a file; what is missing or unreadable in it has its usual value. */
  public static Settings in(Path file) {
    Settings settings = new Settings(Optional.of(file));
    if (Files.isReadable(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        settings.kept.load(reader);
      } catch (IOException | IllegalArgumentException unreadable) {
        settings.kept.clear();
      }
    }
    settings.take();
    settings.theme.subscribe(settings::write);
    settings.zone.subscribe(settings::write);
    settings.scale.subscribe(settings::write);
    settings.rules.subscribe(settings::write);
    settings.redaction.subscribe(settings::write);
    settings.recent.addListener((javafx.beans.InvalidationListener) changed -> settings.write());
    return settings;
  }

  /** Where this system keeps a user's settings for the program. */
  public static Path usualFile() {
    String home = System.getProperty("user.home", ".");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path folder;
    if (system.contains("win") && System.getenv("APPDATA") != null) {
      folder = Path.of(System.getenv("APPDATA"), "Debrief");
    } else if (system.contains("mac")) {
      folder = Path.of(home, "Library", "Application Support", "Debrief");
    } else {
      String config = System.getenv("XDG_CONFIG_HOME");
      folder =
          config == null || config.isEmpty()
              ? Path.of(home, ".config", "debrief")
              : Path.of(config, "debrief");
    }
    return folder.resolve("settings.properties");
  }

  /** Why they can't be kept, where they can't. */
  public ReadOnlyObjectProperty<Optional<InputProblem>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /** Light, dark, or as the system has it. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** The zone that "local" means. */
  public ObjectProperty<ZoneId> zone() {
    return zone;
  }

  /** The size of everything in percent, 100 to 200. */
  public IntegerProperty scale() {
    return scale;
  }

  /** A folder with more rules, or empty. */
  public StringProperty rules() {
    return rules;
  }

  /** Whether the user turned a rule from what it is by default. */
  public boolean switched(String rule) {
    return List.of(redaction.get().split(",")).contains(rule);
  }

  /** Turns a rule. */
  public void turn(String rule) {
    Set<String> ids = new TreeSet<>(List.of(redaction.get().split(",")));
    ids.remove("");
    if (!ids.remove(rule)) {
      ids.add(rule);
    }
    redaction.set(String.join(",", ids));
  }

  /** A redaction with the user's switches. */
  public Redaction redactionOf(Redaction standard) {
    Set<String> on = new TreeSet<>();
    Set<String> off = new TreeSet<>();
    for (RedactionRule rule : standard.rules()) {
      if (switched(rule.id())) {
        (rule.on() ? off : on).add(rule.id());
      }
    }
    return standard.with(on).without(off);
  }

  /** The cases opened last, latest first. */
  public ObservableList<Path> recent() {
    return recent;
  }

  /** Notes that a case was opened. */
  public void opened(Path folder) {
    Path full = folder.toAbsolutePath().normalize();
    List<Path> next = new ArrayList<>(recent);
    next.remove(full);
    next.addFirst(full);
    recent.setAll(next.subList(0, Math.min(next.size(), MOST_RECENT)));
  }

  private void take() {
    theme.set(
        switch (kept.getProperty("theme", "")) {
          case "light" -> Theme.LIGHT;
          case "dark" -> Theme.DARK;
          default -> Theme.SYSTEM;
        });
    try {
      zone.set(ZoneId.of(kept.getProperty("zone", ZoneId.systemDefault().getId())));
    } catch (DateTimeException unknown) {
      zone.set(ZoneOffset.UTC);
    }
    String size = kept.getProperty("scale", "100");
    scale.set(size.matches("[12]\\d\\d") ? Math.clamp(Integer.parseInt(size), 100, 200) : 100);
    rules.set(kept.getProperty("rules", ""));
    redaction.set(kept.getProperty("redaction", ""));
    for (int i = 0; i < MOST_RECENT; i++) {
      String path = kept.getProperty("recent." + i);
      if (path != null) {
        recent.add(Path.of(path));
      }
    }
  }

  private static InputProblem unkept(Path file, IOException failure) {
    String reason = OutputFile.reason(failure);
    return new InputProblem(
        file.toString(),
        Texts.text("settings.unkept", reason),
        Texts.text("settings.unkept.remedy"),
        failure);
  }

  private void write() {
    if (file.isEmpty()) {
      return;
    }
    Properties now = new Properties();
    now.setProperty("theme", theme.get().name().toLowerCase(Locale.ROOT));
    now.setProperty("zone", zone.get().getId());
    now.setProperty("scale", Integer.toString(scale.get()));
    now.setProperty("rules", rules.get());
    now.setProperty("redaction", redaction.get());
    for (int i = 0; i < recent.size(); i++) {
      now.setProperty("recent." + i, recent.get(i).toString());
    }
    if (now.equals(kept)) {
      return;
    }
    kept.clear();
    kept.putAll(now);
    try {
      Files.createDirectories(file.get().toAbsolutePath().getParent());
      try (Writer writer = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)) {
        now.store(writer, null);
      }
      trouble.set(Optional.empty());
    } catch (IOException unwritable) {
      // Told once: they hold all the same, and the next change would only fail the same way.
      if (trouble.get().isEmpty()) {
        trouble.set(Optional.of(unkept(file.get(), unwritable)));
      }
    }
  }
}
