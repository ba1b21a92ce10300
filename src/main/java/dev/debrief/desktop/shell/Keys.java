package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.timeline.TimelineView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of all keys that {@code ?} shows. */
final class Keys {
  private record Key(String keys, String text) {}

  private record Group(String title, List<Key> keys) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "keys.everywhere",
              List.of(
                  key("?", "keys.all"),
                  key("/", "keys.search"),
                  key("Ctrl 1–8", "keys.views"),
                  key("Alt ←", "keys.back"),
                  key("Ctrl Z", "keys.undo"),
                  key("Ctrl Y", "keys.redo"),
                  key("Ctrl I", "keys.import"),
                  key("Ctrl O", "keys.open"),
                  key("Ctrl S", "keys.archive"),
                  key("Ctrl D", "keys.theme"),
                  key("U", "keys.zone"),
                  key("N", "keys.nextFinding"),
                  key("P", "keys.previousFinding"),
                  key("G", "keys.goTo"),
                  key("B", "keys.pin"),
                  key("Esc", "keys.escape"))),
          new Group(
              "keys.timeline",
              TimelineView.keys().stream().map(key -> new Key(key[0], key[1])).toList()),
          new Group(
              "keys.log",
              List.of(
                  key("↑ ↓", "keys.rows"),
                  key("→ ←", "keys.fold"),
                  key("L", "keys.like"),
                  key("Ctrl C", "keys.copy"),
                  key("]", "keys.nextGap"),
                  key("}", "keys.nextBurst"))),
          new Group(
              "keys.finding", List.of(key("A", "keys.addToDraft"), key("X", "keys.dismiss"))));

  private static final double WIDE = 960;

  private Keys() {}

  private static Key key(String keys, String text) {
    return new Key(keys, Texts.text(text));
  }

  static Region card() {
    Label title = new Label(Texts.text("keys.title"));
    title.getStyleClass().add("title-4");
    List<VBox> columns = List.of(new VBox(20), new VBox(20), new VBox(20));
    for (Group group : GROUPS) {
      Label heading = new Label(Texts.text(group.title()));
      heading.getStyleClass().add("section-title");
      GridPane grid = new GridPane(14, 6);
      for (int i = 0; i < group.keys().size(); i++) {
        Key key = group.keys().get(i);
        HBox caps = new HBox(4);
        caps.setAlignment(Pos.CENTER_LEFT);
        for (String cap : key.keys().split(" ")) {
          Label label = new Label(cap);
          label.getStyleClass().add("key-cap");
          caps.getChildren().add(label);
        }
        grid.addRow(i, caps, new Label(key.text()));
      }
      columns
          .get(Math.min(GROUPS.indexOf(group), columns.size() - 1))
          .getChildren()
          .add(new VBox(8, heading, grid));
    }
    FlowPane flow = new FlowPane(40, 20, columns.toArray(VBox[]::new));
    flow.setPrefWrapLength(WIDE);
    // In a low or narrow window the list is scrolled, by keys too.
    ScrollPane card = new ScrollPane(new VBox(16, title, flow));
    card.setFitToWidth(true);
    card.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    card.setPrefViewportWidth(WIDE);
    card.setFocusTraversable(true);
    card.setAccessibleText(Texts.text("keys.title"));
    return card;
  }
}
