package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.MachineLife.State;
import dev.debrief.model.TimeRange;
import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LifeArtTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 12;
  private static final long START = Nanos.of(Samples.START);

  /** However many phases share a column, its colours are their shares of the time. */
  @Property(tries = 60)
  void aColumnShowsWhatShareOfItsTimeAMachineSpentInEachState(
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 3, max = 60) int perColumn) {
    SplittableRandom random = new SplittableRandom(seed);
    double upShare = 0.2 + random.nextDouble() * 0.6;
    List<Mark> marks = new ArrayList<>();
    long column = 1_000_000_000L;
    long cycle = column / perColumn;
    for (long at = 0; at < column * WIDTH / 2; at += cycle) {
      long up = at + (long) (cycle * upShare);
      marks.add(life(State.UP, at, up));
      marks.add(life(State.DOWN, up, at + cycle));
    }
    BufferedImage drawn = drawn(marks, column * WIDTH / 2);
    int up = Palette.light().of(Ink.UP);
    for (int x = 40; x < WIDTH - 40; x += 7) {
      int seen = 0;
      for (int y = 0; y < HEIGHT; y++) {
        seen += drawn.getRGB(x, y) == up ? 1 : 0;
      }
      assertEquals(upShare * HEIGHT, seen, 12.0 * HEIGHT / Math.max(12, perColumn) + 1.1);
    }
  }

  @Test
  void sumsTellTheTimeInEachStateBetweenPhases() {
    Track track =
        Track.of(
            List.of(
                life(State.UP, 0, 10),
                life(State.DOWN, 10, 14),
                life(State.UP, 14, 15),
                life(State.DOWN, 15, 15)));
    LifeSums sums = LifeSums.of(track);
    assertEquals(11, sums.between(State.UP.ordinal(), 0, 4));
    assertEquals(1, sums.between(State.UP.ordinal(), 1, 4));
    assertTrue(sums.between(State.DOWN.ordinal(), 3, 4) > 0, "an instant was there too");
    assertEquals(State.DOWN.ordinal(), sums.state(1));
  }

  private static Mark life(State state, long from, long to) {
    return new Mark.Life(
        new TimeRange(Nanos.instant(START + from), Nanos.instant(START + to)),
        "m1",
        state,
        Basis.NONE);
  }

  private static BufferedImage drawn(List<Mark> marks, long span) {
    TimeScale scale =
        TimeScale.of(new TimeRange(Nanos.instant(START), Nanos.instant(START + span)), WIDTH);
    try (ImagePen pen = new ImagePen(WIDTH, HEIGHT, 1)) {
      Sheet sheet =
          new Sheet(
              pen,
              Palette.light(),
              new Viewport(WIDTH, HEIGHT, 0, scale, 0, ZoneOffset.UTC),
              Emphasis.NONE);
      pen.fill(0, 0, WIDTH, HEIGHT, Palette.light().of(Ink.SURFACE));
      Track track = Track.of(marks);
      LifeArt.draw(sheet, track, LifeSums.of(track), 0, HEIGHT);
      return pen.image();
    }
  }
}
