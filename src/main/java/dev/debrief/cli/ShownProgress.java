package dev.debrief.cli;

import dev.debrief.model.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Progress as one line that is written over, where a person looks at it; and Ctrl-C as a wish to
 * stop, so that what was begun is taken back before the process ends.
 */
final class ShownProgress implements Progress, AutoCloseable {
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(120);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread interrupt = new Thread(this::stop, "interrupt");
  private volatile boolean cancelled;
  private long last;
  private boolean printed;

  private ShownProgress(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  static ShownProgress on(Terminal terminal) {
    ShownProgress progress = new ShownProgress(terminal.err(), terminal.watched());
    Runtime.getRuntime().addShutdownHook(progress.interrupt);
    return progress;
  }

  private void stop() {
    cancelled = true;
    try {
      // The work stops between two records and takes itself back; the process waits for it.
      ended.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void at(String what, long done, long total) {
    if (!shown) {
      return;
    }
    long now = System.nanoTime();
    if (printed && now - last < EVERY_NANOS) {
      return;
    }
    last = now;
    printed = true;
    String share = total > 0 ? String.format(Locale.ROOT, "%3d %%  ", 100 * done / total) : "";
    String line = share + TerminalText.safe(what);
    err.print(CLEAR_LINE + (line.length() > 78 ? line.substring(0, 78) : line));
    err.flush();
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void close() {
    if (printed) {
      err.print(CLEAR_LINE);
      err.flush();
    }
    ended.countDown();
    if (!cancelled) {
      try {
        Runtime.getRuntime().removeShutdownHook(interrupt);
      } catch (IllegalStateException ending) {
        // Ctrl-C came this very moment: the work is done, and nothing waits for it.
      }
    }
  }
}
