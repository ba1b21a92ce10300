package dev.debrief.analysis.incident;

import dev.debrief.analysis.incident.Scene.Machine;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes incidents: the same seed and story give the same one. */
public final class Incidents {
  private final Scene scene;
  private final Traffic traffic;
  private final Instant begin;
  private final Instant end;
  private double rate;
  private double noise;
  private Traffic.Failure failure;
  private boolean checkout;
  private Instant lastReady = Instant.MIN;
  private Instant stallFrom = Instant.MAX;
  private Instant stallTo = Instant.MIN;
  private @Nullable Machine stalled;
  private Instant lostFrom = Instant.MAX;
  private Instant lostTo = Instant.MIN;

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
    TRAFFIC_SHIFTED
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
          Story.TRAFFIC_SHIFTED);

  private Incidents(long seed, Story story) {
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

  /** The incident of a seed and a story. */
  public static Incident of(long seed, Story story) {
    Incidents made = new Incidents(seed, story);
    made.tell(story);
    made.traffic.flow(made.begin, made.end, made.rate, made.failure, made.checkout);
    made.traffic.work(made.begin, made.end, 0.02);
    made.beat();
    if (story == Story.SILENT_MACHINE) {
      made.scene.mute(made.scene.machines.getFirst(), made.stallFrom, made.stallTo);
      made.stallFrom = Instant.MAX;
    }
    if (made.lostFrom.isBefore(made.lostTo)) {
      made.scene.lose(made.lostFrom, made.lostTo);
    }
    made.scene.meetings();
    List<Fact> facts =
        made.scene.facts.stream()
            .filter(fact -> fact.kind() != FindingKind.CHANGE_IMPACT || made.scene.hasReleases())
            .toList();
    return new Incident(seed, story.name(), made.scene.entries(), facts);
  }

  private void tell(Story story) {
    switch (story) {
      case HEALTHY -> all();
      case AUTOSTOP -> autostop();
      case DEPLOYED -> deployed();
      case CHECK_FLAPS -> flaps();
      case CRASH_LOOP -> crashLoop();
      case BAD_RELEASE -> badRelease(false);
      case ONE_ENDPOINT -> badRelease(true);
      case DATABASE_DOWN -> databaseDown();
      case OUT_OF_MEMORY -> outOfMemory();
      case SLOW_BURST -> slowBurst();
      case GAVE_UP -> gaveUp();
      case LOST_LOG -> lostLog();
      case TOGETHER -> together();
      case KILL_TIMEOUT -> killTimeout();
      case CRASH_BESIDE_SLEEP -> crashBesideSleep();
      case SEGFAULT -> segfault();
      case WORKER_STALLED -> workerStalled();
      case REPO_MISSING -> repo(false);
      case DATABASE_LOUD -> repo(true);
      case PORT_WRONG -> portWrong();
      case HALTED_BY_SIGNAL -> haltedBySignal();
      case SUSPENDED -> suspended();
      case ONE_OF_MANY -> oneOfMany();
      case SILENT_MACHINE -> silentMachine();
      case STALLED_ON_ONE -> stalledOnOne();
      case HANDED_OVER -> handedOver();
      case TRAFFIC_SHIFTED -> trafficShifted();
    }
  }

  /** Machines that ran before the log began, or boot at its beginning. */
  private Instant[] started() {
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

  private void all() {
    Instant[] from = started();
    for (int i = 0; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  private Instant at(double low, double high) {
    double length = Duration.between(begin, end).toMillis() / 1000.0;
    return Scene.after(begin, scene.between(low * length, high * length));
  }

  /** Rolls a release over every machine; {@code froms} are replaced by the new ready times. */
  private String rollout(Instant created, String image, Instant[] froms) {
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

  private void impact(String change, Instant at, String verdict) {
    scene.fact(
        FindingKind.CHANGE_IMPACT, at, null, null, Map.of("change", change, "verdict", verdict), 2);
  }

  private void deployed() {
    Instant[] from = started();
    Instant created = at(0.4, 0.6);
    impact(rollout(created, scene.image(), from), created, "neutral");
    for (int i = 0; i < from.length; i++) {
      traffic.up(scene.machines.get(i), from[i], end);
    }
  }

  private void autostop() {
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

  private void flaps() {
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

  /** Crashes a machine again and again from a boot on; gives the crashes' times. */
  private List<Instant> loop(Machine machine, Instant up, Instant until, double low, double high) {
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

  private void burst(Machine machine, List<Instant> crashes) {
    scene.fact(
        FindingKind.RESTART_BURST,
        crashes.getFirst(),
        crashes.getLast(),
        machine,
        Map.of("count", crashes.size()),
        5);
  }

  private void crashLoop() {
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

  private void badRelease(boolean oneEndpoint) {
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
    Map<Machine, Integer> place = new java.util.HashMap<>();
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

  private void databaseDown() {
    all();
    rate = scene.between(0.2, 1);
    Instant from = at(0.3, 0.5);
    Instant to = Scene.after(from, scene.between(300, 2_400));
    double share = scene.between(0.5, 1);
    failure = (at, machine, path) -> !at.isBefore(from) && at.isBefore(to) ? share : noise;
    scene.fact(FindingKind.OUTAGE, from, to, null, Map.of(), 120);
  }

  private void outOfMemory() {
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

  private void slowBurst() {
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

  private void gaveUp() {
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

  private void lostLog() {
    all();
    rate = scene.between(0.3, 1);
    lostFrom = at(0.35, 0.6);
    lostTo = Scene.after(lostFrom, scene.between(480, 2_400));
    scene.fact(FindingKind.LOG_GAP, lostFrom, lostTo, null, Map.of(), 60);
  }

  private void together() {
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

  private void killTimeout() {
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

  private void crashBesideSleep() {
    autostopAll();
  }

  /** One machine sleeps and wakes, another crashes once and comes back. */
  private void autostopAll() {
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

  /** A part of the program that speaks by itself, from every machine that is up. */
  private void beat() {
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

  private void workerStalled() {
    all();
    stallFrom = at(0.4, 0.5);
    stallTo = Scene.after(stallFrom, scene.between(1_500, 3_000));
    scene.fact(FindingKind.SILENCE, stallFrom, stallTo, null, Map.of("emitter", "metrics"), 60);
  }

  private void segfault() {
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

  /**
   * Dependants miss the repo while the program runs on and fails its requests; the driver says
   * nothing, or, where {@code loud}, that it can't connect.
   */
  private void repo(boolean loud) {
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

  /** A release listens on the wrong port: nothing crashes, the proxy can't connect. */
  private void portWrong() {
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

  /** A signal that somebody sent halts the program. */
  private void haltedBySignal() {
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

  /** The only machine is suspended for want of traffic, and nobody speaks until it wakes. */
  private void suspended() {
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

  /** One machine crashes again and again while the others serve: nobody notices. */
  private void oneOfMany() {
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

  /** One machine's program hangs and says nothing, the others go on; later it goes on as well. */
  private void silentMachine() {
    all();
    rate = scene.between(0.3, 1);
    stallFrom = at(0.4, 0.5);
    stallTo = Scene.after(stallFrom, scene.between(1_200, 2_400));
    stalled = scene.machines.getFirst();
    scene.fact(FindingKind.SILENCE, stallFrom, stallTo, stalled, Map.of("emitter", "app"), 60);
  }

  /** A part of the program stalls on one machine only. */
  private void stalledOnOne() {
    all();
    stallFrom = at(0.4, 0.5);
    stallTo = Scene.after(stallFrom, scene.between(1_200, 2_400));
    stalled = scene.machines.getLast();
    scene.fact(FindingKind.SILENCE, stallFrom, stallTo, stalled, Map.of("emitter", "metrics"), 60);
  }

  /** A job that runs on one machine at a time moves to another: nobody is silent. */
  private void handedOver() {
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
  private void trafficShifted() {
    all();
    rate = scene.between(0.3, 1);
    Instant from = at(0.3, 0.4);
    traffic.shun(scene.machines.getFirst(), from, Scene.after(from, scene.between(1_800, 3_600)));
  }
}
