package dev.debrief.source;

/**
 * Says whether a line tells of a background job that failed, however loud its logger called it:
 * many runners write what became of a job as information. Sidekiq ({@code … jid=… INFO: fail}, as
 * JSON {@code "msg":"fail"}; {@code Job raised exception}), Active Job and GoodJob ({@code Error
 * performing X (Job ID: …)}), Oban's logger ({@code "event":"job:exception"}), Celery ({@code Task
 * x[id] raised unexpected}), Delayed Job ({@code FAILED (0 prior attempts)}), Laravel's queue, Exq,
 * RQ, and what Bull's users write ({@code job 12 failed: …}).
 *
 * <p>That a job is only put off or tried again is no failure, and neither is a summary of how many
 * failed.
 */
final class FailedJobs {
  /** The head of a message says it. */
  private static final int LOOKED_AT = 600;

  private FailedJobs() {}

  /** Whether it does. A few looks for single words for every line that tells of none. */
  static boolean tells(String message) {
    int most = Math.min(message.length(), LOOKED_AT);
    if (most < 8) {
      return false;
    }
    if (message.endsWith("fail")) {
      return message.endsWith("INFO: fail") || holds(message, "jid=", most);
    }
    if (message.charAt(0) == '{') {
      return json(message, most);
    }
    for (int at = message.indexOf("ob"); at > 0 && at < most; at = message.indexOf("ob", at + 2)) {
      if ((message.charAt(at - 1) | 32) == 'j') {
        return ofJob(message, most);
      }
    }
    return holds(message, "Task ", most) && holds(message, "] raised ", most);
  }

  private static boolean ofJob(String text, int most) {
    if (holds(text, "Error performing ", most)
        || holds(text, "\"job:exception\"", most)
        || holds(text, "Job raised exception", most)
        || holds(text, "Stopped retrying ", most)
        || holds(text, "FAILED (", most)
        || holds(text, " INFO: fail: ", most)
        || (holds(text, "Jobs\\", most) && text.stripTrailing().endsWith(" FAIL"))
        || holds(text, "Failed: App\\Jobs\\", most)) {
      return true;
    }
    return said(text, most);
  }

  /** {@code job … failed}, but not {@code 3 jobs, 0 failed}. */
  private static boolean said(String text, int most) {
    int job = word(text, "job", 0, most);
    while (job >= 0) {
      int failed = word(text, "failed", job + 3, most);
      if (failed >= 0 && !counted(text, job, failed)) {
        return true;
      }
      job = word(text, "job", job + 3, most);
    }
    return false;
  }

  /** Where a word stands by itself, in any case; -1 where it doesn't. */
  private static int word(String text, String word, int from, int most) {
    for (int at = from; at + word.length() <= most; at++) {
      if ((text.charAt(at) | 32) == word.charAt(0)
          && text.regionMatches(true, at, word, 0, word.length())
          && (at == 0 || begins(text.charAt(at - 1)))
          && (at + word.length() == text.length()
              || !Character.isLetterOrDigit(text.charAt(at + word.length())))) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a word may begin behind this: not one of a path, a name or a query. */
  private static boolean begins(char before) {
    return !Character.isLetterOrDigit(before) && "/.-_?&$".indexOf(before) < 0;
  }

  /** Whether what failed is a count of a summary, or a condition. */
  private static boolean counted(String text, int job, int failed) {
    int end = failed + "failed".length();
    int before = failed - 1;
    while (before > 0 && (text.charAt(before) == ' ' || text.charAt(before) == '=')) {
      before--;
    }
    boolean number =
        Character.isDigit(text.charAt(before))
            && text.lastIndexOf(',', failed) > job; // "12 done, 0 failed"; "job 12 failed" is none
    boolean none = text.startsWith("no", before - 1) || text.startsWith("none", before - 3);
    boolean figure =
        end < text.length()
            && (text.charAt(end) == '=' || text.charAt(end) == ':')
            && end + 1 < text.length()
            && text.substring(end + 1).stripLeading().startsWith("0");
    return number
        || none
        || figure
        || text.startsWith(" jobs", end)
        || text.startsWith(" over", end);
  }

  private static boolean json(String text, int most) {
    int fail = text.indexOf("\"fail");
    if (fail > 0 && fail < most) {
      boolean result =
          text.startsWith("\"fail\"", fail)
              || text.startsWith("\"failure\"", fail)
              || text.startsWith("\"failed\"", fail);
      boolean value = text.charAt(fail - 1) == ':' || text.charAt(fail - 1) == ' ';
      if (result
          && value
          && (holds(text, "\"jid\"", most)
              || holds(text, "\"job", most)
              || holds(text, "\"worker\"", most)
              || holds(text, "\"queue\"", most))) {
        return true;
      }
    }
    return holds(text, "\"job:exception\"", most)
        || holds(text, "Job raised exception", most)
        || (holds(text, "ob ", most) && said(text, most));
  }

  private static boolean holds(String text, String part, int most) {
    int at = text.indexOf(part);
    return at >= 0 && at < most;
  }
}
