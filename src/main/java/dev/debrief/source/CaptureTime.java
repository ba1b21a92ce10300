package dev.debrief.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a table with ages was saved. The file's own time tells, unless the file was copied or
 * checked out since; a release's age together with the time at which its image began to be built,
 * which the image's tag holds, tells as well, whatever became of the file.
 */
final class CaptureTime {
  /** From a build's start to its release; seldom shorter, and part of an hour at most. */
  static final Duration BUILD = Duration.ofSeconds(60);

  private static final Duration LONGEST_BUILD = Duration.ofHours(1);

  private Optional<Instant> earliest = Optional.empty();

  /**
   * Notes a release by which an image came first, so that it was made soon after its build.
   *
   * @param built when the image's build began
   * @param age how old the release was in the table, cut off to its unit
   */
  void fresh(Instant built, Duration age) {
    Instant then = built.plus(age);
    if (earliest.isEmpty() || then.isAfter(earliest.get())) {
      earliest = Optional.of(then);
    }
  }

  /**
   * The time that the builds tell, where the file's can't be right: a table can't be older than the
   * releases it shows, and a release is not made hours after its build.
   *
   * @param file the file's time
   * @return empty where the file's time fits, or no build tells
   */
  Optional<Instant> instead(Instant file) {
    return earliest
        .filter(then -> file.isBefore(then) || file.isAfter(then.plus(LONGEST_BUILD)))
        .map(then -> then.plus(BUILD));
  }
}
