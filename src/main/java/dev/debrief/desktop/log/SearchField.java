package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The search in Lucene's syntax: completes field names, counts the matches, says what is wrong. */
public final class SearchField extends HBox {
  private static final List<String> FIELDS =
      List.of(
          "message",
          "level",
          "provider",
          "machine",
          "region",
          "app",
          "source",
          "line",
          "format",
          "kind",
          "request_id",
          "status",
          "at",
          "part",
          "transport");

  private final TextField field = new TextField();
  // Made when first shown: a menu is a window of its own.
  private Optional<ContextMenu> completions = Optional.empty();
  private final LogModel model;

  /**
   * Sets the session's query.
   *
   * @param entered is told when a search is asked for by Enter, to show what it finds
   */
  public SearchField(LogModel model, Runnable entered) {
    this.model = model;
    getStyleClass().add("search-field");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    field.setId("search");
    field.setPromptText(Texts.text("search.prompt"));
    Buttons.name(field, Texts.text("search.name"));
    HBox.setHgrow(field, Priority.ALWAYS);
    Label count = new Label();
    count.setId("match-count");
    count.getStyleClass().add("match-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.session().query().get().isBlank() || !model.problem().get().isEmpty()
                        ? ""
                        : Texts.text("search.matches", model.matches().get()),
                model.matches(),
                model.problem(),
                model.session().query()));
    PauseTransition pause = new PauseTransition(Duration.millis(250));
    pause.setOnFinished(event -> apply());
    field
        .textProperty()
        .subscribe(
            text -> {
              pause.playFromStart();
              complete();
            });
    field.setOnAction(
        event -> {
          pause.stop();
          hideCompletions();
          apply();
          entered.run();
        });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE
              && completions.filter(ContextMenu::isShowing).isEmpty()) {
            field.clear();
            apply();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                hideCompletions();
              }
            });
    model
        .session()
        .query()
        .subscribe(
            query -> {
              // A space at its end is no other query: whoever types on wants it.
              if (!field.getText().strip().equals(query)) {
                field.setText(query);
                pause.stop();
                hideCompletions();
              }
            });
    model
        .problem()
        .subscribe(
            problem ->
                pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("wrong"), !problem.isEmpty()));
    getChildren().addAll(new FontIcon(Feather.SEARCH), field, count);
  }

  /** Puts the caret here. */
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void apply() {
    model.session().query().set(field.getText().strip());
  }

  private void complete() {
    String text = field.getText();
    int caret = text.length();
    int start = caret;
    while (start > 0
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    String word = text.substring(start, caret);
    if (!field.isFocused() || word.isEmpty()) {
      hideCompletions();
      return;
    }
    int from = start;
    List<MenuItem> items =
        FIELDS.stream()
            .filter(name -> name.startsWith(word) && !name.equals(word))
            .map(
                name -> {
                  MenuItem item = new MenuItem(name + ":   " + Texts.text("field." + name));
                  item.setOnAction(
                      event -> {
                        field.setText(text.substring(0, from) + name + ":");
                        field.end();
                      });
                  return item;
                })
            .toList();
    if (items.isEmpty()) {
      hideCompletions();
    } else {
      ContextMenu menu = completions.orElseGet(ContextMenu::new);
      completions = Optional.of(menu);
      menu.getItems().setAll(items);
      if (!menu.isShowing()) {
        menu.show(field, Side.BOTTOM, 0, 4);
      }
    }
  }

  private void hideCompletions() {
    completions.ifPresent(ContextMenu::hide);
  }
}
