package dev.debrief.bench;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Starts a command and watches the screen, from outside as its user does: the moment at which the
 * window is first drawn, and that of the last change before the screen stands still.
 *
 * <p>{@code java … WindowStart COMMAND…} prints {@code first} and {@code last}, seconds from the
 * start of the command and seconds of processor time of the command until then. Ends the command.
 * Needs a display on which little else is drawn, such as one of Xvfb.
 */
public final class WindowStart {
  private static final int LOOK_EVERY_MS = 15;
  private static final long STILL_NS = 4_000_000_000L;
  private static final long LONGEST_NS = 60_000_000_000L;

  /** A cursor that blinks changes less; the first page of a window, or a timeline, much more. */
  private static final double CHANGED = 0.02;

  private WindowStart() {}

  private record Moment(double seconds, double processor) {}

  /** {@code COMMAND…}. */
  public static void main(String[] args) throws Exception {
    if (GraphicsEnvironment.isHeadless()) {
      System.err.println("WindowStart: there is no display");
      System.exit(2);
    }
    Robot robot = new Robot();
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    int[] before = look(robot, screen);
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(List.of(args))
            .redirectOutput(new File("/dev/null"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Moment first = null;
    Moment last = null;
    long changed = began;
    while (last == null || System.nanoTime() - changed < STILL_NS) {
      Thread.sleep(LOOK_EVERY_MS);
      int[] now = look(robot, screen);
      if (differs(before, now)) {
        changed = System.nanoTime();
        last =
            new Moment(
                (changed - began) / 1e9,
                process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9);
        first = first == null ? last : first;
        before = now;
      }
      if (!process.isAlive() || System.nanoTime() - began > LONGEST_NS) {
        System.err.println("WindowStart: no window came");
        process.destroy();
        System.exit(1);
      }
    }
    process.destroy();
    process.waitFor();
    System.out.printf(Locale.ROOT, "first\t%.3f\t%.2f%n", first.seconds(), first.processor());
    System.out.printf(Locale.ROOT, "last\t%.3f\t%.2f%n", last.seconds(), last.processor());
    System.exit(0);
  }

  private static int[] look(Robot robot, Rectangle screen) {
    return robot
        .createScreenCapture(screen)
        .getRGB(0, 0, screen.width, screen.height, null, 0, screen.width);
  }

  private static boolean differs(int[] before, int[] now) {
    long same = IntStream.range(0, now.length).filter(i -> before[i] == now[i]).count();
    return now.length - same > now.length * CHANGED;
  }
}
