package dev.debrief.desktop.start;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a case begins. */
public final class StartView extends StackPane {
  /** What can be begun here. */
  public interface Actions {
    /** Asks for files and makes a case of them. */
    void newCase();

    /** Asks for a case's folder and opens it. */
    void openCase();

    /** Asks for an archive and opens it. */
    void openArchive();

    /** Opens the incident that ships with the program. */
    void openSample();
  }

  private final ObservableList<Path> recent;
  private final Consumer<Path> open;
  private final VBox cases = new VBox();

  /**
   * Shows the actions and the recent cases.
   *
   * @param open opens one of them
   */
  public StartView(Actions actions, ObservableList<Path> recent, Consumer<Path> open) {
    this.recent = recent;
    this.open = open;
    getStyleClass().add("start");
    Label title = new Label(Texts.text("start.title"));
    title.getStyleClass().add("start-title");
    Label text = new Label(Texts.text("start.text"));
    text.getStyleClass().add("start-text");
    text.setWrapText(true);
    FontIcon arrow = new FontIcon(Feather.DOWNLOAD);
    arrow.getStyleClass().add("empty-icon");
    Label drop = new Label(Texts.text("start.drop"));
    drop.getStyleClass().add("empty-title");
    Label what = new Label(Texts.text("start.dropWhat"));
    what.getStyleClass().add("muted");
    what.setWrapText(true);
    Button newCase = Buttons.suggested(Feather.FILE_PLUS, "start.new", actions::newCase);
    newCase.setId("new-case");
    VBox zone = new VBox(arrow, drop, what, newCase);
    zone.getStyleClass().add("drop-zone");
    zone.setAlignment(Pos.CENTER);
    Button sample = Buttons.labelled(Feather.PLAY_CIRCLE, "start.sample", actions::openSample);
    sample.setId("open-sample");
    FlowPane others =
        new FlowPane(
            8,
            8,
            Buttons.labelled(Feather.FOLDER, "start.open", actions::openCase),
            Buttons.labelled(Feather.ARCHIVE, "start.archive", actions::openArchive),
            sample);
    VBox left = new VBox(title, text, zone, others);
    left.getStyleClass().add("start-column");
    HBox.setHgrow(left, Priority.ALWAYS);
    Label heading = new Label(Texts.text("start.recent"));
    heading.getStyleClass().add("panel-title");
    cases.getStyleClass().add("recent");
    ScrollPane scroll = new ScrollPane(cases);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox right = new VBox(heading, scroll);
    right.getStyleClass().addAll("start-column", "start-recent");
    HBox page = new HBox(left, right);
    page.getStyleClass().add("start-page");
    page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(page);
    recent.addListener((InvalidationListener) changed -> refresh());
    refresh();
  }

  private void refresh() {
    cases.getChildren().clear();
    if (recent.isEmpty()) {
      Label none = new Label(Texts.text("start.noRecent"));
      none.setWrapText(true);
      none.getStyleClass().add("muted");
      cases.getChildren().add(none);
    }
    for (Path folder : recent) {
      Label name = new Label(String.valueOf(folder.getFileName()));
      name.getStyleClass().add("finding-title");
      Label where =
          new Label(
              Files.isDirectory(folder)
                  ? String.valueOf(folder.getParent())
                  : Texts.text("start.gone", String.valueOf(folder.getParent())));
      where.getStyleClass().add("muted");
      where.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
      Button row = new Button("", new VBox(2, name, where));
      row.getStyleClass().addAll("flat", "recent-case");
      row.setMaxWidth(Double.MAX_VALUE);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setAccessibleText(Texts.text("start.openRecent", name.getText()));
      row.setDisable(!Files.isDirectory(folder));
      row.setOnAction(event -> open.accept(folder));
      cases.getChildren().add(row);
    }
  }
}
