package dev.debrief.analysis.incident;

import dev.debrief.analysis.incident.Incidents.Story;
import dev.debrief.analysis.incident.Scene.Machine;
import dev.debrief.model.FindingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all stories share: a stage, traffic over it, and turns that a story is made of. */
abstract class Plot {
  private final long seed;
  private final Story story;
  final Scene scene;
  final Traffic traffic;
  final Instant begin;
  final Instant end;
  double rate;
  double noise;
  Traffic.Failure failure;
  boolean checkout;
  Instant lastReady = Instant.MIN;
  Instant stallFrom = Instant.MAX;
  Instant stallTo = Instant.MIN;
  @Nullable Machine stalled;
  Instant lostFrom = Instant.MAX;
  Instant lostTo = Instant.MIN;

  Plot(long seed, Story story) {
    this.seed = seed;
    this.story = story;
    int machines =
        switch (story) {
          case TOGETHER,
              AUTOSTOP,
              CRASH_BESIDE_SLEEP,
              ONE_OF_MANY,
              SILENT_MACHINE,
              STALLED_ON_ONE,
              HANDED_OVER,
              TRAFFIC_SHIFTED ->
              2 + (int) (seed % 3);
          case GAVE_UP, SUSPENDED -> 1;
          default -> 1 + (int) (seed % 4);
        };
    scene = new Scene(seed * 31 + story.ordinal(), machines);
    traffic = new Traffic(scene);
    begin = scene.begin;
    end = Scene.after(begin, scene.between(2 * 3600, 4 * 3600));
    rate = scene.between(0.1, 1);
    noise = scene.random.nextBoolean() ? 0 : scene.between(0, 0.005);
    failure = (at, machine, path) -> noise;
  }

  /** Plays what was told to its end: traffic, work and beats around it. */
  Incident played() {
    traffic.flow(begin, end, rate, failure, checkout);
    traffic.work(begin, end, 0.02);
    beat();
    if (story == Story.SILENT_MACHINE) {
      scene.mute(scene.machines.getFirst(), stallFrom, stallTo);
    }
    if (lostFrom.isBefore(lostTo)) {
      scene.lose(lostFrom, lostTo);
    }
    scene.meetings();
    List<Fact> facts =
        scene.facts.stream()
            .filter(fact -> fact.kind() != FindingKind.CHANGE_IMPACT || scene.hasReleases())
            .toList();
    return new Incident(seed, story.name(), scene.entries(), facts);
  }

  /** Machines that ran before the log began, or boot at its beginning. */
  Instant[] started() {
    Instant[] from = new Instant[scene.machines.size()];
    boolean before = scene.random.nextBoolean();
    for (int i = 0; i < from.length; i++) {
      Machine machine = scene.machines.get(i);
      if (before) {
        machine.up = true;
        from[i] = begin;
      } else {
        from[i] = scene.boot(machine, Scene.after(begin, i * 0.2));
        scene.ready(machine, from[i]);
      }
    }
    return from;
  }

  void all() {
    Instant[] from = started();
    for (int i = 0; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  Instant at(double low, double high) {
    double length = Duration.between(begin, end).toMillis() / 1000.0;
    return Scene.after(begin, scene.between(low * length, high * length));
  }

  /** Rolls a release over every machine; {@code froms} are replaced by the new ready times. */
  String rollout(Instant created, String image, Instant[] froms) {
    String name = scene.release(created, image);
    Instant next = Scene.after(created, scene.between(8, 20));
    for (int i = 0; i < froms.length; i++) {
      Machine machine = scene.machines.get(i);
      if (machine.up) {
        traffic.up(machine, froms[i], next);
      }
      froms[i] = scene.roll(machine, next);
      scene.ready(machine, froms[i]);
      next = Scene.after(froms[i], scene.between(2, 6));
    }
    return name;
  }

  void impact(String change, Instant at, String verdict) {
    scene.fact(
        FindingKind.CHANGE_IMPACT, at, null, null, Map.of("change", change, "verdict", verdict), 2);
  }

  /** Crashes a machine again and again from a boot on; gives the crashes' times. */
  List<Instant> loop(Machine machine, Instant up, Instant until, double low, double high) {
    List<Instant> crashes = new ArrayList<>();
    Instant ready = up;
    lastReady = up;
    while (true) {
      Instant crash = Scene.after(ready, scene.between(1, 8));
      if (!crash.isBefore(until)) {
        break;
      }
      crashes.add(scene.crash(machine, crash, 1));
      Instant boot = Scene.after(crash, scene.between(low, high));
      if (!boot.isBefore(until.minusSeconds(5))) {
        break;
      }
      ready = scene.boot(machine, boot);
      lastReady = ready;
      scene.ready(machine, ready);
    }
    return crashes;
  }

  void burst(Machine machine, List<Instant> crashes) {
    scene.fact(
        FindingKind.RESTART_BURST,
        crashes.getFirst(),
        crashes.getLast(),
        machine,
        Map.of("count", crashes.size()),
        5);
  }

  /** A part of the program that speaks by itself, from every machine that is up. */
  void beat() {
    double gap = scene.between(10, 30);
    for (Traffic.Up up : traffic.ups()) {
      Instant at = Scene.after(up.from(), scene.between(0, gap));
      while (at.isBefore(up.to())) {
        boolean stalls = stalled == null || stalled == up.machine();
        if (!stalls || at.isBefore(stallFrom) || !at.isBefore(stallTo)) {
          scene.app(at, up.machine(), "[metrics] flushed " + scene.random.nextInt(900) + " points");
        }
        at = Scene.after(at, gap * scene.between(0.5, 1.5));
      }
    }
  }
}
