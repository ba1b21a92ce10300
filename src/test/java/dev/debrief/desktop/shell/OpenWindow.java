package dev.debrief.desktop.shell;

import dev.debrief.desktop.settings.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A real window with a hand on its mouse and keys. */
final class OpenWindow implements AutoCloseable {
  private static final int LONGEST_S = 60;

  final ScriptedFiles files = new ScriptedFiles();
  final Settings settings = Settings.unkept();
  final FxRobot robot = new FxRobot();
  final MainWindow window;

  OpenWindow() throws Exception {
    FxToolkit.registerPrimaryStage();
    settings.theme().set(Settings.Theme.LIGHT);
    window = get(() -> new MainWindow(settings, files));
    run(
        () -> {
          window.stage().setX(0);
          window.stage().setY(0);
          window.stage().setWidth(1000);
          window.stage().setHeight(960);
          window.show();
        });
  }

  Workbench bench() {
    return window.bench();
  }

  <T> T get(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(LONGEST_S * 1000L, question);
  }

  void run(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(LONGEST_S * 1000L, action);
  }

  /** Waits until something holds, asked on the window's thread. */
  void until(BooleanSupplier holds) throws Exception {
    WaitForAsyncUtils.waitFor(LONGEST_S, TimeUnit.SECONDS, () -> get(holds::getAsBoolean));
  }

  /** Waits until nothing runs. */
  void idle() throws Exception {
    until(() -> bench().session().work().idle());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Goes to a page. */
  void go(View view) {
    run(() -> bench().view().set(view));
    WaitForAsyncUtils.waitForFxEvents();
  }

  void click(String query) {
    robot.clickOn(query);
    WaitForAsyncUtils.waitForFxEvents();
  }

  Node node(String query) {
    return robot.lookup(query).query();
  }

  @Override
  public void close() {
    run(() -> window.stage().close());
  }
}
