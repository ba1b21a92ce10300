package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.desktop.session.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.Test;

/** A log longer than the stretch of it that the table holds at once. */
class LongLogTest extends DumpsBesideWindow {
  private static final Instant BEGIN = Instant.parse("2026-02-26T00:00:00Z");
  private static final int LINES = 45_000;

  @Test
  void aLineFarAwayIsSelectedAndInSight() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      lines
          .append(BEGIN.plusSeconds(i))
          .append(" app[")
          .append(CrashDump.MACHINE)
          .append("] ord [info]line number ")
          .append(i)
          .append('\n');
    }
    Path log = Files.createDirectories(folder.resolve("long")).resolve("fly-logs.txt");
    Files.writeString(log, lines);
    window.run(() -> bench().actions().drop(List.of(log.getParent())));
    window.until(() -> bench().log().matches().get() == LINES);
    window.idle();
    window.go(View.LOG);
    for (int row : new int[] {LINES - 10, 5, LINES / 2}) {
      window.run(
          () -> bench().session().selection().set(new Selection.OfInstant(BEGIN.plusSeconds(row))));
      window.until(() -> bench().log().position().get() == row);
      window.until(() -> chosen().equals("line number " + row));
      window.idle();
      assertEquals("line number " + row, window.get(this::chosen));
    }
  }

  /** What the selected row says, if it is in sight. */
  private String chosen() {
    window.window.shell().applyCss();
    window.window.shell().layout();
    return window.window.shell().lookupAll(".table-row-cell").stream()
        .filter(TableRow.class::isInstance)
        .map(row -> (TableRow<?>) row)
        .filter(row -> row.isSelected() && row.isVisible() && !row.isEmpty())
        .flatMap(row -> row.lookupAll(".message-cell").stream())
        .map(cell -> ((javafx.scene.control.Labeled) cell).getText())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}
