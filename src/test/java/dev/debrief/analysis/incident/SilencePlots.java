package dev.debrief.analysis.incident;

import dev.debrief.analysis.incident.Incidents.Story;
import dev.debrief.analysis.incident.Scene.Machine;
import dev.debrief.model.FindingKind;
import java.time.Instant;
import java.util.Map;

/** Somebody is not heard, or the log is lost; a database is gone. */
final class SilencePlots extends Plot {
  SilencePlots(long seed, Story story) {
    super(seed, story);
  }

  void databaseDown() {
    all();
    rate = scene.between(0.2, 1);
    Instant from = at(0.3, 0.5);
    Instant to = Scene.after(from, scene.between(300, 2_400));
    double share = scene.between(0.5, 1);
    failure = (at, machine, path) -> !at.isBefore(from) && at.isBefore(to) ? share : noise;
    scene.fact(FindingKind.OUTAGE, from, to, null, Map.of(), 120);
  }

  void lostLog() {
    all();
    rate = scene.between(0.3, 1);
    lostFrom = at(0.35, 0.6);
    lostTo = Scene.after(lostFrom, scene.between(480, 2_400));
    scene.fact(FindingKind.LOG_GAP, lostFrom, lostTo, null, Map.of(), 60);
  }

  void workerStalled() {
    all();
    stallFrom = at(0.4, 0.5);
    stallTo = Scene.after(stallFrom, scene.between(1_500, 3_000));
    scene.fact(FindingKind.SILENCE, stallFrom, stallTo, null, Map.of("emitter", "metrics"), 60);
  }

  /**
   * Dependants miss the repo while the program runs on and fails its requests; the driver says
   * nothing, or, where {@code loud}, that it can't connect.
   */
  void repo(boolean loud) {
    all();
    rate = scene.between(0.3, 1);
    Instant from = at(0.3, 0.5);
    Instant to = Scene.after(from, scene.between(600, 2_400));
    failure = (at, machine, path) -> !at.isBefore(from) && at.isBefore(to) ? 1 : noise;
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Machine machine : scene.machines) {
      Instant at = Scene.after(from, scene.between(0, 3));
      while (at.isBefore(to)) {
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
        scene.app(
            at,
            machine,
            Stack.clock(at)
                + " [error] GenServer {Oban.Registry, {Oban, Oban.Stager}} terminating");
        scene.app(
            at,
            machine,
            "** (RuntimeError) could not lookup Ecto repo Shop.Repo because it was not started or"
                + " it does not exist");
        if (loud) {
          scene.app(
              at.plusMillis(20),
              machine,
              Stack.clock(at.plusMillis(20))
                  + " [error] Postgrex.Protocol (#PID<0.2179.0>) failed to connect: **"
                  + " (DBConnection.ConnectionError) tcp connect (db:5432): connection refused -"
                  + " :econnrefused");
        }
        at = Scene.after(at, scene.between(1, 20));
      }
    }
    scene.fact(FindingKind.OUTAGE, from, to, null, Map.of("extent", "whole"), 120);
    if (!loud) {
      scene.fact(FindingKind.SILENCE, first, last, null, Map.of("emitter", "Postgrex"), 30);
    }
  }

  /** One machine's program hangs and says nothing, the others go on; later it goes on as well. */
  void silentMachine() {
    all();
    rate = scene.between(0.3, 1);
    stallFrom = at(0.4, 0.5);
    stallTo = Scene.after(stallFrom, scene.between(1_200, 2_400));
    stalled = scene.machines.getFirst();
    scene.fact(FindingKind.SILENCE, stallFrom, stallTo, stalled, Map.of("emitter", "app"), 60);
  }

  /** A part of the program stalls on one machine only. */
  void stalledOnOne() {
    all();
    stallFrom = at(0.4, 0.5);
    stallTo = Scene.after(stallFrom, scene.between(1_200, 2_400));
    stalled = scene.machines.getLast();
    scene.fact(FindingKind.SILENCE, stallFrom, stallTo, stalled, Map.of("emitter", "metrics"), 60);
  }
}
