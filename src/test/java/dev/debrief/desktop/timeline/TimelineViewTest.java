package dev.debrief.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.debrief.desktop.Mouse;
import dev.debrief.timeline.Mark;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.Samples;
import dev.debrief.timeline.TimeScale;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {
  private final TimelineModel model = new TimelineModel();
  private TimelineView view;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    view = new TimelineView(model);
    stage.setScene(new Scene(view, 900, 600));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    model.timelineProperty().set(Samples.outage());
    view.requestFocus();
  }

  @Test
  void theWheelZoomsAtThePointer(FxRobot robot) {
    robot.moveTo(view, javafx.geometry.Pos.TOP_LEFT, at(500, 300), org.testfx.robot.Motion.DIRECT);
    long under = scale().at(500 - model.camera().viewportProperty().get().gutter());
    long span = scale().to() - scale().from();
    robot.scroll(3, javafx.geometry.VerticalDirection.UP);
    settle();
    assertTrue(Math.abs(scale().to() - scale().from() - span) > span / 100);
    assertEquals(500 - model.camera().viewportProperty().get().gutter(), scale().x(under), 2);
  }

  @Test
  void draggingPans(FxRobot robot) {
    long from = scale().from();
    drag(robot, 600, 400, 500, 400);
    assertEquals(from + 100 * scale().perPixel(), scale().from(), 3 * scale().perPixel());
  }

  @Test
  void shiftDraggingBrushesARange() throws Exception {
    // The headless robot's mouse knows nothing of its keys, so the events are made by hand.
    fx(
        () -> {
          shifted(MouseEvent.MOUSE_PRESSED, 400);
          shifted(MouseEvent.MOUSE_DRAGGED, 500);
          shifted(MouseEvent.MOUSE_DRAGGED, 600);
          shifted(MouseEvent.MOUSE_RELEASED, 600);
        });
    var brush = model.brushes().rangeProperty().get();
    assertNotNull(brush);
    double pixels = scale().x(Nanos.of(brush.to())) - scale().x(Nanos.of(brush.from()));
    assertEquals(200, pixels, 3);
  }

  private void shifted(EventType<MouseEvent> type, double x) {
    Node lanes = view.lookupAll("Canvas").stream().skip(1).findFirst().orElseThrow();
    lanes.fireEvent(Mouse.event(type, x, 300, true));
  }

  @Test
  void aClickSelectsWhatLiesThere(FxRobot robot) {
    double x =
        model.camera().viewportProperty().get().gutter() + scale().x(Nanos.of(Samples.MENDED)) - 30;
    robot.moveTo(
        view, javafx.geometry.Pos.TOP_LEFT, at(x, 44 + 42 + 15), org.testfx.robot.Motion.DIRECT);
    robot.clickOn(MouseButton.PRIMARY);
    settle();
    assertInstanceOf(Mark.Outage.class, model.chosen().markProperty().get());
    assertFalse(model.chosen().findingProperty().get().isEmpty());
  }

  @Test
  void hoveringTellsExactly(FxRobot robot) {
    double x =
        model.camera().viewportProperty().get().gutter() + scale().x(Nanos.of(Samples.MENDED)) - 30;
    robot.moveTo(
        view, javafx.geometry.Pos.TOP_LEFT, at(x, 44 + 42 + 15), org.testfx.robot.Motion.DIRECT);
    robot.moveBy(1, 0);
    settle();
    assertTrue(view.card().isVisible());
    String told =
        view.card().getChildren().stream()
            .map(node -> ((javafx.scene.control.Label) node).getText())
            .reduce("", (a, b) -> a + "\n" + b);
    assertTrue(told.contains("21:00:33.120") && told.contains("fly-logs.json:4711"), told);
    assertTrue(view.pointer().isVisible());
  }

  @Test
  void hoveringTellsHowExactlyTheLinesTimeIsKnown(FxRobot robot) throws Exception {
    model
        .requests()
        .onLookup(
            (line, found) ->
                found.accept(
                    new dev.debrief.model.Moment(
                        Samples.BROKEN,
                        dev.debrief.model.Precision.SECOND,
                        dev.debrief.model.Clock.PLATFORM)));
    double x =
        model.camera().viewportProperty().get().gutter() + scale().x(Nanos.of(Samples.MENDED)) - 30;
    robot.moveTo(
        view, javafx.geometry.Pos.TOP_LEFT, at(x, 44 + 42 + 15), org.testfx.robot.Motion.DIRECT);
    robot.moveBy(1, 0);
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            view.card().getChildren().stream()
                .anyMatch(
                    node ->
                        ((javafx.scene.control.Label) node)
                            .getText()
                            .equals("Line 4711 is known to the second")));
    fx(
        () -> {
          // The last line came late: the card has grown with it.
          javafx.scene.layout.Region card = view.card();
          javafx.scene.control.Label last =
              (javafx.scene.control.Label) view.card().getChildren().getLast();
          card.layout();
          double end = last.getBoundsInParent().getMaxY() + card.getInsets().getBottom();
          assertTrue(end <= card.getHeight() + 0.5, end + " of " + card.getHeight());
        });
  }

  @Test
  void keysDoWhatThePointerDoes(FxRobot robot) {
    long span = scale().to() - scale().from();
    key(robot, KeyCode.PLUS);
    assertTrue(scale().to() - scale().from() < span);
    long from = scale().from();
    key(robot, KeyCode.RIGHT);
    assertTrue(scale().from() > from);
    key(robot, KeyCode.N);
    assertFalse(model.chosen().findingProperty().get().isEmpty());
    key(robot, KeyCode.ESCAPE);
    assertTrue(model.chosen().findingProperty().get().isEmpty());
    key(robot, KeyCode.F);
    assertEquals(Samples.outage().focus(), scale().range());
    key(robot, KeyCode.HOME);
    key(robot, KeyCode.END);
  }

  @Test
  void aTimeIsGoneToByTypingIt(FxRobot robot) throws Exception {
    key(robot, KeyCode.G);
    assertEquals("", ((TextField) view.lookup("#go-to")).getText());
    fx(() -> ((TextField) view.lookup("#go-to")).setText("03:10"));
    key(robot, KeyCode.ENTER);
    assertEquals(
        java.time.Instant.parse("2026-02-26T03:10:00Z"), model.chosen().cursorProperty().get());
    assertTrue(view.isFocused());
  }

  @Test
  void wordsRowsAndThePointersPlaceGrowWithTheText(FxRobot robot) throws Exception {
    var viewport = model.camera().viewportProperty();
    double units = viewport.get().width();
    fx(() -> view.textSizeProperty().set(2));
    fx(view::layout);
    assertEquals(units / 2, viewport.get().width(), 1);
    double x = viewport.get().gutter() + scale().x(Nanos.of(Samples.MENDED)) - 15;
    robot.moveTo(
        view,
        javafx.geometry.Pos.TOP_LEFT,
        at(2 * x, 2 * (44 + 42 + 15)),
        org.testfx.robot.Motion.DIRECT);
    robot.moveBy(2, 0);
    settle();
    assertTrue(view.card().isVisible());
    assertTrue(Math.abs(view.card().getLayoutX() - 2 * x) < 500, "the card is at the pointer");
    robot.clickOn(MouseButton.PRIMARY);
    settle();
    assertInstanceOf(Mark.Outage.class, model.chosen().markProperty().get());
  }

  /**
   * Enlarged or shrunk pixels would leave colours between those of the margin, its line, a lane.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2, 3})
  void itIsDrawnAtTheScreensOwnPixels(double sharp) throws Exception {
    Stage stage = (Stage) view.getScene().getWindow();
    Set<Integer> colours = new HashSet<>();
    fx(
        () -> {
          stage.setRenderScaleX(sharp);
          stage.setRenderScaleY(sharp);
        });
    fx(
        () -> {
          model.timelineProperty().set(TimelineModel.EMPTY);
          view.applyCss();
          view.layout();
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setTransform(Transform.scale(sharp, sharp));
          WritableImage image = view.snapshot(parameters, null);
          for (int x = 0; x < 400 * sharp; x++) {
            colours.add(image.getPixelReader().getArgb(x, (int) (400 * sharp)));
          }
        });
    fx(
        () -> {
          stage.setRenderScaleX(1);
          stage.setRenderScaleY(1);
        });
    assertTrue(colours.size() <= 5, colours.size() + " colours across the margin's edge");
  }

  @Test
  void aTimeThatIsNoneIsTold(FxRobot robot) throws Exception {
    key(robot, KeyCode.G);
    Node wrong = view.lookup("#go-to-panel .wrong");
    assertFalse(wrong.isVisible());
    fx(() -> ((TextField) view.lookup("#go-to")).setText("soon"));
    key(robot, KeyCode.ENTER);
    assertTrue(wrong.isVisible() && view.lookup("#go-to-panel").isVisible());
    key(robot, KeyCode.ESCAPE);
    assertFalse(view.lookup("#go-to-panel").isVisible());
    assertTrue(view.isFocused());
  }

  @Test
  void theThemeGivesTheColours() throws Exception {
    int light = corner();
    fx(() -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    int dark = corner();
    fx(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    assertTrue((light & 0xFF) > 200 && (dark & 0xFF) < 80, light + " " + dark);
  }

  @Test
  void thoseWhoCannotSeeItHearASummary() {
    assertTrue(view.getAccessibleText().contains("Outage from Feb 25"));
    assertTrue(view.isFocusTraversable());
  }

  @Test
  void timesSwitchToAnotherZone() throws Exception {
    fx(() -> model.zoneProperty().set(java.time.ZoneId.of("Europe/Berlin")));
    assertEquals(
        java.time.ZoneId.of("Europe/Berlin"), model.camera().viewportProperty().get().zone());
    fx(() -> model.zoneProperty().set(ZoneOffset.UTC));
  }

  private int corner() throws Exception {
    settle();
    CompletableFuture<Integer> colour = new CompletableFuture<>();
    fx(
        () -> {
          view.applyCss();
          view.layout();
          WritableImage image = view.snapshot(null, null);
          colour.complete(image.getPixelReader().getArgb(30, 580));
        });
    return colour.get(10, TimeUnit.SECONDS);
  }

  private static void fx(Runnable work) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          work.run();
          done.complete(null);
        });
    done.get(10, TimeUnit.SECONDS);
    settle();
  }

  private void key(FxRobot robot, KeyCode code) {
    robot.type(code);
    settle();
  }

  private void drag(FxRobot robot, double x1, double y1, double x2, double y2) {
    robot.moveTo(view, javafx.geometry.Pos.TOP_LEFT, at(x1, y1), org.testfx.robot.Motion.DIRECT);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(
        view, javafx.geometry.Pos.TOP_LEFT, at((x1 + x2) / 2, y2), org.testfx.robot.Motion.DIRECT);
    robot.moveTo(view, javafx.geometry.Pos.TOP_LEFT, at(x2, y2), org.testfx.robot.Motion.DIRECT);
    robot.release(MouseButton.PRIMARY);
    settle();
  }

  private static javafx.geometry.Point2D at(double x, double y) {
    return new javafx.geometry.Point2D(x, y);
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TimeScale scale() {
    return model.camera().viewportProperty().get().scale();
  }
}
