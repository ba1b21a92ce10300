package dev.debrief.analysis.incident;

import dev.debrief.analysis.incident.Incidents.Story;
import dev.debrief.analysis.incident.Scene.Machine;
import dev.debrief.model.Level;
import java.time.Instant;

/** Nothing goes wrong: machines sleep, wake, are deployed, and traffic moves. */
final class QuietPlots extends Plot {
  QuietPlots(long seed, Story story) {
    super(seed, story);
  }

  void deployed() {
    Instant[] from = started();
    Instant created = at(0.4, 0.6);
    impact(rollout(created, scene.image(), from), created, "neutral");
    for (int i = 0; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  void autostop() {
    Instant[] from = started();
    traffic.up(scene.machines.getFirst(), from[0], end);
    for (int i = 1; i < from.length; i++) {
      Machine machine = scene.machines.get(i);
      Instant up = from[i];
      while (true) {
        Instant stop = Scene.after(up, scene.between(600, 2_400));
        if (stop.isAfter(end.minusSeconds(120))) {
          traffic.up(machine, up, end);
          break;
        }
        traffic.up(machine, up, stop);
        Instant exit = scene.stop(machine, stop, "autostop");
        Instant wake = Scene.after(exit, scene.between(300, 2_000));
        if (wake.isAfter(end.minusSeconds(120))) {
          break;
        }
        scene.say(wake, "proxy", machine, Level.INFO, "Starting machine");
        up = scene.boot(machine, Scene.after(wake, 0.5));
        scene.ready(machine, up);
      }
    }
  }

  void flaps() {
    all();
    for (Machine machine : scene.machines) {
      Instant failed = at(0.2, 0.8);
      String check = "Health check 'servicecheck-00-http-8080' on port 8080 ";
      scene.say(
          failed,
          "health",
          machine,
          Level.ERROR,
          check + "has failed. Your app is not responding properly.");
      scene.say(
          Scene.after(failed, scene.between(5, 30)),
          "health",
          machine,
          Level.INFO,
          check + "is now passing.");
    }
  }

  void killTimeout() {
    Instant[] from = started();
    Instant created = at(0.4, 0.6);
    String name = scene.release(created, scene.image());
    Instant next = Scene.after(created, 10);
    for (int i = 0; i < from.length; i++) {
      Machine machine = scene.machines.get(i);
      traffic.up(machine, from[i], next);
      scene.stubborn(machine, next);
      Instant up = scene.roll(machine, Scene.after(next, 8));
      scene.ready(machine, up);
      traffic.up(machine, up, end);
      next = Scene.after(up, 4);
    }
    impact(name, created, "neutral");
  }

  /** The only machine is suspended for want of traffic, and nobody speaks until it wakes. */
  void suspended() {
    Instant[] from = started();
    rate = scene.between(0.3, 1);
    Machine machine = scene.machines.getFirst();
    Instant stop = at(0.3, 0.4);
    Instant wake = Scene.after(stop, scene.between(1_200, 3_000));
    traffic.up(machine, from[0], stop);
    scene.say(
        Scene.after(stop, 1),
        "proxy",
        machine,
        Level.INFO,
        "App shop has excess capacity, autosuspending machine "
            + machine.id
            + ". 0 out of 1 machines left running (region=ord, process group=app)");
    scene.say(wake, "proxy", machine, Level.INFO, "Starting machine");
    scene.say(
        Scene.after(wake, 0.6),
        "proxy",
        machine,
        Level.INFO,
        "machine became reachable in 654.917395ms");
    traffic.up(machine, Scene.after(wake, 1), end);
  }

  /** A job that runs on one machine at a time moves to another: nobody is silent. */
  void handedOver() {
    all();
    Instant moves = at(0.4, 0.6);
    for (Instant at = begin; at.isBefore(end); at = Scene.after(at, scene.between(5, 25))) {
      scene.app(
          at,
          scene.machines.get(at.isBefore(moves) ? 0 : 1),
          "[reports] sent " + scene.random.nextInt(40) + " mails");
    }
  }

  /** The proxy sends one machine nothing for an hour; it lives on and says little. */
  void trafficShifted() {
    all();
    rate = scene.between(0.3, 1);
    Instant from = at(0.3, 0.4);
    traffic.shun(scene.machines.getFirst(), from, Scene.after(from, scene.between(1_800, 3_600)));
  }

  /** An app that prints errors all day and hurts nobody; a deploy changes nothing of that. */
  void noisyRelease() {
    deployed();
    for (Instant at = Scene.after(begin, scene.between(0, 60));
        at.isBefore(end);
        at = Scene.after(at, -Math.log(1 - scene.random.nextDouble()) * 90)) {
      Machine machine = scene.machines.get(scene.random.nextInt(scene.machines.size()));
      scene.say(
          at,
          "app",
          machine,
          Level.ERROR,
          "client " + scene.random.nextInt(90_000) + " closed the connection");
    }
  }
}
