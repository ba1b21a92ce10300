package dev.debrief.timeline;

import dev.debrief.model.Annotation;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Level;
import dev.debrief.model.MachineLife;
import dev.debrief.model.MachineLife.State;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import dev.debrief.model.Signature;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Made-up cases that a timeline is drawn of. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-02-25T19:00:00Z");
  public static final Instant BROKEN = Instant.parse("2026-02-25T21:00:33.120Z");
  public static final Instant MENDED = Instant.parse("2026-02-26T06:05:33.900Z");
  public static final Instant END = Instant.parse("2026-02-26T08:00:00Z");
  private static final Evidence LINE = new Evidence("fly-logs.json", 4711);

  private Samples() {}

  /** Two machines in a crash loop for nine hours. */
  public static Timeline outage() {
    Conclusions conclusions = outageConclusions();
    return Timelines.of("blockster-v2", conclusions, sources(), notes(), density(conclusions));
  }

  public static Conclusions outageConclusions() {
    List<Finding> findings = new ArrayList<>();
    List<MachineLife> lives = new ArrayList<>();
    Random random = new Random(1);
    for (String machine : List.of("17817e62f16438", "865d14fe30d228")) {
      List<MachineLife.Phase> phases = new ArrayList<>();
      phases.add(phase(State.UP, START, BROKEN.minusSeconds(15)));
      Instant at = BROKEN.minusSeconds(12);
      int exits = 0;
      while (at.isBefore(MENDED.minusSeconds(60))) {
        Instant up = at.plusMillis(4000 + random.nextInt(2000));
        Instant exit = up.plusMillis(8000 + random.nextInt(6000));
        phases.add(phase(State.BOOTING, at, up));
        phases.add(phase(State.FAILING, up, exit));
        at = exit.plusSeconds(20 + random.nextInt(60));
        phases.add(phase(State.DOWN, exit, at));
        findings.add(
            finding(
                exit,
                null,
                List.of(machine),
                Severity.WARNING,
                "exit 1, not requested",
                new Details.Exit(1, null, false, false, "crash")));
        if (exits % 3 == 0) {
          findings.add(
              finding(
                  exit.plusMillis(4),
                  null,
                  List.of(machine),
                  Severity.INFO,
                  "SIGUSR1 after the exit",
                  new Details.Signal("SIGUSR1", Details.SignalRole.INCIDENTAL, 1)));
        }
        exits++;
      }
      findings.add(
          finding(
              BROKEN,
              at,
              List.of(machine),
              Severity.CRITICAL,
              "restart burst",
              new Details.RestartBurst(exits, 6)));
      phases.add(phase(State.UP, at, END));
      lives.add(new MachineLife(machine, "blockster-v2", "ord", phases));
      findings.add(
          finding(
              BROKEN.minusSeconds(14),
              null,
              List.of(machine),
              Severity.INFO,
              "SIGTERM, a deploy",
              new Details.Signal("SIGTERM", Details.SignalRole.REQUESTED, 1)));
      findings.add(
          finding(
              BROKEN.minusSeconds(13),
              null,
              List.of(machine),
              Severity.INFO,
              "exit 0, requested",
              new Details.Exit(0, null, false, true, "deploy")));
    }
    findings.add(
        finding(
            BROKEN,
            MENDED,
            List.of(),
            Severity.CRITICAL,
            "Outage of 9 h 5 min",
            new Details.Outage(
                "whole",
                4200L,
                4300L,
                "everything",
                List.of(),
                phaseOf(BROKEN.minusSeconds(40), BROKEN),
                phaseOf(BROKEN.plusSeconds(700), BROKEN.plusSeconds(900)),
                phaseOf(MENDED.minusSeconds(4000), MENDED.minusSeconds(3600)),
                phaseOf(MENDED.minusSeconds(30), MENDED))));
    findings.add(
        finding(
            BROKEN,
            MENDED,
            List.of(),
            Severity.WARNING,
            "Postgrex is silent",
            new Details.Silence(
                "Postgrex", Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS, "unexplained", null)));
    findings.add(
        finding(
            BROKEN.plusSeconds(1),
            MENDED,
            List.of(),
            Severity.CRITICAL,
            "Ecto repo not started",
            new Details.KnownCause("ecto-repo-not-started", 800, "", "", "")));
    findings.add(
        finding(
            Instant.parse("2026-02-26T02:10:00Z"),
            Instant.parse("2026-02-26T02:41:00Z"),
            List.of(),
            Severity.WARNING,
            "log missing for 31 min",
            new Details.LogGap()));
    List<Change> changes =
        List.of(
            change("v289", ChangeKind.DEPLOY, "2026-02-23T08:10:00Z", Verdict.INCONCLUSIVE),
            change("5e8f6db", ChangeKind.COMMIT, "2026-02-25T20:41:00Z", null),
            change("v290", ChangeKind.DEPLOY, "2026-02-25T21:00:00Z", Verdict.INTRODUCED),
            change("0d09b8c", ChangeKind.COMMIT, "2026-02-25T21:58:00Z", null),
            change("v291", ChangeKind.DEPLOY, "2026-02-25T22:02:00Z", Verdict.NO_EFFECT),
            change("v292", ChangeKind.DEPLOY, "2026-02-25T22:31:00Z", Verdict.NO_EFFECT),
            change("v293", ChangeKind.CONFIG, "2026-02-25T22:35:00Z", Verdict.NO_EFFECT),
            change("v294", ChangeKind.ROLLBACK, "2026-02-26T00:12:00Z", Verdict.NO_EFFECT),
            change("scale-1", ChangeKind.SCALE, "2026-02-26T01:00:00Z", Verdict.NO_EFFECT),
            change("v295", ChangeKind.DEPLOY, "2026-02-26T03:10:00Z", Verdict.INCONCLUSIVE),
            change("v296", ChangeKind.DEPLOY, "2026-02-26T06:03:10Z", Verdict.FIXED));
    List<Signature> signatures = new ArrayList<>();
    String[] templates = {
      "could not lookup Ecto repo <*> because it was not started or it does not exist",
      "GenServer <*> terminating ** (stop) exited in: DBConnection.Holder.checkout(<*>)",
      "Application blockster_v2 exited: shutdown",
      "Oban could not start because: no notifier running for instance Oban",
      "[PC01] instance refused connection. is your app listening on <*>?",
      "Mnesia: ** ERROR ** :mnesia_controller got unexpected info: {:EXIT, <*>, :killed}"
    };
    for (int i = 0; i < templates.length; i++) {
      signatures.add(
          new Signature(
              "S" + i,
              templates[i],
              "",
              Level.ERROR,
              9_000 / (i + 1),
              i == 4 ? 3 : 0,
              BROKEN.plusSeconds(i * 1_200L),
              MENDED.minusSeconds(i * 1_000L),
              List.of(),
              LINE));
    }
    findings.sort(Comparator.comparing(Finding::start));
    List<Finding> named = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      named.add(findings.get(i).withId("F" + (i + 1)));
    }
    return new Conclusions(named, changes, lives, signatures, List.of(), List.of());
  }

  public static List<Source> sources() {
    return List.of(
        source("fly-logs.json", "fly-json", START, END),
        source("releases.json", "releases-json", START.minus(Duration.ofDays(9)), MENDED),
        source("machines.json", "machine-json", START.minus(Duration.ofDays(2)), MENDED),
        source("git.log", "git-log", START.minus(Duration.ofDays(6)), MENDED));
  }

  private static List<Annotation> notes() {
    return List.of(
        new Annotation(
            1,
            Annotation.Kind.NOTE,
            Instant.parse("2026-02-26T04:10:00Z"),
            null,
            "Repo disabled by hand: app stays up",
            LINE),
        new Annotation(
            2,
            Annotation.Kind.PIN,
            Instant.parse("2026-02-25T21:20:00Z"),
            null,
            "first page",
            LINE));
  }

  public static Density density(Conclusions conclusions) {
    Tally.Builder tally = new Tally.Builder();
    Random random = new Random(7);
    for (Instant at = START; at.isBefore(END); at = at.plusMillis(200 + random.nextInt(3_000))) {
      boolean bad = !at.isBefore(BROKEN) && at.isBefore(MENDED);
      long nanos = Nanos.of(at);
      tally.add(Density.RECORDS, nanos);
      if (bad && random.nextInt(3) == 0) {
        tally.add(Density.ERRORS, nanos);
        int which = Math.min(5, (int) Math.abs(random.nextGaussian() * 2));
        Signature signature = conclusions.signatures().get(which);
        if (!at.isBefore(signature.first()) && !at.isAfter(signature.last())) {
          tally.add(Density.signature(signature.id()), nanos);
        }
      }
      if (random.nextInt(4) == 0) {
        tally.add(Density.REQUESTS, nanos);
        if (bad && random.nextInt(20) > 0) {
          tally.add(Density.FAILURES, nanos);
        }
      }
    }
    return tally.build();
  }

  /** Nothing but health. */
  public static Timeline healthy() {
    List<MachineLife> lives =
        List.of(
            new MachineLife("3287d1e5a16e85", "calm", "fra", List.of(phase(State.UP, START, END))),
            new MachineLife(
                "e784079b449483",
                "calm",
                "ams",
                List.of(
                    phase(State.UP, START, BROKEN),
                    phase(State.ASLEEP, BROKEN, MENDED),
                    phase(State.BOOTING, MENDED, MENDED.plusSeconds(400)),
                    phase(State.UP, MENDED.plusSeconds(400), END))));
    Conclusions conclusions =
        new Conclusions(
            List.of(),
            List.of(change("v12", ChangeKind.DEPLOY, "2026-02-25T21:10:00Z", Verdict.NEUTRAL)),
            lives,
            List.of(),
            List.of(),
            List.of());
    Tally.Builder tally = new Tally.Builder();
    Random random = new Random(3);
    for (Instant at = START; at.isBefore(END); at = at.plusMillis(900 + random.nextInt(9_000))) {
      tally.add(Density.RECORDS, Nanos.of(at));
      tally.add(Density.REQUESTS, Nanos.of(at));
    }
    List<Source> sources = List.of(source("quiet.log", "fly-text", START, END));
    return Timelines.of("calm", conclusions, sources, List.of(), tally.build());
  }

  private static Details.Outage.Phase phaseOf(Instant a, Instant b) {
    return new Details.Outage.Phase(a, b, LINE, LINE);
  }

  public static MachineLife.Phase phase(State state, Instant from, Instant to) {
    return new MachineLife.Phase(state, new TimeRange(from, to), List.of(LINE));
  }

  public static Change change(String name, ChangeKind kind, String at, Verdict verdict) {
    return new Change(
        name,
        kind,
        new Moment(Instant.parse(at), Precision.SECOND, Clock.RELEASE),
        "ana@example.com",
        "complete",
        "",
        "",
        name + " was made",
        List.of(new Evidence("releases.json", 1)),
        verdict);
  }

  public static Finding finding(
      Instant start,
      Instant end,
      List<String> machines,
      Severity severity,
      String title,
      Details details) {
    return new Finding(
        "", start, end, machines, severity, 0.9, title, title, List.of(LINE), 1, details);
  }

  public static Source source(String path, String format, Instant first, Instant last) {
    return new Source(
        path,
        format,
        "0".repeat(64),
        1_000,
        10,
        10,
        10,
        0,
        0,
        0,
        0,
        0,
        first,
        last,
        "UTC",
        List.of());
  }
}
