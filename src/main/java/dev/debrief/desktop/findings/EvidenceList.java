package dev.debrief.desktop.findings;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.session.LineLookup;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The lines a reader would check; each jumps to its place in the log and the timeline. */
public final class EvidenceList extends VBox {
  private static final int LONGEST = 240;
  private static final int SHOWN_AT_FIRST = 8;

  private final Session session;
  private final LineLookup lookup;
  private List<Evidence> shown = List.of();

  /** No lines yet. */
  public EvidenceList(Session session, LineLookup lookup) {
    this.session = session;
    this.lookup = lookup;
    getStyleClass().add("evidence-list");
  }

  /** Shows the first of these lines, of so many in all. */
  public void show(List<Evidence> evidence, int total) {
    show(evidence, total, SHOWN_AT_FIRST);
  }

  void show(List<Evidence> evidence, int total, int most) {
    List<Evidence> first = evidence.subList(0, Math.min(most, evidence.size()));
    shown = first;
    getChildren().clear();
    for (Evidence line : first) {
      getChildren().add(row(line));
    }
    if (evidence.size() > first.size()) {
      getChildren()
          .add(
              Buttons.link(
                  Texts.text("evidence.more", evidence.size() - first.size()),
                  () -> show(evidence, total, evidence.size())));
    } else if (total > evidence.size()) {
      Label rest = new Label(Texts.text("evidence.total", evidence.size(), total));
      rest.getStyleClass().add("muted");
      rest.setWrapText(true);
      getChildren().add(rest);
    }
    lookup.find(first, found -> fill(first, found));
  }

  private VBox row(Evidence line) {
    Hyperlink place = Buttons.link(line.toString(), () -> session.goTo(new Selection.OfLine(line)));
    place.getStyleClass().add("evidence-link");
    VBox row = new VBox(place);
    row.getStyleClass().add("evidence-row");
    return row;
  }

  private void fill(List<Evidence> asked, List<Entry> found) {
    if (!asked.equals(shown)) {
      return;
    }
    for (Entry entry : found) {
      int at = asked.indexOf(entry.evidence());
      if (at >= 0 && getChildren().get(at) instanceof VBox row && row.getChildren().size() == 1) {
        String first = shortened(Lines.message(entry).lines().findFirst().orElse(""));
        Label text = new Label(Times.moment(entry.moment(), session.zone().get()) + "  " + first);
        text.getStyleClass().add("evidence-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        row.getChildren().add(text);
      }
    }
  }

  /** Enough to know the line again; all of it stands in the log. */
  private static String shortened(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
