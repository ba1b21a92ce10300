package dev.debrief.analysis.incident;

import dev.debrief.analysis.incident.Incidents.Story;
import dev.debrief.analysis.incident.Scene.Machine;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Releases break something, change nothing, mend it by halves or whole. */
final class ReleasePlots extends Plot {
  ReleasePlots(long seed, Story story) {
    super(seed, story);
  }

  void crashLoop() {
    Instant[] from = started();
    Instant created = at(0.3, 0.4);
    String good = scene.image();
    scene.release(begin.minusSeconds(86_400), good);
    impact(rollout(created, scene.image(), from), created, "introduced");
    Instant rollback = Scene.after(created, scene.between(900, 1_500));
    Instant config = Scene.after(rollback, scene.between(900, 1_500));
    Instant fix = Scene.after(config, scene.between(900, 1_500));
    impact(scene.release(rollback, good), rollback, "no_effect");
    if (scene.random.nextBoolean()) {
      impact(scene.release(config, good), config, "no_effect");
    }
    Instant first = Instant.MAX;
    for (int i = 0; i < from.length; i++) {
      List<Instant> crashes = loop(scene.machines.get(i), from[i], fix.minusSeconds(2), 5, 60);
      from[i] = lastReady;
      burst(scene.machines.get(i), crashes);
      first = crashes.getFirst().isBefore(first) ? crashes.getFirst() : first;
    }
    traffic.complaints(first, Scene.after(fix, 3), scene.random.nextBoolean() ? 0.001 : 0.3);
    impact(rollout(fix, scene.image(), from), fix, "fixed");
    for (int i = 0; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
    scene.fact(
        FindingKind.OUTAGE,
        first,
        Arrays.stream(from).min(Instant::compareTo).orElseThrow(),
        null,
        Map.of("extent", "whole"),
        30);
  }

  void badRelease(boolean oneEndpoint) {
    Instant[] from = started();
    rate = scene.between(0.3, 1);
    checkout = oneEndpoint;
    Instant created = at(0.3, 0.4);
    String good = scene.image();
    scene.release(begin.minusSeconds(86_400), good);
    impact(rollout(created, scene.image(), from), created, "introduced");
    Instant firstBad = from[0];
    Instant[] bad = from.clone();
    Instant back = Scene.after(created, scene.between(900, 3_000));
    impact(rollout(back, good, from), back, "fixed");
    double share = oneEndpoint ? 1 : scene.between(0.25, 1);
    Map<Machine, Integer> place = new HashMap<>();
    for (int i = 0; i < from.length; i++) {
      place.put(scene.machines.get(i), i);
      traffic.up(scene.machines.get(i), from[i], end);
    }
    failure =
        (at, machine, path) -> {
          int i = place.getOrDefault(machine, 0);
          boolean during = !at.isBefore(bad[i]) && at.isBefore(from[i]);
          return during && (!oneEndpoint || path.equals("/checkout")) ? share : noise;
        };
    Instant last = Arrays.stream(from).max(Instant::compareTo).orElseThrow();
    scene.fact(FindingKind.OUTAGE, firstBad, last, null, Map.of(), 120);
  }

  /** A release listens on the wrong port: nothing crashes, the proxy can't connect. */
  void portWrong() {
    Instant[] from = started();
    Instant created = at(0.3, 0.4);
    String good = scene.image();
    scene.release(begin.minusSeconds(86_400), good);
    impact(rollout(created, scene.image(), from), created, "introduced");
    Instant back = Scene.after(created, scene.between(900, 2_400));
    Instant firstFailure = Instant.MAX;
    Instant lastFailure = Instant.MIN;
    for (Instant at = Scene.after(from[from.length - 1], 5);
        at.isBefore(back);
        at = Scene.after(at, scene.between(2, 12))) {
      scene.say(
          at,
          "proxy",
          scene.machines.get(scene.random.nextInt(scene.machines.size())),
          Level.ERROR,
          "[PC01] instance refused connection. is your app listening on 0.0.0.0:8080? make sure it"
              + " is not only listening on 127.0.0.1");
      firstFailure = at.isBefore(firstFailure) ? at : firstFailure;
      lastFailure = at;
    }
    for (Machine machine : scene.machines) {
      machine.up = true;
    }
    Instant[] bad = from.clone();
    impact(rollout(back, good, from), back, "fixed");
    traffic.drop(bad);
    for (int i = 0; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
    scene.fact(FindingKind.OUTAGE, firstFailure, lastFailure, null, Map.of("extent", "whole"), 120);
  }

  /** A release crashes; the next ends the crashes and fails every request; the third mends all. */
  void halfFixed() {
    Instant[] from = started();
    rate = scene.between(0.3, 1);
    Instant created = at(0.2, 0.25);
    scene.release(begin.minusSeconds(86_400), scene.image());
    impact(rollout(created, scene.image(), from), created, "introduced");
    Instant half = Scene.after(created, scene.between(900, 1_500));
    Instant fix = Scene.after(half, scene.between(900, 1_500));
    Instant first = Instant.MAX;
    for (int i = 0; i < from.length; i++) {
      List<Instant> crashes = loop(scene.machines.get(i), from[i], half.minusSeconds(2), 5, 60);
      from[i] = lastReady;
      burst(scene.machines.get(i), crashes);
      first = crashes.getFirst().isBefore(first) ? crashes.getFirst() : first;
    }
    Instant began = first;
    scene.fact(
        FindingKind.CHANGE_IMPACT,
        half,
        null,
        null,
        Map.of(
            "change",
            rollout(half, scene.image(), from),
            "verdict",
            "fixed",
            "remaining",
            "requests"),
        2);
    impact(rollout(fix, scene.image(), from), fix, "fixed");
    Map<Machine, Instant> mended = new HashMap<>();
    for (int i = 0; i < from.length; i++) {
      mended.put(scene.machines.get(i), from[i]);
      traffic.up(scene.machines.get(i), from[i], end);
    }
    failure =
        (at, machine, path) ->
            at.isBefore(began) || !at.isBefore(mended.getOrDefault(machine, end)) ? noise : 1;
    Instant last = Arrays.stream(from).min(Instant::compareTo).orElseThrow();
    scene.fact(FindingKind.OUTAGE, first, last, null, Map.of("extent", "whole"), 120);
  }

  /**
   * A worker that answers nobody: a release fails its jobs, another does nothing, a third mends.
   */
  void workerFails() {
    Instant[] from = started();
    rate = 1e-9;
    scene.release(begin.minusSeconds(86_400), scene.image());
    Instant created = at(0.3, 0.35);
    impact(rollout(created, scene.image(), from), created, "introduced");
    Instant broken = Arrays.stream(from).max(Instant::compareTo).orElseThrow();
    Instant nothing = Scene.after(created, scene.between(1_200, 2_400));
    impact(rollout(nothing, scene.image(), from), nothing, "no_effect");
    Instant again = Arrays.stream(from).max(Instant::compareTo).orElseThrow();
    Instant fix = Scene.after(again, scene.between(1_200, 2_400));
    failJobs(broken, nothing);
    failJobs(again, fix);
    impact(rollout(fix, scene.image(), from), fix, "fixed");
    for (int i = 0; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  private void failJobs(Instant from, Instant to) {
    for (Instant at = Scene.after(from, scene.between(0, 10));
        at.isBefore(to);
        at = Scene.after(at, scene.between(10, 40))) {
      scene.say(
          at,
          "app",
          scene.machines.get(scene.random.nextInt(scene.machines.size())),
          Level.ERROR,
          "job " + scene.random.nextInt(90_000) + " failed: payment gateway rejected the token");
    }
  }
}
