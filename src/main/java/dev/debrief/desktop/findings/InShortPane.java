package dev.debrief.desktop.findings;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The story in a few sentences; each leads to the finding it stands on. */
final class InShortPane extends TitledPane {
  private final FindingsModel model;
  private final VBox lines = new VBox();

  InShortPane(FindingsModel model) {
    this.model = model;
    setId("in-short");
    setText(Texts.text("short.title"));
    setAccessibleText(Texts.text("short.title"));
    setAnimated(false);
    getStyleClass().add("in-short");
    lines.getStyleClass().add("in-short-lines");
    setContent(lines);
    setMinHeight(Region.USE_PREF_SIZE);
    Session session = model.session();
    InvalidationListener refresh = changed -> refresh();
    session.conclusions().addListener(refresh);
    session.zone().addListener(refresh);
    refresh();
  }

  private void refresh() {
    Session session = model.session();
    lines
        .getChildren()
        .setAll(
            InShort.of(session.conclusions().get(), session.zone().get()).stream()
                .map(this::line)
                .toList());
    boolean any = !lines.getChildren().isEmpty();
    setVisible(any);
    setManaged(any);
  }

  private Node line(InShort.Sentence sentence) {
    Labeled line =
        sentence
            .finding()
            .<Labeled>map(
                finding -> {
                  Hyperlink link = Buttons.link(sentence.text(), () -> model.select(finding));
                  link.getStyleClass().add("in-short-link");
                  return link;
                })
            .orElseGet(() -> new Label(sentence.text()));
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    return line;
  }
}
