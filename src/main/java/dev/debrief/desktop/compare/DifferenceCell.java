package dev.debrief.desktop.compare;

import dev.debrief.analysis.compare.Aspect;
import dev.debrief.analysis.compare.Difference;
import dev.debrief.desktop.parts.Badge;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One difference: which way, what, how much. */
final class DifferenceCell extends ListCell<Difference> {
  private final Runnable act;

  DifferenceCell(java.util.function.Consumer<Difference> show) {
    this.act =
        () -> {
          Difference difference = getItem();
          if (difference != null) {
            show.accept(difference);
          }
        };
    setOnMouseClicked(event -> act.run());
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Difference difference, boolean empty) {
    super.updateItem(difference, empty);
    if (empty || difference == null) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
      return;
    }
    String kind = DifferenceWords.kind(difference);
    String name = DifferenceWords.name(difference);
    String numbers = DifferenceWords.numbers(difference);
    FontIcon icon = new FontIcon(icon(difference.kind()));
    icon.getStyleClass()
        .addAll(
            "difference",
            "difference-" + difference.kind().name().toLowerCase(java.util.Locale.ROOT));
    Label way = new Label(kind);
    way.getStyleClass().add("difference-kind");
    HBox head = new HBox(6, icon, way, Badge.quiet(DifferenceWords.aspect(difference)));
    head.setAlignment(Pos.CENTER_LEFT);
    Label what = new Label(name);
    what.setWrapText(difference.aspect() == Aspect.TEMPLATE);
    what.getStyleClass().add("difference-name");
    what.setMaxHeight(38);
    Label much = new Label(numbers);
    much.getStyleClass().add("muted");
    much.setWrapText(true);
    setGraphic(new VBox(2, head, what, much));
    String test = DifferenceWords.test(difference);
    Tooltip more = new Tooltip(difference.value() + "\n\n" + difference.text() + "\n\n" + test);
    more.setWrapText(true);
    more.setMaxWidth(560);
    setTooltip(more);
    setAccessibleText(
        kind
            + ", "
            + DifferenceWords.aspect(difference)
            + " "
            + name
            + ": "
            + numbers
            + ". "
            + test);
  }

  private static Feather icon(Difference.Kind kind) {
    return switch (kind) {
      case NEW -> Feather.PLUS_CIRCLE;
      case MISSING -> Feather.SLASH;
      case MORE -> Feather.TRENDING_UP;
      case LESS -> Feather.TRENDING_DOWN;
    };
  }
}
