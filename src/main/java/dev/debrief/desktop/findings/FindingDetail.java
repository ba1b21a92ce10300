package dev.debrief.desktop.findings;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Ask;
import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.parts.Overlay;
import dev.debrief.desktop.session.LineLookup;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.desktop.text.Unbroken;
import dev.debrief.desktop.text.Wording;
import dev.debrief.model.Finding;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One finding in full: what, when, why, the lines that carry it, what would change it. */
public final class FindingDetail extends StackPane {
  private final FindingsModel model;
  private final Session session;
  private final LineLookup lookup;
  private final Overlay overlay;
  private final EmptyState none = new EmptyState(Feather.CROSSHAIR, "finding.none");

  /** Follows the selection. */
  public FindingDetail(FindingsModel model, LineLookup lookup, Overlay overlay) {
    this.model = model;
    this.session = model.session();
    this.lookup = lookup;
    this.overlay = overlay;
    getStyleClass().add("finding-detail");
    InvalidationListener refresh = changed -> refresh();
    session.selection().addListener(refresh);
    session.zone().addListener(refresh);
    session.dismissed().addListener(refresh);
    session.drafted().addListener(refresh);
    session.conclusions().addListener(refresh);
    refresh();
  }

  private void refresh() {
    if (session.selection().get() instanceof Selection.OfFinding(Finding finding)) {
      getChildren().setAll(page(finding));
    } else if (session.conclusions().get().findings().isEmpty()
        || session.selection().get() instanceof Selection.Nothing
        || getChildren().isEmpty()) {
      getChildren().setAll(none);
    }
  }

  private ScrollPane page(Finding finding) {
    Label title = new Label(Unbroken.text(finding.title()));
    title.getStyleClass().addAll(Styles.TITLE_4, "detail-title");
    title.setWrapText(true);
    FlowPane badges =
        new FlowPane(
            6,
            6,
            Badge.of(finding.severity()),
            Badge.quiet(Wording.kind(finding.kind())),
            Badge.quiet(Wording.confidence(finding.confidence())),
            Badge.quiet(finding.id()));
    Label when =
        new Label(
            Unbroken.text(
                Texts.text(
                    "finding.when",
                    Wording.when(finding, session.zone().get()),
                    Times.zone(session.zone().get()))));
    when.setWrapText(true);
    VBox page = new VBox(title, badges, when);
    page.getStyleClass().add("detail-page");
    if (!finding.machines().isEmpty()) {
      page.getChildren().add(muted(Texts.text("finding.machines", machines(finding))));
    }
    String reason = model.dismissed(finding) ? session.dismissed().get(finding.id()) : null;
    if (reason != null) {
      page.getChildren().add(muted(Texts.text("finding.dismissedFor", reason)));
    }
    page.getChildren().add(actions(finding, reason != null));
    if (session.replaying()) {
      page.getChildren().add(muted(Texts.text("replay.locked")));
    }
    Label explanation = new Label(Unbroken.text(finding.explanation()));
    explanation.setWrapText(true);
    explanation.getStyleClass().add("explanation");
    page.getChildren().addAll(heading("finding.why"), explanation);
    List<Wording.Fact> facts = Wording.facts(finding, session.zone().get());
    if (!facts.isEmpty()) {
      page.getChildren().addAll(heading("finding.numbers"), table(facts));
    }
    EvidenceList evidence = new EvidenceList(session, lookup);
    evidence.show(finding.evidence(), finding.evidenceTotal());
    Label heading = new Label(Texts.text("finding.evidence", finding.evidenceTotal()));
    heading.setWrapText(true);
    heading.getStyleClass().add("section-title");
    page.getChildren().addAll(heading, evidence);
    Label otherwise = new Label(Wording.otherwise(finding));
    otherwise.setWrapText(true);
    page.getChildren().addAll(heading("finding.otherwise"), otherwise);
    page.getChildren()
        .forEach(
            node -> {
              if (node instanceof Region region) {
                region.setMinHeight(Region.USE_PREF_SIZE);
              }
            });
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(finding.title());
    return scroll;
  }

  private FlowPane actions(Finding finding, boolean dismissed) {
    boolean drafted = model.drafted(finding);
    Button draft =
        drafted
            ? Buttons.labelled(Feather.MINUS, "finding.undraft", () -> model.draft(finding, false))
            : Buttons.suggested(Feather.PLUS, "finding.draft", () -> model.draft(finding, true));
    draft.setId("add-to-draft");
    draft.setMinWidth(Region.USE_PREF_SIZE);
    Button dismiss =
        dismissed
            ? Buttons.labelled(Feather.ROTATE_CCW, "finding.restore", () -> model.restore(finding))
            : Buttons.labelled(
                Feather.X,
                "finding.dismiss",
                () -> Ask.line(overlay, "dismiss", "", reason -> model.dismiss(finding, reason)));
    dismiss.setId("dismiss");
    dismiss.setMinWidth(Region.USE_PREF_SIZE);
    draft.setDisable(session.replaying());
    dismiss.setDisable(session.replaying());
    FlowPane row = new FlowPane(8, 8, draft, dismiss);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static GridPane table(List<Wording.Fact> facts) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    for (int i = 0; i < facts.size(); i++) {
      Label name = new Label(facts.get(i).name());
      name.getStyleClass().add("muted");
      Label value = new Label(Unbroken.text(facts.get(i).value()));
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setValignment(name, javafx.geometry.VPos.TOP);
      grid.addRow(i, name, value);
    }
    return grid;
  }

  private static String machines(Finding finding) {
    return String.join(", ", finding.machines());
  }

  private static Node heading(String key) {
    Label label = new Label(Texts.text(key));
    label.setWrapText(true);
    label.getStyleClass().add("section-title");
    return label;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }
}
