package dev.debrief.desktop.firstlook;

import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.timeline.FirstLook;
import dev.debrief.timeline.Timeline;
import java.util.function.Consumer;

/**
 * One import as it is watched: sees every record, and shows what it saw a few times a second. Lives
 * on the thread that reads.
 */
public final class Reading implements Consumer<LogRecord>, Progress {
  private static final long PAUSE_NS = 250_000_000L;
  private static final int LOOK_AT_CLOCK = 0x3FF;

  private final FirstLook seen = new FirstLook();
  private final Progress progress;
  private final Screen screen;
  private String doing = "";
  private long shown = System.nanoTime();

  /** Where it is shown. */
  interface Screen {
    /** Takes a picture, on any thread. */
    void show(Timeline timeline, long records, String doing);
  }

  Reading(Progress progress, Screen screen) {
    this.progress = progress;
    this.screen = screen;
  }

  @Override
  public void accept(LogRecord record) {
    seen.accept(record);
    if ((seen.records() & LOOK_AT_CLOCK) == 0 && System.nanoTime() - shown > PAUSE_NS) {
      show();
    }
  }

  @Override
  public void at(String what, long done, long total) {
    progress.at(what, done, total);
    if (!what.equals(doing)) {
      doing = what;
      show();
    }
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled();
  }

  private void show() {
    if (seen.records() > 0) {
      screen.show(seen.soFar(), seen.records(), doing);
      shown = System.nanoTime();
    }
  }
}
