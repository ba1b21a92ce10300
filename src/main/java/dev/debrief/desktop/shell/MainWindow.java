package dev.debrief.desktop.shell;

import dev.debrief.desktop.parts.Fonts;
import dev.debrief.desktop.settings.Settings;
import dev.debrief.desktop.text.Texts;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** The program's window. */
public final class MainWindow {
  private static final int FIRST_FRAMES_MS = 100;

  private final Stage stage = new Stage();
  private final Workbench bench;
  private final Shell shell;

  /** A window without a case, not shown yet. */
  public MainWindow(Settings settings, FileAsk ask) {
    this(settings, owner -> ask, Optional.empty());
  }

  private MainWindow(Settings settings, Function<Window, FileAsk> ask, Optional<CaseAhead> ahead) {
    Fonts.first();
    Look.before(settings);
    bench = new Workbench(settings, ask.apply(stage));
    ahead.ifPresent(bench.actions().cases()::ahead);
    shell = new Shell(bench);
    Scene scene = new Scene(shell, 1440, 900);
    Look.follow(scene, settings);
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(480);
    stage.titleProperty().bind(bench.title().map(name -> Texts.text("window.title", name)));
    stage.setOnHidden(event -> bench.close());
  }

  private void icons() {
    List<Image> icons = new ArrayList<>();
    for (int size : new int[] {16, 32, 64, 128, 256}) {
      InputStream icon = MainWindow.class.getResourceAsStream("/icons/debrief-" + size + ".png");
      if (icon != null) {
        icons.add(new Image(icon));
      }
    }
    stage.getIcons().setAll(icons);
  }

  /**
   * A window on the screen, with a case, an archive or dumps where some are given.
   *
   * @param ahead the case that is being opened already, if any
   */
  public static MainWindow shown(
      Settings settings, Optional<Path> folder, Optional<CaseAhead> ahead) {
    MainWindow window = new MainWindow(settings, FileAsk::dialogs, ahead);
    window.show();
    folder.ifPresent(path -> window.open(List.of(path)));
    return window;
  }

  /** The window itself. */
  public Stage stage() {
    return stage;
  }

  /** What is behind it. */
  public Workbench bench() {
    return bench;
  }

  /** What is in it. */
  public Shell shell() {
    return shell;
  }

  /** Makes the content so large, whatever the window's own size. */
  void spread(double width, double height) {
    Pane holder = new Pane();
    stage.getScene().setRoot(holder);
    Look.follow(stage.getScene(), bench.settings());
    shell.setManaged(false);
    // Its size of type is the root's from now on.
    shell.setStyle("");
    holder.getChildren().add(shell);
    shell.resize(width, height);
  }

  /** Shows the window. */
  public void show() {
    stage.show();
    bench.remembering().window(stage);
    PauseTransition drawn = new PauseTransition(Duration.millis(FIRST_FRAMES_MS));
    drawn.setOnFinished(event -> afterwards());
    drawn.play();
  }

  /** What the first frame need not wait for. */
  private void afterwards() {
    if (stage.isShowing()) {
      icons();
      shell.ahead();
    }
  }

  /** Opens a case in it, or makes one of dumps, as if they were dropped on it. */
  public void open(List<Path> paths) {
    bench.actions().drop(paths);
  }

  /** Runs something when the window was closed. */
  public void whenClosed(Runnable closed) {
    stage.setOnHidden(
        event -> {
          bench.close();
          closed.run();
        });
  }

  /** The scene. */
  Scene scene() {
    return Objects.requireNonNull(stage.getScene());
  }
}
