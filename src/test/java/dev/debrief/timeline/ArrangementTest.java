package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrangementTest {
  private final Scene scene = Scene.of(Samples.outage());

  @Test
  void pinnedLanesStandFirstAndDoNotScroll() {
    Rows rows = Rows.of(scene, Arrangement.DEFAULT.togglePin("silence:Postgrex"));
    assertEquals("silence:Postgrex", lanes(rows).getFirst());
    assertTrue(rows.pinnedHeight() > 0);
  }

  @Test
  void hiddenLanesAreGoneUntilAllAreShown() {
    Arrangement hidden = Arrangement.DEFAULT.toggleHidden("outage");
    assertTrue(!lanes(Rows.of(scene, hidden)).contains("outage"));
    assertTrue(lanes(Rows.of(scene, hidden.withAllShown())).contains("outage"));
  }

  @Test
  void foldedKindsTakeLittleRoom() {
    Rows open = Rows.of(scene, Arrangement.DEFAULT);
    Rows folded = Rows.of(scene, Arrangement.DEFAULT.toggleFold(LaneKind.ERROR));
    assertTrue(folded.height() < open.height() - 60);
    assertEquals(lanes(open), lanes(folded));
  }

  @Test
  void aFilterLooksAtTitlesAndKinds() {
    assertEquals(
        List.of("silence:Postgrex"),
        lanes(Rows.of(scene, Arrangement.DEFAULT.withFilter("postgr"))));
    assertEquals(2, lanes(Rows.of(scene, Arrangement.DEFAULT.withFilter("signals"))).size());
  }

  @Test
  void movedLanesKeepTheirOrderAmongTheirKind() {
    List<String> wanted = List.of("machine:865d14fe30d228", "machine:17817e62f16438");
    List<String> lanes = lanes(Rows.of(scene, Arrangement.DEFAULT.withOrder(wanted)));
    assertTrue(lanes.indexOf(wanted.get(0)) < lanes.indexOf(wanted.get(1)));
    assertEquals("outage", lanes.getFirst());
  }

  private static List<String> lanes(Rows rows) {
    return rows.rows().stream()
        .filter(Rows.Body.class::isInstance)
        .map(row -> ((Rows.Body) row).lane().id())
        .toList();
  }
}
