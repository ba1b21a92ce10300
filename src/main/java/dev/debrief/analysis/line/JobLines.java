package dev.debrief.analysis.line;

import java.util.Locale;

/**
 * Says whether an error is that of a background job: work that nobody waits for and that failed all
 * the same. Oban's default logger ({@code job:exception}), Sidekiq ({@code Job raised exception},
 * {@code jid=… INFO: fail}), Celery ({@code Task x[id] raised unexpected}), Active Job ({@code
 * Error performing X (Job ID: …)}), Laravel and BullMQ ({@code job … failed}), supercronic ({@code
 * error running command … job.command=}) all name the job and say that it failed.
 */
public final class JobLines {
  /** The head of a message says it. */
  private static final int LOOKED_AT = 600;

  private static final String[] WORK = {"job", "task ", "task[", "jid=", "\"jid\""};

  private static final String[] FAILED = {
    "fail",
    "exception",
    "raised",
    "error performing",
    "error running command",
    "discard",
    "died",
    "stalled",
    "timed out"
  };

  private JobLines() {}

  /** Whether a line that is an error tells of a job that failed. */
  public static boolean failed(String message) {
    String text =
        message.substring(0, Math.min(message.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    return holds(text, WORK) && holds(text, FAILED);
  }

  private static boolean holds(String text, String[] words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
