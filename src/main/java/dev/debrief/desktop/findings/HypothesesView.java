package dev.debrief.desktop.findings;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.session.LineLookup;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Hypothesis;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Candidate causes with what speaks for and against each, and what would decide it. */
public final class HypothesesView extends StackPane {
  private static final int LINES_AT_FIRST = 2;

  private final Session session;
  private final LineLookup lookup;

  /** Follows the session's conclusions. */
  public HypothesesView(Session session, LineLookup lookup) {
    this.session = session;
    this.lookup = lookup;
    session
        .conclusions()
        .subscribe(conclusions -> show(conclusions.hypotheses(), conclusions.unknowns()));
  }

  private void show(List<Hypothesis> hypotheses, List<String> unknowns) {
    if (hypotheses.isEmpty() && unknowns.isEmpty()) {
      getChildren().setAll(new EmptyState(Feather.HELP_CIRCLE, "hypotheses.empty"));
      return;
    }
    VBox page = new VBox();
    page.getStyleClass().addAll("detail-page", "hypotheses");
    hypotheses.forEach(hypothesis -> page.getChildren().add(card(hypothesis)));
    if (!unknowns.isEmpty()) {
      page.getChildren().add(title("hypotheses.unknowns"));
      unknowns.forEach(unknown -> page.getChildren().add(sentence("• " + unknown)));
    }
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Texts.text("hypotheses.title"));
    getChildren().setAll(scroll);
  }

  private VBox card(Hypothesis hypothesis) {
    Label title = new Label(hypothesis.title());
    title.setWrapText(true);
    title.getStyleClass().add("finding-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Label standing = Badge.of(hypothesis.standing());
    standing.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(10, title, standing);
    head.setAlignment(Pos.TOP_LEFT);
    VBox card = new VBox(head);
    card.getStyleClass().add("card");
    arguments(card, "hypotheses.for", hypothesis.support());
    arguments(card, "hypotheses.against", hypothesis.refutation());
    if (!hypothesis.decide().isEmpty()) {
      card.getChildren().addAll(title("hypotheses.decide"), sentence(hypothesis.decide()));
    }
    if (!hypothesis.command().isEmpty()) {
      card.getChildren().add(command(hypothesis.command()));
    }
    card.getChildren()
        .forEach(
            node -> {
              if (node instanceof Region region) {
                region.setMinHeight(Region.USE_PREF_SIZE);
              }
            });
    return card;
  }

  private void arguments(VBox card, String key, List<Hypothesis.Argument> arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    card.getChildren().add(title(key));
    for (Hypothesis.Argument argument : arguments) {
      EvidenceList lines = new EvidenceList(session, lookup);
      lines.show(argument.evidence(), argument.evidence().size(), LINES_AT_FIRST);
      card.getChildren().addAll(sentence(argument.text()), lines);
    }
  }

  private static HBox command(String command) {
    TextField field = new TextField(command);
    field.setEditable(false);
    field.getStyleClass().add("command");
    field.setAccessibleText(Texts.text("hypotheses.command"));
    HBox.setHgrow(field, Priority.ALWAYS);
    Button copy =
        Buttons.icon(
            Feather.COPY,
            "hypotheses.copy",
            () -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(command);
              Clipboard.getSystemClipboard().setContent(content);
            });
    HBox row = new HBox(4, field, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label title(String key) {
    Label label = new Label(Texts.text(key));
    label.getStyleClass().addAll("section-title", Styles.TEXT_SMALL);
    return label;
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
