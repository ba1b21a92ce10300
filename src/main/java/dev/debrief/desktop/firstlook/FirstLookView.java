package dev.debrief.desktop.firstlook;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.timeline.TimelineView;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A page that fills while a dump is read: how far it is, and the timeline of what there is. */
public final class FirstLookView extends VBox {
  /**
   * Shows a model.
   *
   * @param size how large its words are, 1 for their common size
   * @param cancel stops the import
   */
  public FirstLookView(
      FirstLookModel model, ObservableValue<? extends Number> size, Runnable cancel) {
    setId("first-look");
    TimelineView timeline = new TimelineView(model.timeline());
    timeline.textSizeProperty().bind(size);
    VBox.setVgrow(timeline, Priority.ALWAYS);
    // There is no case yet to pin, compare or replay anything in.
    ((Pane) timeline.lookup(".corner")).getChildren().clear();
    timeline.addEventFilter(ContextMenuEvent.ANY, Event::consume);
    Label told = new Label();
    told.getStyleClass().add("first-look-told");
    told.setMinWidth(Region.USE_PREF_SIZE);
    Label follows = new Label();
    follows.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button stop = Buttons.labelled(Feather.X, "cancel", cancel);
    stop.setId("first-look-cancel");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    HBox bar = new HBox(new FontIcon(Feather.EYE), told, follows, space, stop);
    bar.getStyleClass().add("first-look-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(bar, timeline);
    Runnable tell =
        () -> {
          told.setText(Texts.text("firstlook.told", model.recordsProperty().get()));
          follows.setText(Texts.text("firstlook.follows", model.doingProperty().get()));
          // The timeline's own summary would say that no outage was found.
          timeline.setAccessibleText(told.getText() + " " + follows.getText());
        };
    model.recordsProperty().addListener((Observable changed) -> tell.run());
    model.doingProperty().addListener((Observable changed) -> tell.run());
    model.timeline().timelineProperty().addListener((Observable changed) -> tell.run());
    tell.run();
  }
}
