package dev.debrief.desktop.shell;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.compare.ComparePane;
import dev.debrief.desktop.findings.FindingDetail;
import dev.debrief.desktop.findings.FindingsList;
import dev.debrief.desktop.findings.InShortPane;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.text.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Beside the timeline: the findings, one of them, or a comparison. A window tall enough shows the
 * list and the finding above each other; a lower one shows the finding in place of the list.
 */
final class SidePane extends StackPane {
  /** From this height on, in points, list and finding have room for both. */
  private static final double TALL = 860;

  private final Workbench bench;
  private final ObjectProperty<SidePage> page;
  private final FindingsList list;
  private final VBox findings;
  private final FindingDetail detail;
  private final ComparePane compare;
  private final SplitPane both = new SplitPane();
  private final BorderPane one = new BorderPane();
  private boolean tall;

  SidePane(Workbench bench, FindingDetail detail) {
    this.bench = bench;
    this.page = bench.side();
    this.detail = detail;
    this.list = new FindingsList(bench.findings());
    this.compare = new ComparePane(bench.compare());
    getStyleClass().add("side");
    setMinWidth(280);
    both.setOrientation(Orientation.VERTICAL);
    VBox.setVgrow(list, Priority.ALWAYS);
    findings = new VBox(InShortPane.folding(bench.findings()), list);
    findings.setMinHeight(0);
    one.setTop(back());
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && chosen()) {
            page.set(SidePage.FINDING);
          }
        });
    page.subscribe(now -> show());
    heightProperty()
        .subscribe(
            height -> {
              if (height.doubleValue() >= TALL != tall) {
                tall = !tall;
                show();
              }
            });
  }

  private HBox back() {
    Button back =
        Buttons.labelled(Feather.CHEVRON_LEFT, "side.back", () -> page.set(SidePage.FINDINGS));
    back.setId("side-back");
    back.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        new HBox(
            2,
            back,
            space,
            step(Feather.CHEVRON_UP, "keys.previousFinding", -1),
            step(Feather.CHEVRON_DOWN, "keys.nextFinding", 1));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("side-head");
    return head;
  }

  private Button step(Feather icon, String key, int way) {
    Button button = Buttons.icon(icon, key, () -> bench.findings().step(way));
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }

  private void clicked(MouseEvent event) {
    for (Node node = event.getPickResult().getIntersectedNode();
        node != null && node != list;
        node = node.getParent()) {
      if (node instanceof ListCell<?> cell && cell.isSelected() && chosen()) {
        page.set(SidePage.FINDING);
      }
    }
  }

  private boolean chosen() {
    return bench.session().selection().get() instanceof Selection.OfFinding;
  }

  private void show() {
    both.getItems().clear();
    one.setCenter(null);
    switch (page.get()) {
      case COMPARE -> getChildren().setAll(compare);
      case FINDINGS -> getChildren().setAll(tall ? split() : findings);
      case FINDING -> getChildren().setAll(tall ? split() : single());
    }
  }

  private Node split() {
    both.getItems().setAll(findings, detail);
    both.setDividerPositions(0.56);
    return both;
  }

  private Node single() {
    one.setCenter(detail);
    one.setAccessibleText(Texts.text("view.findings"));
    return one;
  }
}
