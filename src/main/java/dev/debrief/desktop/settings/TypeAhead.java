package dev.debrief.desktop.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Finds one of six hundred time zones by the letters of its city that are typed. */
final class TypeAhead {
  private final ComboBox<String> box;
  private String typed = "";

  private TypeAhead(ComboBox<String> box) {
    this.box = box;
  }

  /** Lets a closed or an open list be searched by typing. */
  static void on(ComboBox<String> box) {
    TypeAhead search = new TypeAhead(box);
    box.addEventHandler(KeyEvent.KEY_TYPED, search::typed);
    box.addEventHandler(KeyEvent.KEY_PRESSED, search::pressed);
    box.focusedProperty().subscribe(() -> search.typed = "");
  }

  private void pressed(KeyEvent event) {
    if (event.getCode().isNavigationKey() || event.getCode() == KeyCode.ENTER) {
      typed = "";
    }
  }

  private void typed(KeyEvent event) {
    String letter = event.getCharacter();
    if (event.isShortcutDown() || letter.isBlank() || Character.isISOControl(letter.charAt(0))) {
      return;
    }
    Optional<String> found = first(box.getItems(), typed + letter);
    typed = found.isPresent() ? typed + letter : letter;
    found.or(() -> first(box.getItems(), letter)).ifPresent(this::choose);
    event.consume();
  }

  private void choose(String zone) {
    box.setValue(zone);
    if (box.isShowing()
        && box.getSkin() instanceof ComboBoxListViewSkin<?> skin
        && skin.getPopupContent() instanceof ListView<?> list) {
      list.scrollTo(box.getItems().indexOf(zone));
    }
  }

  /** Of those whose city begins so, else of those whose region does. */
  static Optional<String> first(List<String> zones, String letters) {
    String wanted = letters.toLowerCase(Locale.ROOT);
    return zones.stream()
        .filter(zone -> city(zone).startsWith(wanted))
        .findFirst()
        .or(
            () ->
                zones.stream()
                    .filter(zone -> zone.toLowerCase(Locale.ROOT).startsWith(wanted))
                    .findFirst());
  }

  private static String city(String zone) {
    return zone.substring(zone.lastIndexOf('/') + 1).replace("_", "").toLowerCase(Locale.ROOT);
  }
}
