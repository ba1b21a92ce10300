package dev.debrief.desktop.notes;

import dev.debrief.desktop.parts.Ask;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.parts.Overlay;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Annotation;
import dev.debrief.model.Evidence;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The author's pins and notes in order of time. */
public final class NotesView extends BorderPane {
  private final Session session;
  private final NotesModel model;
  private final Overlay overlay;
  private final Runnable add;

  /**
   * Follows the session's annotations.
   *
   * @param add asks for a note on what is selected
   */
  public NotesView(Session session, NotesModel model, Overlay overlay, Runnable add) {
    this.session = session;
    this.model = model;
    this.overlay = overlay;
    this.add = add;
    InvalidationListener refresh = changed -> refresh();
    session.annotations().addListener(refresh);
    session.zone().addListener(refresh);
    refresh();
  }

  private void refresh() {
    if (session.annotations().isEmpty()) {
      setTop(null);
      setCenter(
          new EmptyState(
              Feather.MAP_PIN,
              "notes.empty",
              Buttons.suggested(Feather.MAP_PIN, "notes.add", add)));
      return;
    }
    Label title = new Label(Texts.text("notes.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(10, title, space, Buttons.labelled(Feather.PLUS, "notes.add", add));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-header");
    setTop(head);
    VBox page = new VBox();
    page.getStyleClass().add("detail-page");
    session.annotations().forEach(note -> page.getChildren().add(row(note)));
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.text("notes.title"));
    setCenter(scroll);
  }

  private HBox row(Annotation note) {
    Hyperlink when = Buttons.link(when(note), () -> go(note));
    when.getStyleClass().add("evidence-link");
    Label words = new Label(note.text().isEmpty() ? Texts.text("notes.pin") : note.text());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox middle = new VBox(2, when, words);
    Evidence evidence = note.evidence();
    if (evidence != null) {
      Label place = new Label(evidence.toString());
      place.getStyleClass().addAll("muted", "mono");
      middle.getChildren().add(place);
    }
    HBox.setHgrow(middle, Priority.ALWAYS);
    FontIcon icon =
        new FontIcon(
            switch (note.kind()) {
              case PIN -> Feather.MAP_PIN;
              case NOTE -> Feather.MESSAGE_SQUARE;
            });
    HBox row =
        new HBox(
            12,
            icon,
            middle,
            Buttons.icon(
                Feather.EDIT_2,
                "notes.edit",
                () ->
                    Ask.sentences(
                        overlay,
                        "note",
                        when(note),
                        note.text(),
                        text -> model.reword(note, text))),
            Buttons.icon(Feather.TRASH_2, "notes.remove", () -> model.remove(note)));
    row.getStyleClass().add("card");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private String when(Annotation note) {
    return Times.spanned(note.start(), note.end(), session.zone().get());
  }

  private void go(Annotation note) {
    Evidence evidence = note.evidence();
    session.goTo(
        evidence == null ? new Selection.OfInstant(note.start()) : new Selection.OfLine(evidence));
  }
}
