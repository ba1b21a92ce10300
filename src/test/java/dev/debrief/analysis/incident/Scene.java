package dev.debrief.analysis.incident;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happens on stage: machines act, and what they say is written down. */
final class Scene {
  final Random random;
  final Stack stack;
  final Instant begin;
  final List<Machine> machines = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  private final boolean coarse;
  private final List<Said> said = new ArrayList<>();
  private final List<Release> releases = new ArrayList<>();
  private final List<MachineEvent> events = new ArrayList<>();
  private final boolean tellsEvents;
  private final boolean tellsReleases;
  private int version;
  private int images;

  /** A line as it was said. */
  private record Said(
      Instant at, String provider, Machine machine, Level level, String text, int order) {}

  /** A machine and whether it runs. */
  static final class Machine {
    final String id;
    final String region;
    boolean up;

    Machine(String id, String region) {
      this.id = id;
      this.region = region;
    }
  }

  Scene(long seed, int count) {
    random = new Random(seed);
    stack = Stack.values()[random.nextInt(Stack.values().length)];
    begin =
        Instant.parse("2026-01-01T00:00:00Z")
            .plusSeconds(random.nextInt(300 * 86_400))
            .truncatedTo(ChronoUnit.SECONDS);
    coarse = random.nextBoolean();
    tellsEvents = random.nextInt(3) > 0;
    tellsReleases = random.nextInt(4) > 0;
    version = 5 + random.nextInt(300);
    String[] regions = {"ord", "fra", "syd", "gru", "lhr"};
    for (int i = 0; i < count; i++) {
      machines.add(
          new Machine(
              String.format(Locale.ROOT, "%014x", random.nextLong() & 0xffffffffffffffL),
              regions[random.nextInt(regions.length)]));
    }
  }

  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  static Instant after(Instant at, double seconds) {
    return at.plusNanos((long) (seconds * 1e9));
  }

  boolean hasReleases() {
    return tellsReleases;
  }

  void say(Instant at, String provider, Machine machine, Level level, String text) {
    said.add(new Said(at, provider, machine, level, text, said.size()));
  }

  void app(Instant at, Machine machine, String text) {
    say(at, "app", machine, Level.INFO, text);
  }

  /** A boot; the program listens at the instant given back. */
  Instant boot(Machine m, Instant at) {
    app(
        at,
        m,
        at.toString().replace("Z", "")
            + " [01"
            + Long.toString(random.nextLong() & Long.MAX_VALUE, 36).toUpperCase(Locale.ROOT)
            + ":main] Running Firecracker v1.12.1");
    app(after(at, 0.3), m, " INFO Starting init (commit: 676a820c)...");
    app(after(at, 0.35), m, " INFO Preparing to run: `" + stack.command + "` as nobody");
    app(after(at, 0.36), m, " INFO [fly api proxy] listening at /.fly/api");
    say(after(at, 0.5), "runner", m, Level.INFO, "Machine started in 501ms");
    app(after(at, 0.52), m, "2026/01/01 00:00:00 INFO SSH listening listen_address=[fdaa::2]:22");
    Instant ready = after(at, between(0.8, 2.5));
    m.up = true;
    event(m, at, "start", "started", "flyd", null);
    if (stack.beam) {
      reaped(m, after(ready, 0.4));
    }
    return ready;
  }

  void ready(Machine m, Instant at) {
    stack.ready(at).forEach(text -> app(at, m, text));
  }

  private void reaped(Machine m, Instant at) {
    app(at, m, " WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false");
  }

  /** A stop that was asked for: its signal and its exit. */
  Instant stop(Machine m, Instant at, String who) {
    if (who.equals("autostop")) {
      say(
          after(at, -0.4),
          "proxy",
          m,
          Level.INFO,
          "App shop has excess capacity, autostopping machine "
              + m.id
              + ". 1 out of 2 machines left running (region="
              + m.region
              + ", process group=app)");
      event(m, after(at, -0.3), "stop", "stopping", "proxy", null);
    } else {
      event(m, after(at, -0.1), "stop", "stopping", "user", null);
    }
    String signal = stack.beam ? "SIGTERM" : "SIGINT";
    app(at, m, " INFO Sending signal " + signal + " to main child process w/ PID 322");
    fact(FindingKind.SIGNAL, at, null, m, Map.of("signal", signal, "role", "requested"), 1.6);
    Instant exit = after(at, between(0.2, 2));
    if (stack.beam) {
      app(
          after(at, 0.003),
          m,
          Stack.clock(after(at, 0.003)) + " [notice] SIGTERM received - shutting down");
      reaped(m, after(exit, -0.004));
    }
    int code = stack.beam ? 0 : random.nextBoolean() ? 0 : 130;
    app(exit, m, " INFO Main child exited normally with code: " + code);
    down(m, exit, "Power down");
    exitEvent(m, exit, code, false, true);
    exit(m, exit, Map.of("code", code, "oom", false, "requested", true));
    return exit;
  }

  /** A stop that the program does not heed until it is killed. */
  void stubborn(Machine m, Instant at) {
    event(m, after(at, -0.1), "stop", "stopping", "user", null);
    app(at, m, " INFO Sending signal SIGINT to main child process w/ PID 322");
    fact(FindingKind.SIGNAL, at, null, m, Map.of("signal", "SIGINT", "role", "requested"), 1.6);
    app(after(at, 5), m, " INFO Sending signal SIGTERM to main child process w/ PID 322");
    fact(
        FindingKind.SIGNAL,
        after(at, 5),
        null,
        m,
        Map.of("signal", "SIGTERM", "role", "requested"),
        1.6);
    Instant gone = after(at, 6);
    app(gone, m, "Virtual machine exited abruptly");
    m.up = false;
    exitEvent(m, gone, 137, false, true);
    exit(m, gone, Map.of("oom", false, "requested", true));
  }

  /** The program dies unasked with a code. */
  Instant crash(Machine m, Instant at, int code) {
    stack.dies(after(at, -0.003)).forEach(text -> app(after(at, -0.003), m, text));
    app(at, m, " INFO Main child exited normally with code: " + code);
    down(m, at, "Restarting system");
    exitEvent(m, at, code, false, false);
    exit(m, at, Map.of("code", code, "oom", false, "requested", false));
    return at;
  }

  /** A signal ends the program unasked. */
  Instant killed(Machine m, Instant at, String signal, boolean oom) {
    if (oom) {
      app(
          after(at, -between(0.005, 1.5)),
          m,
          "[ 7200.534694] Out of memory: Killed process 349 (main) total-vm:1829400kB,"
              + " anon-rss:457350kB, file-rss:0kB, shmem-rss:65564kB, UID:65534 pgtables:1204kB"
              + " oom_score_adj:0");
    }
    app(
        at,
        m,
        " INFO Main child exited with signal (with signal '" + signal + "', core dumped? false)");
    if (oom) {
      app(after(at, 0.001), m, " INFO Process appears to have been OOM killed!");
      app(after(at, between(0.5, 5)), m, "Out of memory: Killed process");
    }
    down(m, at, "Restarting system");
    exitEvent(
        m,
        at,
        switch (signal) {
          case "SIGKILL" -> 137;
          case "SIGUSR1" -> 138;
          default -> 139;
        },
        oom,
        false);
    exit(m, at, Map.of("signal", signal, "oom", oom, "requested", false));
    fact(FindingKind.SIGNAL, at, null, m, Map.of("signal", signal, "role", "cause"), 3);
    return at;
  }

  private void down(Machine m, Instant at, String word) {
    app(after(at, 0.01), m, " INFO Starting clean up.");
    app(after(at, 0.02), m, " WARN could not unmount /rootfs: EINVAL: Invalid argument");
    app(after(at, 0.03), m, "[   17.000000] reboot: " + word);
    if (stack.beam && !word.equals("Power down")) {
      reaped(m, after(at, 0.08));
    }
    m.up = false;
  }

  private void exit(Machine m, Instant at, Map<String, Object> details) {
    fact(FindingKind.EXIT, at, null, m, details, 1.6);
  }

  void fact(
      FindingKind kind,
      Instant start,
      @Nullable Instant end,
      @Nullable Machine machine,
      Map<String, Object> details,
      double tolerance) {
    facts.add(
        new Fact(kind, start, end, machine == null ? "" : machine.id, true, details, tolerance));
  }

  /** Unasked exits of several machines within 100 ms, by design or by chance. */
  void meetings() {
    List<Fact> exits =
        facts.stream()
            .filter(
                fact ->
                    fact.kind() == FindingKind.EXIT
                        && Boolean.FALSE.equals(fact.details().get("requested")))
            .sorted(Comparator.comparing(Fact::start))
            .toList();
    for (int i = 0; i + 1 < exits.size(); i++) {
      Fact a = exits.get(i);
      Fact b = exits.get(i + 1);
      if (!a.machine().equals(b.machine())
          && Duration.between(a.start(), b.start()).toMillis() < 110) {
        // Whole seconds alone can't show it; nor can events that are no longer kept.
        facts.add(
            new Fact(
                FindingKind.SIMULTANEOUS_EXIT,
                a.start(),
                null,
                "",
                !coarse && Duration.between(a.start(), b.start()).toMillis() < 95,
                Map.of(),
                1.6));
        while (i + 1 < exits.size()
            && Duration.between(a.start(), exits.get(i + 1).start()).toMillis() <= 100) {
          i++;
        }
      }
    }
  }

  /** A release: gives its name. */
  String release(Instant at, String image) {
    version++;
    releases.add(
        new Release(
            place("releases.json"),
            1,
            new Moment(at.truncatedTo(ChronoUnit.SECONDS), Precision.SECOND, Clock.RELEASE),
            "shop",
            "v" + version,
            "complete",
            "Release",
            "",
            "dev@example.com",
            "registry.fly.io/shop:deployment-" + image));
    return "v" + version;
  }

  String image() {
    return "image" + (++images);
  }

  /** A deploy rolls over a machine: it stops where it runs, pulls, boots; ready as given back. */
  Instant roll(Machine m, Instant at) {
    Instant free = m.up ? stop(m, at, "deploy") : at;
    Instant pull = after(free, between(0.5, 3));
    say(
        pull,
        "runner",
        m,
        Level.INFO,
        "Pulling container image registry.fly.io/shop:deployment-x" + version);
    say(after(pull, 1.5), "runner", m, Level.INFO, "Successfully prepared image (1.5s)");
    say(after(pull, 2), "runner", m, Level.INFO, "Configuring firecracker");
    return boot(m, after(pull, 2.1));
  }

  private void event(
      Machine m,
      Instant at,
      String type,
      String status,
      String source,
      MachineEvent.@Nullable Exit exit) {
    if (tellsEvents) {
      events.add(
          new MachineEvent(
              place("machines.json"),
              1,
              new Moment(at.truncatedTo(ChronoUnit.MILLIS), Precision.MILLISECOND, Clock.EVENT),
              "shop",
              m.id,
              m.region,
              type,
              status,
              source,
              exit));
    }
  }

  private void exitEvent(Machine m, Instant at, int code, boolean oom, boolean requested) {
    event(
        m,
        after(at, between(0.05, 0.6)),
        "exit",
        "stopped",
        "flyd",
        new MachineEvent.Exit(
            code, -1, oom, requested, !requested, 0, at.truncatedTo(ChronoUnit.MILLIS)));
  }

  private Evidence place(String source) {
    return new Evidence(source, 1 + releases.size() + events.size());
  }

  /** The program of one machine says nothing for a time. */
  void mute(Machine m, Instant from, Instant to) {
    said.removeIf(
        line ->
            line.machine() == m
                && line.provider().equals("app")
                && !line.at().isBefore(from)
                && line.at().isBefore(to));
  }

  /** Lines of a time are lost. */
  void lose(Instant from, Instant to) {
    said.removeIf(line -> !line.at().isBefore(from) && line.at().isBefore(to));
  }

  /** Everything that was said, as records, with the facts of the histories beside it. */
  List<Entry> entries() {
    List<Said> lines = new ArrayList<>(said);
    lines.sort(Comparator.comparing(Said::at).thenComparing(Said::order));
    List<Entry> entries = new ArrayList<>();
    long line = 0;
    for (Said each : lines) {
      line++;
      entries.add(record(each, line));
    }
    if (tellsReleases) {
      entries.addAll(releases);
    }
    Map<String, Integer> kept = new HashMap<>();
    for (int i = events.size() - 1; i >= 0; i--) {
      // The platform keeps the newest twenty of a machine.
      if (kept.merge(events.get(i).machine(), 1, Integer::sum) <= 20) {
        entries.add(events.get(i));
      }
    }
    return entries;
  }

  private LogRecord record(Said each, long line) {
    Moment moment =
        coarse
            ? new Moment(
                each.at().truncatedTo(ChronoUnit.SECONDS), Precision.SECOND, Clock.PLATFORM)
            : new Moment(each.at(), Precision.NANOSECOND, Clock.PLATFORM);
    if (coarse && each.text().matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*")) {
      moment =
          new Moment(
              each.at().truncatedTo(ChronoUnit.MILLIS), Precision.MILLISECOND, Clock.RUNTIME);
    }
    return new LogRecord(
        new Evidence("fly-logs.txt", line),
        1,
        moment,
        "",
        each.provider(),
        each.machine().id,
        each.machine().region,
        each.level(),
        each.text().contains("[error]") ? Level.ERROR : each.level(),
        each.text(),
        line,
        Map.of());
  }
}
