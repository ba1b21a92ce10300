package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.model.Finding;
import dev.debrief.model.Verdict;
import java.util.Optional;

/** What a picture of a view shows selected: what matters most in the case. */
final class PictureSubject {
  private PictureSubject() {}

  static void choose(Workbench bench, View view) {
    Optional<Finding> gravest = bench.findings().first();
    switch (view) {
      case TIMELINE -> {
        gravest.ifPresent(bench.findings()::select);
        bench.timeline().camera().show(bench.timeline().timelineProperty().get().focus());
      }
      case FINDINGS -> gravest.ifPresent(bench.findings()::select);
      case LOG ->
          gravest
              .flatMap(finding -> finding.evidence().stream().findFirst())
              .ifPresent(line -> bench.session().show(line));
      case CHANGES ->
          bench.session().conclusions().get().changes().stream()
              .filter(change -> change.impact() == Verdict.INTRODUCED)
              .findFirst()
              .ifPresent(change -> bench.session().selection().set(new Selection.OfChange(change)));
      case START, SOURCES, NOTES, DRAFT, SETTINGS -> {}
    }
  }
}
