package dev.debrief.desktop.log;

import dev.debrief.analysis.template.LogText;
import dev.debrief.desktop.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A message's first line with what was searched for marked, and how many lines are folded into it;
 * a click on these unfolds them.
 */
final class MessageCell extends TableCell<LogRow, LogRow> {
  private static final int MOST_SHOWN = 400;

  private final LogModel model;

  MessageCell(LogModel model) {
    this.model = model;
    getStyleClass().add("message-cell");
  }

  @Override
  protected void updateItem(LogRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    if (!empty && row != null) {
      switch (row) {
        case LogRow.Loading loading -> {}
        case LogRow.Part part -> line(part.line().text(), null);
        case LogRow.Loaded head -> {
          int more = head.message().rest().size();
          String first = shortened(head.message().first());
          line(first, more == 0 ? null : more(head, more));
          if (more > 0) {
            setAccessibleText(Texts.text(head.open() ? "log.unfolded" : "log.folded", first, more));
          }
        }
      }
    }
  }

  /** Without the clock and the level that have columns of their own, unless these are sought. */
  private String shortened(String first) {
    String bare = LogText.bare(first);
    List<String> terms = model.terms().get();
    String before = first.substring(0, first.length() - bare.length());
    return Terms.spans(before, terms).stream().anyMatch(Terms.Span::found) ? first : bare;
  }

  private void line(String whole, @org.jspecify.annotations.Nullable Node more) {
    String text = whole.length() > MOST_SHOWN ? whole.substring(0, MOST_SHOWN) + "…" : whole;
    setAccessibleText(text);
    List<Terms.Span> spans = Terms.spans(text, model.terms().get());
    boolean plain = spans.size() <= 1 && spans.stream().noneMatch(Terms.Span::found);
    if (plain && more == null) {
      setText(text);
      return;
    }
    HBox words = flow(spans);
    words.setMinWidth(0);
    HBox line = new HBox(8, words);
    line.setAlignment(Pos.CENTER_LEFT);
    if (more != null) {
      line.getChildren().add(more);
    }
    setGraphic(line);
  }

  /** A graphic is given the width it asks for: its end would be cut off without a sign of it. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getGraphic() instanceof HBox line) {
      double width = getWidth() - snappedLeftInset() - snappedRightInset();
      line.resizeRelocate(
          snappedLeftInset(),
          snappedTopInset(),
          Math.max(0, Math.min(width, snapSizeX(line.prefWidth(-1)))),
          getHeight() - snappedTopInset() - snappedBottomInset());
    }
  }

  private Label more(LogRow.Loaded head, int lines) {
    Label more =
        new Label(
            Texts.text("log.moreLines", lines),
            new FontIcon(head.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    more.getStyleClass().add("more-lines");
    more.setMinWidth(USE_PREF_SIZE);
    more.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            model.toggle(head.index());
            event.consume();
          }
        });
    return more;
  }

  private static HBox flow(List<Terms.Span> spans) {
    HBox flow = new HBox();
    flow.setAlignment(Pos.CENTER_LEFT);
    for (Terms.Span span : spans) {
      Label part = new Label(span.text());
      part.getStyleClass().add(span.found() ? "match" : "message-part");
      // Only the last gives way where the cell is too narrow.
      part.setMinWidth(span == spans.getLast() ? 0 : USE_PREF_SIZE);
      flow.getChildren().add(part);
    }
    return flow;
  }
}
