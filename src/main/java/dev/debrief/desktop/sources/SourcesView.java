package dev.debrief.desktop.sources;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.parts.WrappingCell;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Source;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was imported: how every line was accounted for, what each dump covers, what to correct. */
public final class SourcesView extends BorderPane {
  private final Session session;
  private final Runnable importMore;
  private final ReadAgain readAgain;
  private final ListView<Source> list = new ListView<>();
  private Span span = Span.of(List.of());

  /** Reads a source once more with a zone and a year the user chose. */
  public interface ReadAgain {
    /** Asks the user and reads again. */
    void ask(Source source);
  }

  /** Follows the session's sources. */
  public SourcesView(Session session, Runnable importMore, ReadAgain readAgain) {
    this.session = session;
    this.importMore = importMore;
    this.readAgain = readAgain;
    list.getStyleClass().add("sources");
    list.setAccessibleText(Texts.text("sources.title"));
    list.setCellFactory(cards -> new Card());
    InvalidationListener refresh = changed -> refresh();
    session.sources().addListener(refresh);
    session.zone().addListener(refresh);
    refresh();
  }

  private void refresh() {
    if (session.sources().isEmpty()) {
      setTop(null);
      setCenter(
          new EmptyState(
              Feather.DATABASE,
              "sources.empty",
              Buttons.suggested(Feather.DOWNLOAD, "action.import", importMore)));
      return;
    }
    Label title = new Label(Texts.text("sources.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        new HBox(
            14,
            title,
            legend(),
            space,
            Buttons.labelled(Feather.DOWNLOAD, "action.import", importMore));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-header");
    setTop(head);
    span = Span.of(session.sources());
    list.setItems(FXCollections.observableArrayList(session.sources()));
    setCenter(list);
  }

  private static Node legend() {
    HBox legend = new HBox(14);
    legend.setAlignment(Pos.CENTER_LEFT);
    for (String key :
        new String[] {"records", "continuations", "duplicates", "unparsed", "blank", "coverage"}) {
      Region swatch = new Region();
      swatch.getStyleClass().addAll("swatch", "share-" + key);
      Label name = new Label(Texts.text("legend." + key), swatch);
      name.getStyleClass().add("muted");
      legend.getChildren().add(name);
    }
    return legend;
  }

  /** Only the cards in sight are built: a shipper's archive is thousands of files. */
  private final class Card extends WrappingCell<Source> {
    @Override
    protected void updateItem(@Nullable Source source, boolean empty) {
      super.updateItem(source, empty);
      setGraphic(
          empty || source == null
              ? null
              : SourceCard.of(source, span, session.zone().get(), () -> readAgain.ask(source)));
      setAccessibleText(empty || source == null ? null : source.path());
    }
  }
}
