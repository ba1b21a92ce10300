package dev.debrief.desktop.shell;

import dev.debrief.desktop.settings.Settings;
import dev.debrief.desktop.text.Texts;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The program's window. */
public final class MainWindow {
  private final Stage stage = new Stage();
  private final Workbench bench;
  private final Shell shell;

  /** A window without a case, not shown yet; the system's dialogs ask for files. */
  public MainWindow(Settings settings) {
    this(settings, FileAsk::dialogs);
  }

  /** The same where something else asks for files. */
  public MainWindow(Settings settings, FileAsk ask) {
    this(settings, owner -> ask);
  }

  private MainWindow(Settings settings, Function<Window, FileAsk> ask) {
    Look.loadFonts();
    bench = new Workbench(settings, ask.apply(stage));
    shell = new Shell(bench);
    Scene scene = new Scene(shell, 1440, 900);
    Look.follow(scene, settings);
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.titleProperty().bind(bench.title().map(name -> Texts.text("window.title", name)));
    for (int size : new int[] {16, 32, 64, 128, 256}) {
      InputStream icon = MainWindow.class.getResourceAsStream("/icons/debrief-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
    stage.setOnHidden(event -> bench.close());
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
    holder.getChildren().add(shell);
    shell.resize(width, height);
  }

  /** Shows the window. */
  public void show() {
    stage.show();
    bench.remembering().window(stage);
  }

  /** Opens a case in it, or makes one of dumps, as if they were dropped on it. */
  public void open(Path path) {
    bench.actions().drop(java.util.List.of(path));
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
