package dev.debrief.desktop.draft;

import dev.debrief.desktop.parts.WrappingCell;
import dev.debrief.desktop.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A report as it reads; only the blocks in sight are built, as reports can be long. */
final class MarkdownPreview extends ListView<MarkdownBlock> {
  private final MarkdownNodes nodes;
  private Map<String, Integer> numbers = Map.of();

  MarkdownPreview(MarkdownNodes nodes) {
    this.nodes = nodes;
    getStyleClass().add("markdown");
    setAccessibleText(Texts.text("draft.preview"));
    setId("draft-preview");
    getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    setCellFactory(list -> new Cell());
  }

  /** Shows another text; blocks that stay as they are stay where they are. */
  void show(MarkdownBlock.Text text) {
    numbers = text.numbers();
    List<MarkdownBlock> next = text.blocks();
    int same = 0;
    int least = Math.min(next.size(), getItems().size());
    while (same < least && next.get(same).equals(getItems().get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < least - same && next.get(next.size() - 1 - tail).equals(last(tail))) {
      tail++;
    }
    getItems().remove(same, getItems().size() - tail);
    getItems().addAll(same, next.subList(same, next.size() - tail));
  }

  /** Shows which references no longer fit the case. */
  void red(Set<String> labels) {
    nodes.red(labels);
    refresh();
  }

  private MarkdownBlock last(int back) {
    return getItems().get(getItems().size() - 1 - back);
  }

  /** The whole report as one page of a width, for the printer. */
  Region page(double width) {
    VBox page = new VBox();
    page.getStyleClass().addAll("markdown", "printed");
    for (MarkdownBlock block : getItems()) {
      page.getChildren().add(nodes.of(block, numbers));
    }
    page.setPrefWidth(width);
    page.setMinWidth(width);
    page.setMaxWidth(width);
    return page;
  }

  private final class Cell extends WrappingCell<MarkdownBlock> {
    @Override
    protected void updateItem(MarkdownBlock block, boolean empty) {
      super.updateItem(block, empty);
      setGraphic(empty || block == null ? null : nodes.of(block, numbers));
      setAccessibleText(empty || block == null ? null : block.words());
    }
  }
}
