package dev.debrief.desktop.findings;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.WrappingCell;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Unbroken;
import dev.debrief.desktop.text.Wording;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the list: a kind's heading, or a finding with its title, time and standing. */
final class FindingCell extends WrappingCell<FindingRow> {
  private static final PseudoClass DISMISSED = PseudoClass.getPseudoClass("dismissed");
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private final FindingsModel model;

  FindingCell(FindingsModel model) {
    this.model = model;
    setOnMouseClicked(
        event -> {
          if (!isEmpty() && getItem() instanceof FindingRow.Group group) {
            model.fold(group.chapter());
          }
        });
  }

  @Override
  protected void updateItem(FindingRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(DISMISSED, row instanceof FindingRow.One one && one.dismissed());
    pseudoClassStateChanged(GROUP, !empty && row instanceof FindingRow.Group);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case FindingRow.Group group -> showGroup(group);
      case FindingRow.One one -> showFinding(one);
    }
  }

  private void showGroup(FindingRow.Group group) {
    Label name = new Label(Wording.chapter(group.chapter()));
    name.getStyleClass().add("group-name");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    FontIcon fold = new FontIcon(group.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
    HBox line = new HBox(6, fold, name, space, Badge.quiet(Texts.text("number", group.count())));
    line.setAlignment(Pos.CENTER_LEFT);
    setGraphic(line);
    setAccessibleText(
        Texts.text(
            group.folded() ? "findings.group.folded" : "findings.group.open",
            Wording.chapter(group.chapter()),
            group.count()));
  }

  private void showFinding(FindingRow.One row) {
    Finding finding = row.finding();
    Session session = model.session();
    FontIcon icon =
        new FontIcon(
            switch (finding.severity()) {
              case CRITICAL -> Feather.ALERT_OCTAGON;
              case WARNING -> Feather.ALERT_TRIANGLE;
              case INFO -> Feather.INFO;
            });
    icon.getStyleClass().add("severity-" + lower(finding.severity()));
    Label title = new Label(Unbroken.text(finding.title()));
    title.getStyleClass().add("finding-title");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label when = new Label(Unbroken.text(Wording.when(finding, session.zone().get())));
    when.getStyleClass().add("muted");
    when.setWrapText(true);
    when.setMinHeight(Region.USE_PREF_SIZE);
    HBox under = new HBox(8, when);
    under.setAlignment(Pos.TOP_LEFT);
    if (row.drafted()) {
      under.getChildren().add(standing("findings.drafted"));
    }
    if (row.dismissed()) {
      under.getChildren().add(standing("findings.dismissed"));
    }
    VBox words = new VBox(2, title, under);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(10, icon, words);
    line.getStyleClass().add("finding-line");
    setGraphic(line);
    setAccessibleText(
        String.join(
            ", ",
            finding.id(),
            Texts.text("severity." + lower(finding.severity())),
            finding.title(),
            when.getText()));
  }

  private static Label standing(String key) {
    Label badge = Badge.quiet(Texts.text(key));
    badge.setMinWidth(USE_PREF_SIZE);
    return badge;
  }

  private static String lower(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
