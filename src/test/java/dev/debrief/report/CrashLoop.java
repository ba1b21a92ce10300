package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Commit;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Severity;
import dev.debrief.model.Signature;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident made by hand, in the shape that an import and an analysis give: two machines that
 * loop after a deploy, a driver that says nothing, a signal that misleads, a rollback that doesn't
 * help, a change that does.
 */
final class CrashLoop {
  static final String LOG = "fly-logs.json";
  static final String RELEASES = "releases.json";
  static final String A = "17817e62f16438";
  static final String B = "865d14fe30d228";
  static final Instant BEGAN = Instant.parse("2026-02-25T21:00:33.120Z");
  static final Instant ENDED = Instant.parse("2026-02-26T06:05:10.500Z");

  private final List<Entry> entries = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Signature> signatures = new ArrayList<>();
  private long line;
  private int id;

  static Dossier dossier() {
    return new CrashLoop().build();
  }

  private Dossier build() {
    Evidence healthy =
        log("2026-02-25T20:59:58.001Z", "app", A, Level.INFO, "GET / sent 200 in 12ms");
    log(
        "2026-02-25T20:10:02.000Z",
        "app",
        A,
        Level.INFO,
        "Running BlocksterV2Web.Endpoint with Bandit 1.8.0 at :::8080 (http)");
    Evidence frame =
        log(
            "2026-02-25T21:00:30.000Z",
            "app",
            A,
            Level.ERROR,
            "    (ecto 3.13.2) lib/ecto/repo/registry.ex:22: Ecto.Repo.Registry.lookup/1");
    Evidence lookup =
        log(
            "2026-02-25T21:00:31.000Z",
            "app",
            A,
            Level.ERROR,
            "could not lookup Ecto repo BlocksterV2.Repo because it was not started or it does not"
                + " exist");
    Evidence url =
        log(
            "2026-02-25T21:20:00.000Z",
            "app",
            A,
            Level.ERROR,
            "config DATABASE_URL=postgresql://fly-user:hunter2@[fdaa::e]:5432/fly-db for"
                + " adam@example.com | see <b>x</b> `y` @someone");
    List<Evidence> exits = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant at = BEGAN.plusSeconds(i * 600L);
      String machine = i % 2 == 0 ? A : B;
      Evidence exit =
          log(
              at.toString(),
              "app",
              machine,
              Level.INFO,
              " INFO Main child exited normally with code: 1");
      log(
          at.plusMillis(400).toString(),
          "app",
          machine,
          Level.INFO,
          " INFO Sending signal SIGUSR1 to main child process w/ PID 653");
      exits.add(exit);
      find(
          at,
          null,
          List.of(machine),
          Severity.WARNING,
          "crash",
          List.of(exit),
          new Details.Exit(1, null, false, false, "crash"));
    }
    Evidence lastExit = exits.getLast();
    Evidence recovered = log(ENDED.toString(), "app", A, Level.INFO, "GET / sent 200 in 9ms");
    log("2026-02-26T07:00:00.000Z", "app", A, Level.INFO, "GET / sent 200 in 8ms");

    release("v289", "2026-02-23T08:10:00Z", "deployment-01KHA", ChangeKind.DEPLOY, null);
    release(
        "v290", "2026-02-25T21:00:00Z", "deployment-01KJB", ChangeKind.DEPLOY, Verdict.INTRODUCED);
    release(
        "v291", "2026-02-26T00:30:24Z", "deployment-01KHA", ChangeKind.ROLLBACK, Verdict.NO_EFFECT);
    release(
        "v292", "2026-02-26T02:06:24Z", "deployment-01KHA", ChangeKind.CONFIG, Verdict.NO_EFFECT);
    release("v293", "2026-02-26T05:58:20Z", "deployment-01KJF", ChangeKind.DEPLOY, Verdict.FIXED);
    commit("5e8f6db", "2026-02-25T20:40:00Z", "Fix login URL");
    commit("0d09b8c", "2026-02-26T01:40:00Z", "Oban: PG notifier");

    for (String machine : List.of(A, B)) {
      find(
          machine.equals(A) ? BEGAN : BEGAN.plusSeconds(600),
          BEGAN.plusSeconds(machine.equals(A) ? 38 * 600 : 39 * 600),
          List.of(machine),
          Severity.CRITICAL,
          "restarts",
          List.of(exits.getFirst(), lastExit),
          new Details.RestartBurst(20, 1));
      find(
          BEGAN.plusMillis(400),
          BEGAN.plusSeconds(39 * 600).plusMillis(400),
          List.of(machine),
          Severity.INFO,
          "SIGUSR1",
          List.of(new Evidence(LOG, exits.getFirst().line() + 1)),
          new Details.Signal("SIGUSR1", Details.SignalRole.INCIDENTAL, 20));
    }
    find(
        BEGAN,
        ENDED,
        List.of(A, B),
        Severity.CRITICAL,
        "Outage",
        List.of(exits.getFirst(), recovered),
        new Details.Outage(
            "whole",
            null,
            null,
            "everything",
            List.of(),
            new Details.Outage.Phase(
                Instant.parse("2026-02-25T20:59:58.001Z"), BEGAN, healthy, exits.getFirst()),
            null,
            null,
            new Details.Outage.Phase(BEGAN.plusSeconds(39 * 600), ENDED, lastExit, recovered)));
    find(
        BEGAN,
        Instant.parse("2026-02-26T05:58:20Z"),
        List.of(),
        Severity.WARNING,
        "Postgrex is silent",
        List.of(lookup),
        new Details.Silence(
            "Postgrex", Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS, "unexplained", null));
    find(
        Instant.parse("2026-02-25T21:00:31Z"),
        Instant.parse("2026-02-26T05:50:00Z"),
        List.of(),
        Severity.CRITICAL,
        "Ecto repo was not started",
        List.of(lookup, url),
        new Details.KnownCause(
            "ecto-repo-not-started", 312, "Start the repo by hand", "See its socket options", ""));
    find(
        Instant.parse("2026-02-25T21:00:31Z"),
        null,
        List.of(A),
        Severity.WARNING,
        "could not lookup Ecto repo",
        List.of(lookup),
        new Details.NewSignature("s1", 312));
    find(
        BEGAN.plusSeconds(600),
        null,
        List.of(A, B),
        Severity.WARNING,
        "together",
        List.of(exits.get(1)),
        new Details.SimultaneousExit(2, 3));
    for (Change change : changes) {
      if (change.impact() != null) {
        find(
            change.moment().at(),
            null,
            List.of(),
            Severity.INFO,
            "impact",
            List.of(exits.getFirst(), lastExit),
            new Details.ChangeImpact(
                change.change(),
                change.impact(),
                "crashes",
                20,
                3600,
                22,
                3600,
                1.1,
                0.6,
                2.0,
                0.8,
                "",
                List.of(),
                List.of(),
                ""));
      }
    }
    signatures.add(
        new Signature(
            "s2", "(ecto <*>) <*>", "app", Level.ERROR, 10, 0, BEGAN, ENDED, List.of(A), frame));
    List<MachineLife> lives =
        List.of(life(A, exits.getFirst(), recovered), life(B, exits.get(1), lastExit));
    Hypothesis ruledOut =
        new Hypothesis(
            "sigusr1-crash-dump",
            "SIGUSR1 brought the program down",
            Hypothesis.Standing.RULED_OUT,
            0.2,
            List.of(),
            List.of(
                new Hypothesis.Argument(
                    "Every SIGUSR1 follows an exit of the same boot", List.of(exits.getFirst()))),
            "",
            "");
    Hypothesis open =
        new Hypothesis(
            "socket-options",
            "A socket option kills the connections",
            Hypothesis.Standing.NOT_ASSESSED,
            0.5,
            List.of(),
            List.of(),
            "Start the driver with and without :keepalive.",
            "fly ssh console -C 'bin/app eval …'");
    Conclusions conclusions =
        new Conclusions(
            findings,
            changes,
            lives,
            signatures,
            List.of(open, ruledOut),
            List.of("Who noticed first: no log tells."));
    List<Source> sources =
        List.of(
            source(LOG, "fly-json", line, "2026-02-25T20:10:02Z", "2026-02-26T07:00:00Z"),
            source("git.log", "git-log", 7, "2026-02-25T20:40:00Z", "2026-02-26T01:40:00Z"),
            source(RELEASES, "releases-json", 7, "2026-02-23T08:10:00Z", "2026-02-26T05:58:20Z"));
    return new Dossier(
        "blockster-v2",
        conclusions,
        sources,
        entries.stream().filter(entry -> !(entry instanceof LogRecord)).toList(),
        List.of(),
        new LinesInMemory(entries));
  }

  private static MachineLife life(String machine, Evidence first, Evidence last) {
    return new MachineLife(
        machine,
        "blockster-v2",
        "ord",
        List.of(
            new MachineLife.Phase(
                MachineLife.State.FAILING, new TimeRange(BEGAN, ENDED), List.of(first)),
            new MachineLife.Phase(
                MachineLife.State.UP,
                new TimeRange(ENDED, Instant.parse("2026-02-26T07:00:00Z")),
                List.of(last))));
  }

  private Evidence log(String at, String provider, String machine, Level severity, String text) {
    line++;
    Evidence evidence = new Evidence(LOG, line);
    Moment moment = new Moment(Instant.parse(at), Precision.MILLISECOND, Clock.PLATFORM);
    entries.add(
        new LogRecord(
            evidence,
            1,
            moment,
            "blockster-v2",
            provider,
            machine,
            "ord",
            Level.INFO,
            severity,
            text,
            line,
            Map.of()));
    return evidence;
  }

  private void release(
      String version, String at, String image, ChangeKind kind, @Nullable Verdict verdict) {
    Evidence evidence = new Evidence(RELEASES, changes.size() + 1);
    Moment moment = new Moment(Instant.parse(at), Precision.SECOND, Clock.RELEASE);
    entries.add(
        new Release(
            evidence,
            1,
            moment,
            "blockster-v2",
            version,
            "complete",
            "Release",
            "",
            "adam@example.com",
            image));
    changes.add(
        new Change(
            version,
            kind,
            moment,
            "adam@example.com",
            "complete",
            image,
            "",
            "",
            List.of(evidence),
            verdict));
  }

  private void commit(String hash, String at, String subject) {
    Evidence evidence = new Evidence("git.log", changes.size() + 1);
    Moment moment = new Moment(Instant.parse(at), Precision.SECOND, Clock.COMMIT);
    entries.add(new Commit(evidence, 1, moment, hash, "Adam", subject));
    changes.add(
        new Change(
            hash,
            ChangeKind.COMMIT,
            moment,
            "Adam",
            "",
            "",
            hash,
            subject,
            List.of(evidence),
            null));
  }

  private void find(
      Instant start,
      @Nullable Instant end,
      List<String> machines,
      Severity severity,
      String title,
      List<Evidence> evidence,
      Details details) {
    id++;
    findings.add(
        new Finding(
            "F" + id,
            start,
            end,
            machines,
            severity,
            0.9,
            title,
            "",
            evidence,
            evidence.size(),
            details));
  }

  private static Source source(String path, String format, long lines, String first, String last) {
    return new Source(
        path,
        format,
        "ab".repeat(32),
        lines * 100,
        lines,
        lines,
        lines,
        0,
        0,
        0,
        0,
        0,
        Instant.parse(first),
        Instant.parse(last),
        "UTC",
        List.of());
  }
}
