package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.timeline.TimelineModel;
import dev.debrief.model.Change;
import dev.debrief.model.Entry;
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
        .brushes()
        .rangeProperty()
        .subscribe(
            brush -> session.brush().set(Objects.requireNonNullElse(brush, TimeRange.ALWAYS)));
    session.selection().subscribe(selection -> link.quietly(() -> link.show(selection)));
    timeline.chosen().findingProperty().subscribe(id -> link.quietly(() -> link.found(id)));
    timeline
        .chosen()
        .evidenceProperty()
        .subscribe(
            line -> {
              if (line != null && timeline.chosen().findingProperty().get().isEmpty()) {
                link.quietly(() -> session.show(line));
              }
            });
    timeline.requests().onPin(actions::pinAt);
    timeline.requests().onNote(actions::noteAt);
    timeline
        .requests()
        .onLookup(
            (line, told) ->
                actions.find(
                    List.of(line),
                    found -> found.stream().findFirst().map(Entry::moment).ifPresent(told)));
  }

  private void brushed(TimeRange brush) {
    timeline.brushes().rangeProperty().set(brush.equals(TimeRange.ALWAYS) ? null : brush);
  }

  private void found(String id) {
    if (!id.isEmpty()) {
      session.finding(id).ifPresent(session::show);
    }
  }

  private void show(Selection selection) {
    switch (selection) {
      case Selection.OfFinding(Finding finding) -> {
        timeline.chosen().select(null);
        timeline.chosen().findingProperty().set(finding.id());
        timeline.camera().reveal(finding.start());
      }
      case Selection.OfLine(Evidence line) -> {
        timeline.chosen().select(null);
        timeline.chosen().evidenceProperty().set(line);
        actions.find(
            List.of(line),
            found ->
                found.stream()
                    .filter(entry -> entry.moment().known())
                    .findFirst()
                    .ifPresent(entry -> timeline.goTo(entry.moment().at())));
      }
      case Selection.OfChange(Change change) -> {
        timeline.chosen().select(null);
        timeline.goTo(change.moment().at());
      }
      case Selection.OfInstant(Instant at) -> {
        timeline.chosen().select(null);
        timeline.goTo(at);
      }
      case Selection.Nothing nothing -> timeline.chosen().select(null);
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
