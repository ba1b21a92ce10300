package dev.debrief.desktop.timeline;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.timeline.Legend;
import dev.debrief.timeline.Palette;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the signs on the lanes mean. Lies over the lanes until it is closed. */
final class LegendPanel extends VBox {
  private static final double WIDTH = 420;

  private final TimelineModel model;
  private final Runnable done;
  private final Canvas signs = new Canvas(WIDTH, 1);
  private final CanvasPen pen = new CanvasPen(signs.getGraphicsContext2D());
  private final Button close = new Button();

  LegendPanel(TimelineModel model, Runnable done) {
    this.model = model;
    this.done = done;
    setId("legend-panel");
    getStyleClass().add("lanes-panel");
    setManaged(false);
    setVisible(false);
    signs.setAccessibleRole(AccessibleRole.TEXT);
    Label title = new Label(Texts.of("timeline.legend.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setGraphic(new FontIcon(Feather.X));
    close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    Buttons.name(close, Texts.of("timeline.legend.close"));
    close.setOnAction(event -> close());
    HBox head = new HBox(6, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, signs);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  void open(Palette palette) {
    setVisible(true);
    draw(palette);
    close.requestFocus();
  }

  /** Draws it anew, as in another theme. */
  void draw(Palette palette) {
    Legend legend = Legend.whole(model.shown());
    double tall = legend.height(pen, WIDTH);
    signs.setHeight(tall);
    signs.getGraphicsContext2D().clearRect(0, 0, WIDTH, tall);
    legend.draw(pen, palette, 0, 0, WIDTH);
    signs.setAccessibleText(String.join(", ", legend.words()));
    autosize();
  }

  private void close() {
    setVisible(false);
    done.run();
  }
}
