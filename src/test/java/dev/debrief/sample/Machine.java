package dev.debrief.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One machine's life: given images, booting, crashing, started again by the platform until its
 * retries are used up, then by the next visitor.
 */
final class Machine {
  /** Ten retries in five minutes; then the platform lets it lie. */
  private static final int RETRIES = 10;

  private static final Duration RETRY_WINDOW = Duration.ofMinutes(5);

  final String id;
  final List<Event> events = new ArrayList<>();
  final List<Serving> serving = new ArrayList<>();
  final NavigableSet<Instant> exits = new TreeSet<>();

  private final SplittableRandom random;
  private final MachineTalk talk;
  private final NavigableSet<Instant> othersExits;
  private final NavigableSet<Instant> jointExits;
  private boolean running;
  private Instant gone = Instant.MAX;
  private Instant booted = Instant.MIN;

  /** When the app listened, and whether it could answer. */
  record Serving(Instant from, Instant to, boolean answers) {}

  /**
   * @param othersExits when the other machine went, which this one doesn't meet by chance
   * @param jointExits when both went together
   */
  Machine(
      String id,
      SplittableRandom random,
      FlyLog log,
      NavigableSet<Instant> othersExits,
      NavigableSet<Instant> jointExits) {
    this.id = id;
    this.random = random;
    this.talk = new MachineTalk(id, log, random);
    this.othersExits = othersExits;
    this.jointExits = jointExits;
  }

  /** Lives through its rollouts until {@code end}. */
  void live(List<Rollout> rollouts, Instant end) {
    for (int i = 0; i < rollouts.size(); i++) {
      Instant until = i + 1 < rollouts.size() ? rollouts.get(i + 1).at() : end;
      Rollout rollout = rollouts.get(i);
      loop(update(rollout), rollout.conduct(), until);
    }
  }

  /** Somebody scales it away. */
  void destroy(Instant at) {
    gone = at;
    if (running) {
      Instant gone = talk.stop(at, booted);
      events.add(Event.of(at, "stop", "stopping", "user"));
      events.add(Event.exit(gone, 0, true));
      running = false;
    }
    events.add(Event.of(at.plusMillis(2400), "destroy", "destroyed", "user"));
  }

  boolean exists(Instant at) {
    return at.isBefore(gone);
  }

  private Instant update(Rollout rollout) {
    Instant at = rollout.at();
    String version = Ulids.at(at, random);
    talk.pull(at, rollout.image(), random);
    events.add(Event.of(at, "update", "replacing", "user"));
    Instant free = at;
    if (running) {
      free = talk.stop(at, booted);
      events.add(Event.exit(free, 0, true));
      running = false;
    }
    Instant up = later(free, 0.35, 0.9);
    events.add(Event.of(up, "launch", "created", "user"));
    talk.version(version);
    return up;
  }

  private void loop(Instant first, Conduct given, Instant until) {
    Instant boot = first;
    boolean fresh = true;
    Deque<Instant> retries = new ArrayDeque<>();
    while (boot.isBefore(until)) {
      boot = apart(boot, given);
      booted = boot;
      Conduct conduct = alone(given, boot) ? Conduct.STAGER : given;
      Instant exit = conduct.stays() ? Instant.MAX : exitOf(conduct, boot);
      talk.until(exit.isBefore(until) ? exit : until);
      talk.boot(boot, conduct, fresh, exit);
      events.add(Event.of(later(boot, 0.4, 0.6), "start", "started", "flyd"));
      listens(conduct, boot, exit.isBefore(until) ? exit : until);
      if (!exit.isBefore(until)) {
        running = true;
        return;
      }
      talk.crash(boot, exit, conduct);
      exits.add(exit);
      events.add(Event.exit(exit, 1, false));
      running = false;
      fresh = false;
      Instant window = exit.minus(RETRY_WINDOW);
      retries.removeIf(retry -> retry.isBefore(window));
      if (retries.size() < RETRIES) {
        boot = again(exit, conduct, Math.min(retries.size(), 5));
        retries.addLast(boot);
      } else {
        talk.givesUp(later(exit, 0.3, 0.6));
        boot = visited(exit, conduct);
        retries.clear();
        if (boot.isBefore(until)) {
          talk.startedByProxy(boot);
          events.add(Event.of(boot, "start", "starting", "proxy"));
        }
      }
    }
  }

  /** Whether the other machine is gone for good, so that nothing is joint any more. */
  private boolean alone(Conduct conduct, Instant boot) {
    return conduct == Conduct.TOGETHER && jointExits.higher(boot.plusSeconds(7)) == null;
  }

  /** What dies young waits longer, and each retry a little more than the one before. */
  private Instant again(Instant exit, Conduct conduct, int retries) {
    double wait = conduct.longest < 15 && conduct != Conduct.TOGETHER ? 10 : 1.6;
    return later(exit, wait + retries, wait + 1.5 + retries);
  }

  /** Both machines of v324 are woken together; else it takes a visitor, and luck. */
  private Instant visited(Instant exit, Conduct conduct) {
    return conduct == Conduct.TOGETHER ? later(exit, 31, 31.4) : later(exit, 150, 290);
  }

  private Instant exitOf(Conduct conduct, Instant boot) {
    if (conduct == Conduct.TOGETHER) {
      return jointExits.higher(boot.plusSeconds(7));
    }
    Instant exit = later(boot, conduct.shortest, conduct.longest);
    return meetsOther(exit) && conduct != Conduct.GONE_IN_35_MS ? exit.plusMillis(950) : exit;
  }

  private boolean meetsOther(Instant exit) {
    Instant near = othersExits.ceiling(exit.minusMillis(400));
    return near != null && near.isBefore(exit.plusMillis(400));
  }

  /** Where the time to live is fixed, the boot gives way instead. */
  private Instant apart(Instant boot, Conduct conduct) {
    boolean fixed = conduct == Conduct.GONE_IN_35_MS;
    return fixed && meetsOther(plus(boot, conduct.shortest)) ? boot.plusMillis(950) : boot;
  }

  private void listens(Conduct conduct, Instant boot, Instant to) {
    Instant from = plus(boot, conduct.ready + 0.1);
    if (conduct.ready > 0 && from.isBefore(to)) {
      serving.add(new Serving(from, to, conduct == Conduct.HEALTHY));
    }
  }

  private Instant later(Instant from, double low, double high) {
    return plus(from, random.nextDouble(low, high));
  }

  /** To the millisecond, as most of the platform's clocks show it. */
  static Instant plus(Instant from, double seconds) {
    return from.plusMillis(Math.round(seconds * 1000));
  }
}
