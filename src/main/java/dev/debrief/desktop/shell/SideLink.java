package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.TimeRange;
import java.util.Optional;

/** Shows beside the timeline what was asked for last: a finding, or a comparison. */
final class SideLink {
  private final Workbench bench;

  SideLink(Workbench bench) {
    this.bench = bench;
  }

  void install() {
    bench
        .session()
        .selection()
        .addListener(
            (property, before, now) -> {
              if (now instanceof Selection.OfFinding && bench.side().get() == SidePage.FINDINGS) {
                bench.side().set(SidePage.FINDING);
              }
            });
    bench
        .compare()
        .openProperty()
        .addListener(
            (property, before, now) ->
                bench.side().set(now ? SidePage.COMPARE : SidePage.FINDINGS));
    bench.timeline().requests().onCompare(this::compare);
    bench.timeline().requests().onReplay(bench.replay()::goTo);
  }

  /** Compares what is brushed, or else what is selected. */
  private void compare() {
    Optional<TimeRange> range =
        Optional.ofNullable(bench.timeline().brushes().rangeProperty().get())
            .or(bench.timeline().chosen()::range)
            .filter(some -> some.from().isBefore(some.to()));
    if (range.isEmpty()) {
      bench.hint(Texts.text("compare.brushFirst"));
      return;
    }
    bench.timeline().brushes().rangeProperty().set(range.get());
    bench.compare().compare(range.get());
  }
}
