package dev.debrief.desktop.sources;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was imported: how every line was accounted for, what each dump covers, what to correct. */
public final class SourcesView extends BorderPane {
  private final Session session;
  private final Runnable importMore;
  private final ReadAgain readAgain;

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
    VBox page = new VBox();
    page.getStyleClass().addAll("detail-page", "sources");
    Span span = Span.of(session);
    session.sources().forEach(source -> page.getChildren().add(card(source, span)));
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.text("sources.title"));
    setCenter(scroll);
  }

  private VBox card(Source source, Span span) {
    ZoneId zone = session.zone().get();
    Label name = new Label(source.path());
    name.getStyleClass().add("finding-title");
    // Of a long path the end tells most; what stands beside it stays whole.
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        new HBox(
            8,
            name,
            Badge.quiet(source.format()),
            Badge.quiet(size(source.bytes())),
            Badge.quiet(Texts.text("sources.zone", source.zone())),
            space,
            Buttons.labelled(Feather.REFRESH_CW, "sources.again", () -> readAgain.ask(source)));
    head.getChildren()
        .forEach(
            part -> {
              if (part != name && part != space && part instanceof Region whole) {
                whole.setMinWidth(Region.USE_PREF_SIZE);
              }
            });
    head.setAlignment(Pos.CENTER_LEFT);
    Accounting accounting = Accounting.of(source);
    StringBuilder spoken = new StringBuilder();
    for (Accounting.Part part : accounting.parts()) {
      if (part.lines() > 0) {
        spoken
            .append(spoken.isEmpty() ? "" : " · ")
            .append(Texts.text("accounting." + part.key(), part.lines()));
      }
    }
    ShareBar bar = new ShareBar(spoken.toString());
    double at = 0;
    for (Accounting.Part part : accounting.parts()) {
      if (part.lines() > 0) {
        bar.add("share-" + part.key(), at, at + part.share());
        at += part.share();
      }
    }
    Label lines = new Label(Texts.text("sources.lines", source.lines()) + ": " + spoken);
    lines.getStyleClass().add("muted");
    lines.setWrapText(true);
    VBox card = new VBox(head, bar, lines);
    card.getStyleClass().add("card");
    Instant first = source.first();
    Instant last = source.last();
    if (first != null && last != null) {
      String covers =
          first.equals(last)
              ? Texts.text("sources.coversInstant", Times.second(first, zone))
              : Texts.text(
                  "sources.covers",
                  Times.range(first, last, zone),
                  Times.duration(Duration.between(first, last)));
      ShareBar coverage = new ShareBar(covers);
      coverage.add("share-coverage", span.share(first), span.share(last));
      Label words = new Label(covers);
      words.getStyleClass().add("muted");
      card.getChildren().addAll(coverage, words);
    }
    source.notes().forEach(note -> card.getChildren().add(note(note)));
    return card;
  }

  private static HBox note(Source.Note note) {
    FontIcon icon =
        new FontIcon(
            switch (note.kind()) {
              case LIMIT -> Feather.SCISSORS;
              case INFERRED -> Feather.COMPASS;
              case WARNING -> Feather.ALERT_TRIANGLE;
            });
    icon.getStyleClass().add("note-" + note.kind().name().toLowerCase(Locale.ROOT));
    String place = note.line() > 0 ? Texts.text("sources.line", note.line()) + " " : "";
    Label text =
        new Label(place + note.text() + (note.remedy().isEmpty() ? "" : " → " + note.remedy()));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, icon, text);
    row.getStyleClass().add("source-note");
    return row;
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

  private static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    return bytes < 1024 * 1024
        ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
  }

  /** From the first moment of any source to the last. */
  private record Span(Instant from, Instant to) {
    static Span of(Session session) {
      Instant from =
          session.sources().stream()
              .map(Source::first)
              .filter(Objects::nonNull)
              .min(Instant::compareTo)
              .orElse(Instant.EPOCH);
      Instant to =
          session.sources().stream()
              .map(Source::last)
              .filter(Objects::nonNull)
              .max(Instant::compareTo)
              .orElse(Instant.EPOCH);
      return new Span(from, to);
    }

    double share(Instant at) {
      double all = Math.max(1, Duration.between(from, to).toMillis());
      return Duration.between(from, at).toMillis() / all;
    }
  }
}
