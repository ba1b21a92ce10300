package dev.debrief.analysis.incident;

import java.util.List;
import java.util.function.Consumer;

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
    return switch (story) {
      case HEALTHY -> played(new QuietPlots(seed, story), QuietPlots::all);
      case AUTOSTOP -> played(new QuietPlots(seed, story), QuietPlots::autostop);
      case DEPLOYED -> played(new QuietPlots(seed, story), QuietPlots::deployed);
      case CHECK_FLAPS -> played(new QuietPlots(seed, story), QuietPlots::flaps);
      case CRASH_LOOP -> played(new ReleasePlots(seed, story), ReleasePlots::crashLoop);
      case BAD_RELEASE -> played(new ReleasePlots(seed, story), plot -> plot.badRelease(false));
      case ONE_ENDPOINT -> played(new ReleasePlots(seed, story), plot -> plot.badRelease(true));
      case DATABASE_DOWN -> played(new SilencePlots(seed, story), SilencePlots::databaseDown);
      case OUT_OF_MEMORY -> played(new CrashPlots(seed, story), CrashPlots::outOfMemory);
      case SLOW_BURST -> played(new CrashPlots(seed, story), CrashPlots::slowBurst);
      case GAVE_UP -> played(new CrashPlots(seed, story), CrashPlots::gaveUp);
      case LOST_LOG -> played(new SilencePlots(seed, story), SilencePlots::lostLog);
      case TOGETHER -> played(new CrashPlots(seed, story), CrashPlots::together);
      case KILL_TIMEOUT -> played(new QuietPlots(seed, story), QuietPlots::killTimeout);
      case CRASH_BESIDE_SLEEP -> played(new CrashPlots(seed, story), CrashPlots::crashBesideSleep);
      case SEGFAULT -> played(new CrashPlots(seed, story), CrashPlots::segfault);
      case WORKER_STALLED -> played(new SilencePlots(seed, story), SilencePlots::workerStalled);
      case REPO_MISSING -> played(new SilencePlots(seed, story), plot -> plot.repo(false));
      case DATABASE_LOUD -> played(new SilencePlots(seed, story), plot -> plot.repo(true));
      case PORT_WRONG -> played(new ReleasePlots(seed, story), ReleasePlots::portWrong);
      case HALTED_BY_SIGNAL -> played(new CrashPlots(seed, story), CrashPlots::haltedBySignal);
      case SUSPENDED -> played(new QuietPlots(seed, story), QuietPlots::suspended);
      case ONE_OF_MANY -> played(new CrashPlots(seed, story), CrashPlots::oneOfMany);
      case SILENT_MACHINE -> played(new SilencePlots(seed, story), SilencePlots::silentMachine);
      case STALLED_ON_ONE -> played(new SilencePlots(seed, story), SilencePlots::stalledOnOne);
      case HANDED_OVER -> played(new QuietPlots(seed, story), QuietPlots::handedOver);
      case TRAFFIC_SHIFTED -> played(new QuietPlots(seed, story), QuietPlots::trafficShifted);
      case HALF_FIXED -> played(new ReleasePlots(seed, story), ReleasePlots::halfFixed);
      case WORKER_FAILS -> played(new ReleasePlots(seed, story), ReleasePlots::workerFails);
      case NOISY_RELEASE -> played(new QuietPlots(seed, story), QuietPlots::noisyRelease);
    };
  }

  private static <P extends Plot> Incident played(P plot, Consumer<P> told) {
    told.accept(plot);
    return plot.played();
  }
}
