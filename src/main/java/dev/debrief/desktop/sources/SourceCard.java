package dev.debrief.desktop.sources;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One source: where its lines went, what it covers, what is to be known of it. */
final class SourceCard {
  private SourceCard() {}

  /**
   * The card of a source.
   *
   * @param span the time that all sources cover
   * @param zone that its times are told in
   * @param readAgain asks how to read it once more
   */
  static VBox of(Source source, Span span, ZoneId zone, Runnable readAgain) {
    Label name = new Label(source.path());
    name.getStyleClass().add("finding-title");
    // Of a long path the end tells most; what stands beside it stays whole.
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    // One on every card: as quiet as can be.
    Button again = Buttons.labelled(Feather.REFRESH_CW, "sources.again", readAgain);
    again.getStyleClass().add(Styles.FLAT);
    HBox head =
        new HBox(
            8,
            name,
            Badge.quiet(source.format()),
            Badge.quiet(size(source.bytes())),
            Badge.quiet(Texts.text("sources.zone", source.zone())),
            space,
            again);
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

  private static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    return bytes < 1024 * 1024
        ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
  }
}
