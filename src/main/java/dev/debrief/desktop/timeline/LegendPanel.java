package dev.debrief.desktop.timeline;

import dev.debrief.timeline.Legend;
import dev.debrief.timeline.Palette;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/** What the signs on the lanes mean. */
final class LegendPanel extends Panel {
  private static final double WIDTH = 420;

  private final TimelineModel model;
  private final Board signs = new Board();
  private final Pane place = new Pane(signs);
  private final HBox head = head("timeline.legend.title", "timeline.legend.close");

  LegendPanel(TimelineModel model, Runnable done) {
    super("legend-panel", done);
    this.model = model;
    signs.setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(head, place);
  }

  void open(Palette palette, double text) {
    draw(palette, text);
    open(head.getChildren().getLast());
  }

  /** Draws it anew, as in another theme or size. */
  void draw(Palette palette, double text) {
    Legend legend = Legend.whole(model.shown());
    double tall = Math.max(1, legend.height(signs.pen(), WIDTH));
    place.setMinSize(WIDTH * text, tall * text);
    signs.fit(WIDTH * text, tall * text, text);
    legend.draw(signs.clean(), palette, 0, 0, WIDTH);
    signs.setAccessibleText(String.join(", ", legend.words()));
    autosize();
  }
}
