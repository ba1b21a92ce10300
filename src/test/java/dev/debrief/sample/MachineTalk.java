package dev.debrief.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What the platform and the app on one machine say about its boots and ends. */
final class MachineTalk {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final DateTimeFormatter HALLPASS =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");
  private static final DateTimeFormatter NANOS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS");

  private final String id;
  private final FlyLog log;
  private final SplittableRandom random;
  private final BeamMessages beam;
  private String version = "";
  private Instant limit = Instant.MAX;

  MachineTalk(String id, FlyLog log, SplittableRandom random) {
    this.id = id;
    this.log = log;
    this.random = random;
    this.beam = new BeamMessages(random, id);
  }

  void version(String ulid) {
    this.version = ulid;
  }

  /** Nothing that a boot would say later than this is said: it was stopped before. */
  void until(Instant instant) {
    this.limit = instant;
  }

  void pull(Instant replaced, String image, SplittableRandom random) {
    double took = random.nextDouble(1.2, 4.1);
    Instant began = Machine.plus(replaced, -took - 1.4);
    limit = Instant.MAX;
    runner(began, "Pulling container image " + image);
    Instant ready = Machine.plus(began, took);
    runner(
        ready,
        "Successfully prepared image " + image + String.format(Locale.ROOT, " (%.9fs)", took));
    runner(Machine.plus(ready, 0.31), "Setting up volume 'mnesia_data'");
    runner(Machine.plus(ready, 0.35), "Opening encrypted volume");
    runner(Machine.plus(ready, 0.9), "Configuring firecracker");
  }

  /** A stop that was asked for. Returns when the process had ended. */
  Instant stop(Instant at, Instant booted) {
    limit = Instant.MAX;
    app(
        at,
        " INFO Sending signal SIGTERM to main child process w/ PID " + random.nextInt(318, 334));
    clocked(at.plusMillis(3), "[notice] SIGTERM received - shutting down");
    Instant gone = Machine.plus(at, random.nextDouble(0.9, 2.3));
    app(gone, " INFO Main child exited normally with code: 0");
    cleanUp(gone, booted, "reboot: Power down");
    return gone;
  }

  void boot(Instant at, Conduct conduct, boolean fresh, Instant exit) {
    app(at, NANOS.format(utc(at)) + " [" + version + ":main] Running Firecracker v1.12.1");
    app(after(at, 0.28), " INFO Starting init (commit: 676a820c)...");
    app(after(at, 0.33), " INFO Mounting /dev/vdc at /data w/ uid: 0, gid: 0 and chmod 0755");
    app(after(at, 0.345), " INFO Resized /data to 1056964608 bytes");
    app(after(at, 0.36), " INFO Preparing to run: `/app/bin/server` as nobody");
    app(after(at, 0.37), " INFO [fly api proxy] listening at /.fly/api");
    double took = random.nextDouble(0.41, 0.6);
    runner(
        after(at, took),
        fresh
            ? String.format(Locale.ROOT, "Machine created and started in %.3fs", took + 4.2)
            : "Machine started in " + Math.round(took * 1000) + "ms");
    app(
        after(at, 0.61),
        HALLPASS.format(utc(after(at, 0.61)))
            + " INFO SSH listening listen_address=[fdaa:0:9cc8:a7b:3b5:"
            + id.substring(0, 4)
            + ":"
            + id.substring(4, 8)
            + ":2]:22");
    if (conduct.ready > 0) {
      listen(after(at, conduct.ready));
    }
    app(
        after(at, Math.max(conduct.ready, 1.1) + random.nextDouble(0.2, 0.5)),
        " WARN Reaped child process with pid: "
            + random.nextInt(374, 398)
            + " and signal: SIGUSR1, core dumped? false");
    started(at, conduct);
    complain(at, conduct, exit);
  }

  /** The app gives up, and the VM with it. */
  void crash(Instant booted, Instant exit, Conduct conduct) {
    limit = Instant.MAX;
    if (conduct == Conduct.NO_DATABASE_URL) {
      lines(exit.minusMillis(160), BeamMessages.configurationRaised());
      app(exit.minusMillis(3), "Runtime terminating during boot ({exit,shutdown})");
    } else {
      Instant ended = exit.minusMillis(4);
      if (conduct == Conduct.NO_SUCH_PEER) {
        block(ended, BeamMessages.startRaised());
      } else {
        clocked(ended, "[notice] Application blockster_v2 exited: shutdown");
      }
      app(
          exit.minusMillis(3),
          "Kernel pid terminated (application_controller) (\"{application_"
              + (conduct == Conduct.NO_SUCH_PEER ? "start_failure" : "terminated")
              + ",blockster_v2,shutdown}\")");
    }
    app(exit.minusMillis(2), "Crash dump is being written to: erl_crash.dump...done");
    app(exit, " INFO Main child exited normally with code: 1");
    if (conduct.ready > 0) {
      log.add(
          exit.plusMillis(1500),
          "health",
          id,
          "error",
          "Health check 'servicecheck-00-tcp-8080' on port 8080 has failed. Your app is not"
              + " responding properly. Services exposed on ports [80, 443] will have intermittent"
              + " failures until the health check passes.");
    }
    cleanUp(exit, booted, "reboot: Restarting system");
  }

  /** A release command's own short-lived machine: it has no volume, and no restart policy. */
  void migrate(Instant at, String image) {
    runner(after(at, -1.9), "Pulling container image " + image);
    runner(after(at, -0.6), "Successfully prepared image " + image + " (1.300000000s)");
    runner(after(at, -0.3), "Configuring firecracker");
    app(at, NANOS.format(utc(at)) + " [" + version + ":main] Running Firecracker v1.12.1");
    app(after(at, 0.28), " INFO Starting init (commit: 676a820c)...");
    app(after(at, 0.36), " INFO Preparing to run: `/app/bin/migrate` as nobody");
    app(after(at, 0.37), " INFO [fly api proxy] listening at /.fly/api");
    runner(after(at, 0.52), "Machine created and started in 2.411s");
    Instant exit = after(at, 2.31);
    app(exit.minusMillis(40), "** (EXIT from #PID<0.98.0>) shutdown");
    app(exit, " INFO Main child exited normally with code: 1");
    app(exit.plusMillis(9), " INFO Starting clean up.");
    app(exit.plusMillis(27), " WARN could not unmount /rootfs: EINVAL: Invalid argument");
    app(exit.plusMillis(72), "[    2.382000] reboot: Restarting system");
    runner(exit.plusMillis(310), "machine restart policy set to 'no', not restarting");
  }

  void givesUp(Instant at) {
    runner(at, "machine has reached its max restart count of 10");
  }

  void startedByProxy(Instant at) {
    limit = Instant.MAX;
    log.add(Machine.plus(at, -0.21), "proxy", id, "info", "Starting machine");
    log.add(
        Machine.plus(at, 0.62),
        "proxy",
        id,
        "info",
        String.format(Locale.ROOT, "machine started in %.9fs", random.nextDouble(0.78, 0.86)));
  }

  private void listen(Instant at) {
    clocked(at, "[info] Running BlocksterV2Web.Endpoint with Bandit 1.8.0 at :::8080 (http)");
    clocked(at.plusMillis(2), "[info] Access BlocksterV2Web.Endpoint at https://blockster.com");
    if (!at.plusMillis(800).isAfter(limit)) {
      say(
          at.plusMillis(800),
          "health",
          "Health check 'servicecheck-00-tcp-8080' on port 8080 is now passing.");
    }
  }

  /** What a start has to say when it is well, or well so far. */
  private void started(Instant at, Conduct conduct) {
    switch (conduct) {
      case HEALTHY, NO_REPO, STAGER, PATIENT, INET6_DIST, SIGNAL_IGNORED -> {
        clocked(after(at, 2.7), "[info] [MnesiaInitializer] Mnesia is running from /data/mnesia");
        clocked(after(at, 4.1), "[info] [MnesiaInitializer] All tables ready");
      }
      case TOGETHER -> {
        clocked(after(at, 2.7), "[info] [MnesiaInitializer] Mnesia is running from /data/mnesia");
        clocked(after(at, 5.2), "[info] [MnesiaInitializer] All tables ready");
        clocked(
            after(at, 6.4),
            "[info] [MnesiaInitializer] Successfully joined cluster and synced tables");
      }
      case NAME_RESOLVES ->
          clocked(
              after(at, 2.4),
              "[info] [DatabaseReady] pgbouncer.z23750vxk45r96d1.flympg.net resolves to"
                  + " fdaa:0:9cc8:0:1::10");
      case NOTIFIER,
          PEERS,
          NO_SUCH_PEER,
          GONE_IN_35_MS,
          HUB_LOGO,
          MNESIA_DAMAGED,
          NO_DATABASE_URL,
          OBAN_OFF,
          MINIMAL -> {}
    }
  }

  /** Complaints, spread from the start to just before the end. */
  private void complain(Instant at, Conduct conduct, Instant exit) {
    List<List<String>> complaints = beam.of(conduct);
    double from = 2.4;
    double to = complaints.isEmpty() ? from : (exit.toEpochMilli() - at.toEpochMilli()) / 1000.0;
    for (int i = 0; i < complaints.size(); i++) {
      double offset = from + (to - from) * (i + random.nextDouble(0.15, 0.85)) / complaints.size();
      block(after(at, offset), complaints.get(i));
    }
  }

  private void cleanUp(Instant exit, Instant booted, String end) {
    limit = Instant.MAX;
    app(exit.plusMillis(9), " INFO Starting clean up.");
    app(exit.plusMillis(15), " INFO Umounting /dev/vdc from /data");
    app(exit.plusMillis(27), " WARN could not unmount /rootfs: EINVAL: Invalid argument");
    app(
        exit.plusMillis(58),
        " WARN Reaped child process with pid: "
            + random.nextInt(374, 398)
            + " and signal: SIGUSR1, core dumped? false");
    double upFor = (exit.plusMillis(72).toEpochMilli() - booted.toEpochMilli()) / 1000.0;
    app(exit.plusMillis(72), String.format(Locale.ROOT, "[%12.6f] %s", upFor, end));
  }

  private void block(Instant at, List<String> lines) {
    clocked(at, lines.getFirst());
    lines(at, lines.subList(1, lines.size()));
  }

  private void lines(Instant at, List<String> lines) {
    lines.forEach(line -> app(at, line));
  }

  private void clocked(Instant at, String message) {
    app(at, CLOCK.format(utc(at)) + " " + message);
  }

  private void app(Instant at, String message) {
    say(at, "app", message);
  }

  private void runner(Instant at, String message) {
    say(at, "runner", message);
  }

  private void say(Instant at, String provider, String message) {
    if (at.isBefore(limit)) {
      log.add(at, provider, id, "info", message);
    }
  }

  private static Instant after(Instant at, double seconds) {
    return Machine.plus(at, seconds);
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
