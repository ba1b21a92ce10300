package dev.debrief.desktop.changes;

import dev.debrief.desktop.findings.EvidenceList;
import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.session.LineLookup;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Change;
import dev.debrief.model.Finding;
import dev.debrief.model.Verdict;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The selected change in full: what it brought, who made it, what it did and why that is said. */
final class ChangeDetail extends StackPane {
  private final Session session;
  private final LineLookup lookup;

  ChangeDetail(Session session, LineLookup lookup) {
    this.session = session;
    this.lookup = lookup;
    setMinHeight(120);
    session.selection().subscribe(selection -> show());
    session.zone().subscribe(zone -> show());
  }

  private void show() {
    if (session.selection().get() instanceof Selection.OfChange(Change change)) {
      getChildren().setAll(page(change));
    } else if (session.selection().get() instanceof Selection.Nothing || getChildren().isEmpty()) {
      getChildren().setAll(new EmptyState(Feather.GIT_COMMIT, "change.none"));
    }
  }

  private ScrollPane page(Change change) {
    Label title = new Label(change.change());
    title.getStyleClass().addAll("finding-title", "detail-title");
    FlowPane head =
        new FlowPane(
            8,
            4,
            title,
            muted(Times.moment(change.moment(), session.zone().get())),
            muted(change.actor()),
            muted(change.status()));
    Verdict impact = change.impact();
    if (impact != null) {
      head.getChildren().add(1, Badge.of(impact));
    }
    head.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().removeIf(node -> node instanceof Label label && label.getText().isEmpty());
    Optional<Finding> judged =
        session.conclusions().get().findings().stream().filter(change::judgedBy).findFirst();
    VBox page = new VBox(head);
    page.getStyleClass().add("detail-page");
    // Why something is said of a change begins with what the change was.
    if (judged.filter(it -> it.explanation().startsWith(change.description())).isEmpty()) {
      page.getChildren().add(words(change.description()));
    }
    if (!change.image().isEmpty()) {
      page.getChildren().add(words(Texts.text("change.image", change.image())));
    }
    judged.ifPresent(finding -> page.getChildren().addAll(why(finding)));
    EvidenceList lines = new EvidenceList(session, lookup);
    lines.show(change.evidence(), change.evidence().size());
    page.getChildren().add(lines);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(change.change());
    return scroll;
  }

  private VBox why(Finding finding) {
    return new VBox(
        2,
        words(finding.explanation()),
        Buttons.link(
            Texts.text("change.finding", finding.id()),
            () -> session.goTo(new Selection.OfFinding(finding))));
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
