package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
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
                  new Key("?", "keys.all"),
                  new Key("/", "keys.search"),
                  new Key("Ctrl 1–8", "keys.views"),
                  new Key("Ctrl Z", "keys.undo"),
                  new Key("Ctrl Y", "keys.redo"),
                  new Key("Ctrl I", "keys.import"),
                  new Key("Ctrl O", "keys.open"),
                  new Key("Ctrl S", "keys.archive"),
                  new Key("Ctrl D", "keys.theme"),
                  new Key("U", "keys.zone"),
                  new Key("N", "keys.nextFinding"),
                  new Key("P", "keys.previousFinding"),
                  new Key("G", "keys.goTo"),
                  new Key("B", "keys.pin"),
                  new Key("Esc", "keys.escape"))),
          new Group(
              "keys.timeline",
              List.of(
                  new Key("← →", "keys.pan"),
                  new Key("+ −", "keys.zoom"),
                  new Key("Home End", "keys.ends"),
                  new Key("F", "keys.fit"),
                  new Key("Shift drag", "keys.brush"))),
          new Group(
              "keys.log",
              List.of(
                  new Key("↑ ↓", "keys.rows"),
                  new Key("→ ←", "keys.fold"),
                  new Key("L", "keys.like"),
                  new Key("Ctrl C", "keys.copy"),
                  new Key("]", "keys.nextGap"),
                  new Key("}", "keys.nextBurst"))),
          new Group(
              "keys.finding",
              List.of(new Key("A", "keys.addToDraft"), new Key("X", "keys.dismiss"))));

  private Keys() {}

  static VBox card() {
    Label title = new Label(Texts.text("keys.title"));
    title.getStyleClass().add("title-4");
    VBox first = new VBox(20);
    VBox second = new VBox(20);
    for (Group group : GROUPS) {
      Label heading = new Label(Texts.text(group.title()));
      heading.getStyleClass().add("section-title");
      GridPane grid = new GridPane(14, 7);
      for (int i = 0; i < group.keys().size(); i++) {
        Key key = group.keys().get(i);
        HBox caps = new HBox(4);
        caps.setAlignment(Pos.CENTER_LEFT);
        for (String cap : key.keys().split(" ")) {
          Label label = new Label(cap);
          label.getStyleClass().add("key-cap");
          caps.getChildren().add(label);
        }
        grid.addRow(i, caps, new Label(Texts.text(key.text())));
      }
      VBox column = group == GROUPS.getFirst() ? first : second;
      column.getChildren().add(new VBox(8, heading, grid));
    }
    VBox card = new VBox(16, title, new HBox(48, first, second));
    card.setFocusTraversable(true);
    card.setAccessibleText(Texts.text("keys.title"));
    card.setPrefWidth(720);
    return card;
  }
}
