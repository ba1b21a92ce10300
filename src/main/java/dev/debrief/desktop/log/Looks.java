package dev.debrief.desktop.log;

import dev.debrief.desktop.work.Job;
import dev.debrief.desktop.work.Work;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import java.util.function.Consumer;

/** Looks at the log for one search after the other: an answer for an earlier one is left. */
final class Looks {
  private final Work work;
  private volatile long search;

  Looks(Work work) {
    this.work = work;
  }

  /** From now on another search is in force. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the window's thread writes it.
  void renew() {
    search++;
  }

  /** Runs a look. What is wrong with the search itself is told where it is made. */
  <T> void look(Job<T> job, Consumer<? super T> done) {
    look(
        job,
        done,
        failure -> {
          if (!(failure instanceof InputProblem)) {
            work.tell(failure);
          }
        });
  }

  /** The same, where the asker says itself what a failure means. */
  <T> void look(Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    long asked = search;
    work.look(progress -> job.run(whileAsked(asked)), wanted(asked, done), failed);
  }

  /** Counts something that nobody waits for. */
  <T> void aside(Job<T> job, Consumer<? super T> done) {
    long asked = search;
    work.aside(progress -> job.run(whileAsked(asked)), wanted(asked, done));
  }

  private Progress whileAsked(long asked) {
    Progress here = Progress.until(() -> asked != search);
    here.stopIfCancelled();
    return here;
  }

  private <T> Consumer<T> wanted(long asked, Consumer<? super T> done) {
    return answer -> {
      if (asked == search) {
        done.accept(answer);
      }
    };
  }
}
