package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** A message's first line with what was searched for marked, and how many lines are folded. */
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
    if (empty || !(row instanceof LogRow.Loaded loaded)) {
      setAccessibleText(null);
      return;
    }
    String message = Lines.message(loaded.entry());
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    if (first.length() > MOST_SHOWN) {
      first = first.substring(0, MOST_SHOWN) + "…";
    }
    setAccessibleText(first);
    List<Terms.Span> spans = Terms.spans(first, model.terms().get());
    if (end < 0 && spans.size() <= 1 && spans.stream().noneMatch(Terms.Span::found)) {
      setText(first);
      return;
    }
    HBox line = new HBox(8, flow(spans));
    line.setAlignment(Pos.CENTER_LEFT);
    if (end >= 0) {
      Label more =
          new Label(Texts.text("log.moreLines", message.chars().filter(c -> c == '\n').count()));
      more.getStyleClass().add("more-lines");
      line.getChildren().add(more);
    }
    setGraphic(line);
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
