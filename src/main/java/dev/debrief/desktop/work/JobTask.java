package dev.debrief.desktop.work;

import dev.debrief.model.Progress;
import javafx.concurrent.Task;

/** A job as JavaFX shows one: its progress becomes the task's, its cancel the progress's. */
final class JobTask<T> extends Task<T> {
  private static final long MOST_MESSAGES_PER_SECOND = 20;

  private final Job<T> job;
  private final Progress progress =
      new Progress() {
        @Override
        public void at(String what, long done, long total) {
          tell(what, done, total);
        }

        @Override
        public boolean cancelled() {
          return isCancelled();
        }
      };
  private long lastShown;

  JobTask(String title, Job<T> job) {
    this.job = job;
    updateTitle(title);
  }

  @Override
  protected T call() throws Exception {
    return job.run(progress);
  }

  private void tell(String what, long done, long total) {
    long now = System.nanoTime();
    if (now - lastShown < 1_000_000_000L / MOST_MESSAGES_PER_SECOND && done != total) {
      return;
    }
    lastShown = now;
    updateMessage(what);
    if (total > 0) {
      updateProgress(Math.min(done, total), total);
    } else {
      updateProgress(-1, -1);
    }
  }
}
