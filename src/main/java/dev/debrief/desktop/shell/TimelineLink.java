package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.timeline.TimelineModel;
import dev.debrief.model.Change;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Makes the timeline's selection, brush and zone the window's, both ways. */
final class TimelineLink {
  private final TimelineModel timeline;
  private final Session session;
  private final Actions actions;
  private boolean busy;

  private TimelineLink(TimelineModel timeline, Session session, Actions actions) {
    this.timeline = timeline;
    this.session = session;
    this.actions = actions;
  }

  static void between(TimelineModel timeline, Session session, Actions actions) {
    TimelineLink link = new TimelineLink(timeline, session, actions);
    session.zone().subscribe(zone -> timeline.zoneProperty().set(zone));
    session.brush().subscribe(link::brushed);
    timeline
        .brushProperty()
        .subscribe(
            brush -> session.brush().set(Objects.requireNonNullElse(brush, TimeRange.ALWAYS)));
    session.selection().subscribe(selection -> link.quietly(() -> link.show(selection)));
    timeline.findingProperty().subscribe(id -> link.quietly(() -> link.found(id)));
    timeline
        .evidenceProperty()
        .subscribe(
            line -> {
              if (line != null && timeline.findingProperty().get().isEmpty()) {
                link.quietly(() -> session.show(line));
              }
            });
    timeline.onPin(at -> actions.noteAt(at));
    timeline.onNote(at -> actions.noteAt(at));
  }

  private void brushed(TimeRange brush) {
    timeline.brushProperty().set(brush.equals(TimeRange.ALWAYS) ? null : brush);
  }

  private void found(String id) {
    if (!id.isEmpty()) {
      session.finding(id).ifPresent(session::show);
    }
  }

  private void show(Selection selection) {
    switch (selection) {
      case Selection.OfFinding(Finding finding) -> {
        timeline.select(null);
        timeline.findingProperty().set(finding.id());
        timeline.reveal(finding.start());
      }
      case Selection.OfLine(Evidence line) -> {
        timeline.select(null);
        timeline.evidenceProperty().set(line);
        actions.find(
            List.of(line),
            found ->
                found.stream()
                    .filter(entry -> entry.moment().known())
                    .findFirst()
                    .ifPresent(entry -> timeline.goTo(entry.moment().at())));
      }
      case Selection.OfChange(Change change) -> {
        timeline.select(null);
        timeline.goTo(change.moment().at());
      }
      case Selection.OfInstant(Instant at) -> {
        timeline.select(null);
        timeline.goTo(at);
      }
      case Selection.Nothing nothing -> timeline.select(null);
    }
  }

  /** One side's answer to the other's change is no change of its own. */
  private void quietly(Runnable change) {
    if (!busy) {
      busy = true;
      try {
        change.run();
      } finally {
        busy = false;
      }
    }
  }
}
