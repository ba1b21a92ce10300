package dev.debrief.analysis.incident;

import java.util.List;

/** Makes incidents: the same seed and story give the same one. */
public final class Incidents {
  private Incidents() {}

  /** What can happen. */
  public enum Story {
    HEALTHY,
    AUTOSTOP,
    DEPLOYED,
    CHECK_FLAPS,
    CRASH_LOOP,
    BAD_RELEASE,
    ONE_ENDPOINT,
    DATABASE_DOWN,
    OUT_OF_MEMORY,
    SLOW_BURST,
    GAVE_UP,
    LOST_LOG,
    TOGETHER,
    KILL_TIMEOUT,
    CRASH_BESIDE_SLEEP,
    SEGFAULT,
    WORKER_STALLED,
    REPO_MISSING,
    DATABASE_LOUD,
    PORT_WRONG,
    HALTED_BY_SIGNAL,
    SUSPENDED,
    ONE_OF_MANY,
    SILENT_MACHINE,
    STALLED_ON_ONE,
    HANDED_OVER,
    TRAFFIC_SHIFTED,
    HALF_FIXED,
    WORKER_FAILS,
    NOISY_RELEASE
  }

  /** The stories in which nothing goes wrong. */
  public static final List<Story> HEALTHY_STORIES =
      List.of(
          Story.HEALTHY,
          Story.AUTOSTOP,
          Story.DEPLOYED,
          Story.CHECK_FLAPS,
          Story.KILL_TIMEOUT,
          Story.HANDED_OVER,
          Story.TRAFFIC_SHIFTED,
          Story.NOISY_RELEASE);

  /** The incident of a seed and a story. */
  public static Incident of(long seed, Story story) {
    return plot(seed, story).played(seed, story);
  }

  private static Plot plot(long seed, Story story) {
    return switch (story) {
      case HEALTHY,
          AUTOSTOP,
          DEPLOYED,
          CHECK_FLAPS,
          KILL_TIMEOUT,
          SUSPENDED,
          HANDED_OVER,
          TRAFFIC_SHIFTED,
          NOISY_RELEASE ->
          new QuietPlots(seed, story);
      case OUT_OF_MEMORY,
          SLOW_BURST,
          GAVE_UP,
          TOGETHER,
          CRASH_BESIDE_SLEEP,
          SEGFAULT,
          HALTED_BY_SIGNAL,
          ONE_OF_MANY ->
          new CrashPlots(seed, story);
      case CRASH_LOOP, BAD_RELEASE, ONE_ENDPOINT, PORT_WRONG, HALF_FIXED, WORKER_FAILS ->
          new ReleasePlots(seed, story);
      case DATABASE_DOWN,
          LOST_LOG,
          WORKER_STALLED,
          REPO_MISSING,
          DATABASE_LOUD,
          SILENT_MACHINE,
          STALLED_ON_ONE ->
          new SilencePlots(seed, story);
    };
  }
}
