package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Session;
import dev.debrief.model.TimeRange;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.stage.Window;
import javafx.util.Duration;

/** Keeps page, zoom, search, dismissals and size with the case, and brings them back. */
final class Remembering {
  private final Workbench bench;
  private final PauseTransition pause = new PauseTransition(Duration.millis(600));
  private Optional<Window> window = Optional.empty();
  private String last = "";
  private boolean restoring;

  Remembering(Workbench bench) {
    this.bench = bench;
    Session session = bench.session();
    InvalidationListener changed =
        what -> {
          if (!restoring && bench.current().get().isPresent()) {
            pause.playFromStart();
          }
        };
    session.dismissed().addListener(changed);
    session.drafted().addListener(changed);
    session.query().addListener(changed);
    bench.view().addListener(changed);
    bench.timeline().camera().viewportProperty().addListener(changed);
    bench.timeline().arrangementProperty().addListener(changed);
    bench.timeline().idleFoldedProperty().addListener(changed);
    pause.setOnFinished(event -> keep());
  }

  /** Remembers a window's size too. */
  void window(Window shown) {
    window = Optional.of(shown);
    shown.widthProperty().addListener((property, before, now) -> pause.playFromStart());
    shown.heightProperty().addListener((property, before, now) -> pause.playFromStart());
  }

  /** Brings a state back. */
  void restore(CaseState state) {
    restoring = true;
    Session session = bench.session();
    session.dismissed().putAll(state.dismissed());
    session.drafted().addAll(state.drafted());
    session.query().set(state.query());
    bench.timeline().arrangementProperty().set(state.lanes());
    bench.timeline().idleFoldedProperty().set(state.idleFolded());
    state.zoom().ifPresent(bench.timeline().camera()::show);
    bench.view().set(state.view().ofCase() ? state.view() : View.TIMELINE);
    if (state.width() > 0 && state.height() > 0) {
      window.ifPresent(
          shown -> {
            shown.setWidth(state.width());
            shown.setHeight(state.height());
          });
    }
    restoring = false;
  }

  /** Writes what is to be remembered, where it changed. */
  void keep() {
    bench
        .current()
        .get()
        .filter(open -> !open.readOnly())
        .ifPresent(
            open -> {
              String text = state().written();
              if (!text.equals(last)) {
                last = text;
                bench
                    .work()
                    .write(
                        progress -> {
                          open.put(CaseState.KEY, text);
                          return text;
                        },
                        kept -> {});
              }
            });
  }

  private CaseState state() {
    Session session = bench.session();
    TimeRange seen = bench.timeline().camera().viewportProperty().get().scale().range();
    return new CaseState(
        bench.view().get(),
        seen.from().isBefore(seen.to()) ? Optional.of(seen) : Optional.empty(),
        session.query().get(),
        session.dismissed(),
        session.drafted(),
        bench.timeline().arrangementProperty().get(),
        bench.timeline().idleFoldedProperty().get(),
        window.map(Window::getWidth).orElse(0.0),
        window.map(Window::getHeight).orElse(0.0));
  }
}
