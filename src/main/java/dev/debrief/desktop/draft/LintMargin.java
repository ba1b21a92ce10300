package dev.debrief.desktop.draft;

import dev.debrief.desktop.parts.Buttons;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import jfx.incubator.scene.control.richtext.SideDecorator;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line numbers, with a mark where the lint found something. */
final class LintMargin implements SideDecorator {
  private static final double WIDTH = 52;

  private final DraftModel model;

  LintMargin(DraftModel model) {
    this.model = model;
  }

  @Override
  public double getPrefWidth(double viewWidth) {
    return WIDTH;
  }

  @Override
  public Node getMeasurementNode(int index) {
    return cell(9999, List.of());
  }

  @Override
  public Node getNode(int index) {
    return cell(
        index + 1, model.marks().stream().filter(mark -> mark.line() == index + 1).toList());
  }

  private static Label cell(int line, List<Drafting.Mark> marks) {
    Label label = new Label(Integer.toString(line));
    label.getStyleClass().add("margin-cell");
    label.setPrefWidth(WIDTH);
    if (!marks.isEmpty()) {
      boolean grave = marks.stream().anyMatch(Drafting.Mark::grave);
      label.setGraphic(new FontIcon(grave ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE));
      label.getStyleClass().add(grave ? "margin-grave" : "margin-unsure");
      Buttons.name(
          label, marks.stream().map(Drafting.Mark::text).collect(Collectors.joining("\n")));
    }
    return label;
  }
}
