package dev.debrief.analysis.incident;

import dev.debrief.analysis.incident.Incidents.Story;
import dev.debrief.analysis.incident.Scene.Machine;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs die: of want of memory, of a signal, together, again and again. */
final class CrashPlots extends Plot {
  CrashPlots(long seed, Story story) {
    super(seed, story);
  }

  void outOfMemory() {
    Instant[] from = started();
    Machine machine = scene.machines.getFirst();
    Instant up = from[0];
    while (true) {
      Instant kill = Scene.after(up, scene.between(900, 2_000));
      if (kill.isAfter(end.minusSeconds(60))) {
        break;
      }
      traffic.up(machine, up, kill);
      scene.killed(machine, kill, "SIGKILL", true);
      up = scene.boot(machine, Scene.after(kill, scene.between(1, 4)));
      scene.ready(machine, up);
    }
    traffic.up(machine, up, end);
    for (int i = 1; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  void slowBurst() {
    Instant[] from = started();
    rate = scene.between(0.5, 1);
    Machine machine = scene.machines.getFirst();
    Instant up = from[0];
    Instant crash = at(0.2, 0.4);
    int count = 3 + scene.random.nextInt(6);
    List<Instant> crashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      traffic.up(machine, up, crash);
      crashes.add(scene.crash(machine, crash, 1));
      up = scene.boot(machine, Scene.after(crash, scene.between(1, 8)));
      scene.ready(machine, up);
      crash = Scene.after(crash, scene.between(170, 280));
    }
    traffic.up(machine, up, end);
    for (int i = 1; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
    burst(machine, crashes);
  }

  void gaveUp() {
    Instant[] from = started();
    Machine machine = scene.machines.getFirst();
    Instant crash = at(0.3, 0.4);
    traffic.up(machine, from[0], crash);
    List<Instant> crashes = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      crashes.add(scene.crash(machine, crash, 1));
      if (i < 10) {
        Instant ready = scene.boot(machine, Scene.after(crash, scene.between(1, 10)));
        crash = Scene.after(ready, scene.between(0.5, 8));
      }
    }
    scene.say(
        Scene.after(crash, 0.8),
        "runner",
        machine,
        Level.INFO,
        "machine has reached its max restart count of 10");
    burst(machine, crashes);
    Instant again = Scene.after(crash, scene.between(600, 2_400));
    Instant up = scene.boot(machine, again);
    scene.ready(machine, up);
    traffic.up(machine, up, end);
    scene.fact(FindingKind.OUTAGE, crashes.getFirst(), up, null, Map.of("extent", "whole"), 30);
  }

  void together() {
    Instant[] from = started();
    Instant crash = at(0.3, 0.6);
    for (int i = 0; i < from.length; i++) {
      Machine machine = scene.machines.get(i);
      traffic.up(machine, from[i], crash);
      scene.crash(machine, Scene.after(crash, scene.between(0, 0.06)), 1);
      Instant up = scene.boot(machine, Scene.after(crash, scene.between(2, 6)));
      scene.ready(machine, up);
      traffic.up(machine, up, end);
    }
  }

  /** One machine sleeps and wakes, another crashes once and comes back. */
  void crashBesideSleep() {
    Instant[] from = started();
    Machine sleeper = scene.machines.get(1);
    Instant stop = at(0.3, 0.4);
    traffic.up(sleeper, from[1], stop);
    scene.stop(sleeper, stop, "autostop");
    Machine crasher = scene.machines.getFirst();
    Instant crash = Scene.after(stop, scene.between(0.5, 3));
    traffic.up(crasher, from[0], crash);
    scene.crash(crasher, crash, 137);
    Instant up = scene.boot(crasher, Scene.after(crash, scene.between(2, 5)));
    scene.ready(crasher, up);
    traffic.up(crasher, up, end);
    for (int i = 2; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  void segfault() {
    Instant[] from = started();
    Machine machine = scene.machines.getFirst();
    Instant crash = at(0.3, 0.6);
    traffic.up(machine, from[0], crash);
    scene.killed(machine, crash, "SIGSEGV", false);
    Instant up = scene.boot(machine, Scene.after(crash, scene.between(2, 5)));
    scene.ready(machine, up);
    traffic.up(machine, up, end);
    for (int i = 1; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  /** A signal that somebody sent halts the program. */
  void haltedBySignal() {
    Instant[] from = started();
    Machine machine = scene.machines.getFirst();
    Instant crash = at(0.3, 0.6);
    traffic.up(machine, from[0], crash);
    scene.killed(machine, crash, "SIGUSR1", false);
    Instant up = scene.boot(machine, Scene.after(crash, scene.between(2, 5)));
    scene.ready(machine, up);
    traffic.up(machine, up, end);
    for (int i = 1; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  /** One machine crashes again and again while the others serve: nobody notices. */
  void oneOfMany() {
    Instant[] from = started();
    rate = scene.between(0.3, 1);
    Machine machine = scene.machines.getFirst();
    Instant start = at(0.3, 0.4);
    traffic.up(machine, from[0], start);
    scene.crash(machine, start, 1);
    Instant boot = scene.boot(machine, Scene.after(start, 5));
    scene.ready(machine, boot);
    List<Instant> crashes = new ArrayList<>(List.of(start));
    crashes.addAll(loop(machine, boot, Scene.after(start, scene.between(300, 1_200)), 5, 40));
    burst(machine, crashes);
    if (!machine.up) {
      lastReady = scene.boot(machine, Scene.after(crashes.getLast(), 20));
      scene.ready(machine, lastReady);
    }
    traffic.up(machine, lastReady, end);
    for (int i = 1; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }
}
