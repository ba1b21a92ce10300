package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.firstlook.Reading;
import dev.debrief.desktop.timeline.TimelineView;
import dev.debrief.model.Progress;
import dev.debrief.source.Dump;
import dev.debrief.source.EntrySink;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import dev.debrief.source.Inputs;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the window shows of a dump while it is being read. */
class FirstLookFlowTest extends DumpsBesideWindow {
  @BeforeEach
  void noCaseOnThePageOfTheTimeline() throws Exception {
    window.run(() -> bench().actions().cases().close());
    window.idle();
    window.go(View.TIMELINE);
  }

  @Test
  void whatIsReadShowsBeforeTheImportIsDoneAndGivesWayToTheCase() throws Exception {
    List<Boolean> seen = new ArrayList<>();
    window.run(() -> bench().firstLook().onProperty().addListener((o, old, now) -> seen.add(now)));
    window.run(() -> Drop.on(window.window.shell(), List.of(logs.toFile())));
    window.until(() -> !bench().session().conclusions().get().findings().isEmpty());
    window.idle();
    assertEquals(List.of(true, false), window.get(() -> List.copyOf(seen)));
    assertTrue(window.robot.lookup("#first-look").tryQuery().isEmpty());
  }

  @Test
  void whatIsReadIsCountedAndDrawnAndConcludesNothing() throws Exception {
    Reading reading = window.get(() -> bench().firstLook().begin().over(Progress.NONE));
    reading.at("reading a.log", 0, 0);
    EntrySink sink =
        entry -> {
          if (entry instanceof dev.debrief.model.LogRecord record) {
            reading.accept(record);
          }
        };
    for (Input input : Inputs.find(List.of(logs), InputStream.nullInputStream())) {
      Dump.read(input, ImportOptions.NONE, sink, Progress.NONE);
    }
    reading.at("writing the index", 0, 0);
    window.until(() -> window.robot.lookup("#first-look").tryQuery().isPresent());
    assertFalse(window.window.shell().overlay().isVisible());
    assertTrue(
        ((Label) window.node(".first-look-told")).getText().startsWith("First look: "),
        "how much was read is told");
    TimelineView timeline =
        window.robot.from(window.node("#first-look")).lookup(".timeline").query();
    assertTrue(timeline.model().timelineProperty().get().lane("log").isPresent());
    assertFalse(timeline.getAccessibleText().contains("No outage"), timeline.getAccessibleText());

    window.run(() -> bench().firstLook().end());
    reading.at("analysing", 0, 0);
    window.idle();
    assertTrue(window.robot.lookup("#first-look").tryQuery().isEmpty(), "it is over");
  }
}
