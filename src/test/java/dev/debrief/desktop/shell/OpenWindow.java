package dev.debrief.desktop.shell;

import dev.debrief.desktop.settings.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A real window with a hand on its mouse and keys. */
final class OpenWindow implements AutoCloseable {
  private static final int LONGEST_S = 180;

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

  /** What was shown last has its style and its place: the next pulse may be long in coming. */
  void styled() {
    run(
        () -> {
          window.shell().applyCss();
          window.shell().layout();
        });
  }

  /** Goes to a page. */
  void go(View view) {
    run(() -> bench().view().set(view));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Clicks on what stands still: a page still being laid out would move away from under it. */
  void click(String query) throws Exception {
    Bounds[] before = {null};
    until(
        () -> {
          Node node = robot.lookup(query).tryQuery().orElse(null);
          if (node == null || node.getScene() == null) {
            return false;
          }
          node.getScene().getRoot().applyCss();
          node.getScene().getRoot().layout();
          Bounds now = node.localToScreen(node.getBoundsInLocal());
          boolean still = now != null && now.equals(before[0]);
          before[0] = now;
          return still;
        });
    robot.clickOn(query);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Writes into a field once it has the focus, until it holds just that. */
  void write(String query, String text) throws Exception {
    until(() -> node(query).isFocused());
    robot.write(text);
    until(() -> ((TextInputControl) node(query)).getText().equals(text));
  }

  Node node(String query) {
    return robot.lookup(query).query();
  }

  @Override
  public void close() {
    run(() -> window.stage().close());
  }
}
