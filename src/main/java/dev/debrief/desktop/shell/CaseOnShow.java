package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.timeline.TimelineModel;
import dev.debrief.model.Conclusions;
import dev.debrief.model.TimeRange;
import java.util.Map;
import javafx.beans.InvalidationListener;

/** Puts what a case holds before the views, and takes it away. */
final class CaseOnShow {
  private final Workbench bench;
  private boolean showing;

  CaseOnShow(Workbench bench) {
    this.bench = bench;
    bench
        .session()
        .annotations()
        .addListener(
            (InvalidationListener)
                changed -> {
                  if (!showing) {
                    bench.withCase(this::drawAgain);
                  }
                });
  }

  /** Pins and notes stand in the timeline too. */
  private void drawAgain(OpenCase open) {
    bench
        .work()
        .write(
            open::timeline,
            timeline -> {
              if (bench.current().get().filter(open::equals).isPresent()) {
                bench.replay().renewed(timeline);
              }
            });
  }

  /** Shows no case. */
  void clear() {
    bench.compare().close();
    bench.replay().close();
    Session session = bench.session();
    session.edits().clear();
    session.selection().set(Selection.NONE);
    session.brush().set(TimeRange.ALWAYS);
    session.query().set("");
    session.dismissed().clear();
    session.drafted().clear();
    session.sources().clear();
    session.annotations().clear();
    session.conclusions().set(Conclusions.NONE);
    bench.timeline().timelineProperty().set(TimelineModel.EMPTY);
    bench.log().close();
    bench.draft().close();
    bench.notes().close();
    if (bench.current().get().isEmpty()) {
      bench.title().set(Texts.text("app.name"));
    }
  }

  /** Shows what a case holds now. */
  void show(OpenCase.Contents contents) {
    showing = true;
    bench.replay().leave();
    Session session = bench.session();
    session.sources().setAll(contents.sources());
    session.annotations().setAll(contents.annotations());
    session.conclusions().set(contents.conclusions());
    bench.timeline().timelineProperty().set(contents.timeline());
    bench.log().open(contents.index());
    bench.withCase(
        open -> {
          bench.notes().open(open);
          bench.compare().open(open);
          bench.replay().open(open);
          bench
              .draft()
              .open(new DraftDesk(open, () -> Map.copyOf(session.dismissed()), bench::redaction));
          if (bench.view().get() == View.DRAFT && !contents.sources().isEmpty()) {
            bench.draft().load();
          }
        });
    showing = false;
  }
}
