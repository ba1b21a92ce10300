package dev.debrief.desktop.findings;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Unbroken;
import java.time.ZoneId;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** The story in a few sentences; each leads to the finding it stands on. */
public final class InShortPane extends VBox {
  private final FindingsModel model;

  private InShortPane(FindingsModel model) {
    this.model = model;
    getStyleClass().add("in-short-lines");
    Session session = model.session();
    InvalidationListener refresh = changed -> refresh();
    session.conclusions().addListener(refresh);
    session.zone().addListener(refresh);
    session.dismissed().addListener(refresh);
    refresh();
  }

  /** Above something else, foldable; gone where there is nothing to tell. */
  public static TitledPane folding(FindingsModel model) {
    InShortPane lines = new InShortPane(model);
    TitledPane pane = new TitledPane(Texts.text("short.title"), lines);
    pane.setId("in-short");
    pane.setAccessibleText(Texts.text("short.title"));
    pane.setAnimated(false);
    pane.getStyleClass().add("in-short");
    pane.setMinHeight(USE_PREF_SIZE);
    pane.visibleProperty().bind(Bindings.isNotEmpty(lines.getChildren()));
    pane.managedProperty().bind(pane.visibleProperty());
    return pane;
  }

  private void refresh() {
    Session session = model.session();
    ZoneId zone = session.zone().get();
    getChildren()
        .setAll(InShort.of(model.kept(), model.setAside(), zone).stream().map(this::line).toList());
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
    line.setText(Unbroken.text(sentence.text()));
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }
}
