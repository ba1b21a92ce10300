package dev.debrief.analysis.rule;

import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The matches of one rule, cut into episodes. Matches far apart are two episodes unless the cause
 * is one that comes at intervals (a leak that ends in an OOM every half hour), or nobody served in
 * between.
 */
final class Episodes {
  /** Quieter than this, and a new stretch begins; stretches are joined again below. */
  private static final Duration STRETCH = Duration.ofMinutes(15);

  /** Stretches this close are one episode: a platform's own retries take pauses of this order. */
  private static final Duration CLOSE = Duration.ofMinutes(45);

  /** Causes that come at intervals come within this, or each time is a story of its own. */
  private static final Duration RECURRING = Duration.ofHours(6);

  /** As long as nobody serves, hardly any pause ends an episode. */
  private static final Duration WHILE_DOWN = Duration.ofHours(12);

  /** A stretch longer than this was a state; a shorter one an event. */
  private static final Duration STATE = Duration.ofMinutes(5);

  /** An app that works says more than this a minute; one that is down, less. */
  private static final double SPOKEN_PER_MINUTE = 1;

  /** No case has more stretches than this that a reader would look at. */
  private static final int MOST_STRETCHES = 5_000;

  private final Rule rule;
  private final List<Stretch> stretches = new ArrayList<>();
  private final Map<String, Instant> lastOn = new HashMap<>();
  private final @Nullable Instant[] recent;
  private int next;

  private static final class Stretch {
    final Sightings seen = new Sightings();
    boolean enough;
    long spokenBefore;
    long spokenAfter;
  }

  Episodes(Rule rule) {
    this.rule = rule;
    this.recent = new Instant[rule.atLeast()];
  }

  /**
   * Notes a match. Matches come in order of time.
   *
   * @param spoken how many lines the app had said in all until then
   */
  void add(Instant at, String machine, Evidence line, String message, long spoken) {
    Instant before = lastOn.put(machine, at);
    boolean occurrence =
        before == null
            || rule.together().isZero()
            || Duration.between(before, at).compareTo(rule.together()) > 0;
    Stretch open = open(at, spoken);
    open.seen.add(at, machine, line, message, occurrence);
    open.spokenAfter = spoken;
    if (occurrence) {
      recent[next] = at;
      next = (next + 1) % recent.length;
      @Nullable Instant oldest = recent[next];
      open.enough |=
          (oldest != null && Duration.between(oldest, at).compareTo(rule.within()) <= 0)
              || recent.length == 1;
    }
  }

  private Stretch open(Instant at, long spoken) {
    if (!stretches.isEmpty()) {
      Stretch last = stretches.getLast();
      if (Duration.between(last.seen.last(), at).compareTo(STRETCH) <= 0
          || stretches.size() >= MOST_STRETCHES) {
        return last;
      }
    }
    Stretch fresh = new Stretch();
    fresh.spokenBefore = spoken;
    stretches.add(fresh);
    return fresh;
  }

  /** All matches together, enough or not. */
  Sightings all() {
    Sightings all = new Sightings();
    stretches.forEach(stretch -> all.append(stretch.seen));
    return all;
  }

  /** The episodes with as many matches as the rule wants, in order of time. */
  List<Sightings> episodes() {
    List<Sightings> episodes = new ArrayList<>();
    @Nullable Stretch previous = null;
    for (Stretch stretch : stretches) {
      if (!stretch.enough) {
        continue;
      }
      if (previous != null && oneEpisode(previous, stretch)) {
        episodes.getLast().append(stretch.seen);
      } else {
        Sightings episode = new Sightings();
        episode.append(stretch.seen);
        episodes.add(episode);
      }
      previous = stretch;
    }
    return episodes;
  }

  private static boolean oneEpisode(Stretch before, Stretch after) {
    Duration gap = Duration.between(before.seen.last(), after.seen.first());
    if (gap.compareTo(CLOSE) <= 0) {
      return true;
    }
    double spoken = after.spokenBefore - before.spokenAfter;
    if (spoken / Math.max(1, gap.toMinutes()) < SPOKEN_PER_MINUTE) {
      return gap.compareTo(WHILE_DOWN) <= 0;
    }
    return event(before) && event(after) && gap.compareTo(RECURRING) <= 0;
  }

  /** Short, or each of its machines was met once: two that fall near each other are no state. */
  private static boolean event(Stretch stretch) {
    return Duration.between(stretch.seen.first(), stretch.seen.last()).compareTo(STATE) <= 0
        || stretch.seen.occurrences() <= stretch.seen.machines().size();
  }
}
