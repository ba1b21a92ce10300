package dev.debrief.desktop.draft;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.StringConverter;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The report: Markdown beside how it reads, the lint's marks in the margin and in a list. */
public final class DraftView extends BorderPane {
  /** The forms in which a draft leaves the program. */
  public enum Export {
    MARKDOWN,
    HTML,
    PRINT,
    CSV,
    PICTURE
  }

  private final DraftModel model;
  private final CodeArea editor = Editor.create();
  private final MarkdownPreview preview;
  private final ListView<Drafting.Mark> marks = new ListView<>();
  private final PauseTransition read = new PauseTransition(Duration.millis(150));
  private boolean taking;

  /** Shows the model's text. */
  public DraftView(DraftModel model, Consumer<Export> export) {
    this.model = model;
    getStyleClass().add("draft");
    preview =
        new MarkdownPreview(
            new MarkdownNodes(
                this::footnote,
                this::source,
                this::place,
                words -> model.evidenceIn(words).isPresent()));
    editor.setId("draft-editor");
    editor.setWrapText(true);
    editor.setHighlightCurrentParagraph(true);
    editor.setSyntaxDecorator(new MarkdownColours());
    editor.setLeftDecorator(new LintMargin(model));
    editor.setContentPadding(new javafx.geometry.Insets(8));
    editor.setAccessibleText(Texts.text("draft.editor"));
    marks.setId("lint");
    marks.setItems(model.marks());
    marks.setAccessibleText(Texts.text("draft.lint"));
    marks.setCellFactory(list -> new MarkCell());
    marks.setPrefHeight(130);
    marks.setMinHeight(60);
    marks
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            mark -> {
              if (mark != null) {
                show(mark.line() - 1);
                mark.evidence().stream().findFirst().ifPresent(model.session()::show);
              }
            });
    SplitPane sides = new SplitPane(editor, preview);
    sides.setDividerPositions(0.5);
    read.setOnFinished(event -> read());
    setTop(header(export));
    setCenter(
        new EmptyState(
            Feather.EDIT_3,
            "draft.empty",
            Buttons.suggested(Feather.EDIT_3, "draft.write", model::load)));
    model
        .written()
        .subscribe(
            written -> {
              if (written) {
                setCenter(sides);
              }
            });
    model.text().subscribe(this::take);
    model.red().subscribe(preview::red);
    editor
        .getModel()
        .addListener(
            change -> {
              if (!taking && change.isEdit()) {
                model.text().set(editor.getText());
              }
            });
    model.caret().subscribe(line -> show(line.intValue()));
    model
        .marks()
        .addListener(
            (ListChangeListener<Drafting.Mark>)
                change -> {
                  editor.setLeftDecorator(new LintMargin(model));
                  setBottom(model.marks().isEmpty() ? null : marks);
                });
  }

  private HBox header(Consumer<Export> export) {
    Label title = new Label(Texts.text("draft.title"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    ChoiceBox<String> template = new ChoiceBox<>(model.templates());
    template.setId("template");
    template.setMinWidth(170);
    template.setAccessibleText(Texts.text("draft.template"));
    template.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String name) {
            return name == null ? "" : Texts.textOr("template." + name, name);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    template.valueProperty().bindBidirectional(model.template());
    template.setOnShowing(event -> model.refreshTemplates());
    Label verdict = new Label();
    verdict.setId("lint-verdict");
    verdict.getStyleClass().add("muted");
    Runnable tell = () -> verdict.setText(model.verdict());
    model.marks().addListener((javafx.beans.InvalidationListener) changed -> tell.run());
    model.checked().subscribe(tell);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    MenuButton out = new MenuButton(Texts.text("draft.export"), new FontIcon(Feather.SHARE));
    out.setId("export");
    out.setMinWidth(Region.USE_PREF_SIZE);
    out.setAccessibleText(Texts.text("draft.export"));
    for (Export kind : Export.values()) {
      MenuItem item = new MenuItem(Texts.text("export." + kind.name().toLowerCase(Locale.ROOT)));
      item.setOnAction(event -> export.accept(kind));
      out.getItems().add(item);
    }
    out.disableProperty().bind(model.written().map(written -> !written));
    MenuButton earlier = new MenuButton("", new FontIcon(Feather.CLOCK));
    earlier.setId("draft-versions");
    earlier.setAccessibleText(Texts.text("draft.versions"));
    earlier.setTooltip(new Tooltip(Texts.text("draft.versions")));
    model.versions().addListener((javafx.beans.InvalidationListener) changed -> offer(earlier));
    offer(earlier);
    HBox line =
        new HBox(
            10,
            title,
            template,
            Buttons.labelled(Feather.REFRESH_CW, "draft.again", model::refresh),
            earlier,
            verdict,
            space,
            out);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("panel-header");
    return line;
  }

  /** The versions to go back to, newest first. */
  private void offer(MenuButton earlier) {
    earlier.setDisable(model.versions().isEmpty());
    earlier.getItems().clear();
    for (DraftHistory.Version version : model.versions().reversed()) {
      MenuItem item = new MenuItem(Times.second(version.at(), model.session().zone().get()));
      item.setOnAction(event -> model.bringBack(version));
      earlier.getItems().add(item);
    }
  }

  /** Colours the text anew: the editor keeps those of the theme that it was drawn in. */
  public void recolour() {
    editor.setSyntaxDecorator(new MarkdownColours());
    editor.setLeftDecorator(new LintMargin(model));
  }

  /** The text is parsed aside: a long one takes longer than a key. */
  private void read() {
    String text = model.text().get();
    model
        .session()
        .work()
        .aside(
            progress -> MarkdownBlock.read(text),
            blocks -> {
              if (model.text().get().equals(text)) {
                preview.show(blocks);
              }
            });
  }

  private void take(String text) {
    read.playFromStart();
    if (!editor.getText().equals(text)) {
      taking = true;
      editor.setText(text);
      editor.select(TextPos.ZERO);
      taking = false;
    }
  }

  private void show(int line) {
    if (line >= 0 && line < editor.getParagraphCount()) {
      // The caret's line is highlighted. A range would be lost on the control where its page is
      // hidden.
      editor.select(TextPos.ofLeading(line, 0));
    }
  }

  private void footnote(String label) {
    List<String> lines = model.text().get().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("[^" + label + "]:")) {
        show(i);
        model.evidenceIn(lines.get(i)).ifPresent(model.session()::show);
        return;
      }
    }
  }

  /** From where it is defined, a footnote leads to its line in the log. */
  private void source(String label) {
    model
        .text()
        .get()
        .lines()
        .filter(line -> line.startsWith("[^" + label + "]:"))
        .findFirst()
        .ifPresent(this::place);
  }

  private void place(String words) {
    Session session = model.session();
    model.evidenceIn(words).ifPresent(line -> session.goTo(new Selection.OfLine(line)));
  }

  /** The report as one page of a width, for the printer. */
  public Region page(double width) {
    return preview.page(width);
  }

  private static final class MarkCell extends ListCell<Drafting.Mark> {
    @Override
    protected void updateItem(Drafting.Mark mark, boolean empty) {
      super.updateItem(mark, empty);
      if (empty || mark == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      FontIcon icon = new FontIcon(mark.grave() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE);
      icon.getStyleClass().add(mark.grave() ? "severity-critical" : "severity-warning");
      setGraphic(icon);
      setText(Texts.text("draft.mark", mark.line(), mark.text()));
    }
  }
}
