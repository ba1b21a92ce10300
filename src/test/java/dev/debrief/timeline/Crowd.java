package dev.debrief.timeline;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Level;
import dev.debrief.model.MachineLife;
import dev.debrief.model.MachineLife.State;
import dev.debrief.model.Severity;
import dev.debrief.model.Signature;
import dev.debrief.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A case of any size: so many records, so many marks, twelve machines in a crash loop. */
public final class Crowd {
  private static final int MACHINES = 12;
  private static final int MARKS_A_CYCLE = 4;

  private Crowd() {}

  /** A timeline over so many records with about so many marks. */
  public static Timeline of(int records, int marks) {
    Conclusions conclusions = conclusions(marks);
    return Timelines.of(
        "crowd", conclusions, Samples.sources(), List.of(), density(records, conclusions));
  }

  private static Conclusions conclusions(int marks) {
    Random random = new Random(5);
    int cycles = marks / (MACHINES * MARKS_A_CYCLE);
    long span = Nanos.of(Samples.END) - Nanos.of(Samples.START);
    long cycle = span / Math.max(1, cycles);
    List<MachineLife> lives = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int m = 0; m < MACHINES; m++) {
      String machine = String.format(Locale.ROOT, "%014x", 0x17817e62f16438L + m * 7919L);
      List<MachineLife.Phase> phases = new ArrayList<>();
      for (int i = 0; i < cycles; i++) {
        long at = Nanos.of(Samples.START) + i * cycle;
        long up = at + (long) (cycle * (0.1 + random.nextDouble() * 0.2));
        long exit = up + (long) (cycle * (0.1 + random.nextDouble() * 0.4));
        phases.add(phase(State.BOOTING, at, up));
        phases.add(phase(random.nextBoolean() ? State.UP : State.FAILING, up, exit));
        phases.add(phase(State.DOWN, exit, at + cycle));
        boolean requested = random.nextInt(50) == 0;
        findings.add(
            Samples.finding(
                    Nanos.instant(exit),
                    null,
                    List.of(machine),
                    Severity.WARNING,
                    "exit",
                    new Details.Exit(1, null, false, requested, "crash"))
                .withId("F" + m + "-" + i));
      }
      lives.add(new MachineLife(machine, "crowd", "ord", phases));
    }
    findings.add(
        Samples.finding(
            Samples.BROKEN,
            Samples.MENDED,
            List.of(),
            Severity.CRITICAL,
            "Outage",
            new Details.Outage("whole", null, null, "", List.of(), null, null, null, null)));
    List<Change> changes = new ArrayList<>();
    List<Signature> signatures = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      changes.add(
          Samples.change(
              "v" + (290 + i),
              ChangeKind.DEPLOY,
              Samples.BROKEN.plusSeconds(i * 1_200L).toString(),
              i == 0 ? Verdict.INTRODUCED : i == 24 ? Verdict.FIXED : Verdict.NO_EFFECT));
    }
    for (int i = 0; i < Timelines.SIGNATURES_SHOWN; i++) {
      signatures.add(
          new Signature(
              "S" + i,
              "error of kind " + i + " in <*>",
              "",
              Level.ERROR,
              1_000,
              0,
              Samples.BROKEN,
              Samples.MENDED,
              List.of(),
              new dev.debrief.model.Evidence("x", 1)));
    }
    return new Conclusions(findings, changes, lives, signatures, List.of(), List.of());
  }

  private static MachineLife.Phase phase(State state, long from, long to) {
    return Samples.phase(state, Nanos.instant(from), Nanos.instant(to));
  }

  /** So many records, a tenth of them errors of some signature. */
  public static Tally density(int records, Conclusions conclusions) {
    Tally.Builder tally = new Tally.Builder();
    Random random = new Random(11);
    long from = Nanos.of(Samples.START);
    long step = (Nanos.of(Samples.END) - from) / Math.max(1, records);
    int kinds = Math.max(1, conclusions.signatures().size());
    for (int i = 0; i < records; i++) {
      long at = from + i * step + random.nextInt(Math.clamp(step, 1, 1_000_000));
      tally.add(Density.RECORDS, at);
      int what = random.nextInt(100);
      if (what < 10) {
        tally.add(Density.ERRORS, at);
        tally.add(Density.signature("S" + what % kinds), at);
      }
      if (what < 40) {
        tally.add(Density.REQUESTS, at);
        if (what < 4) {
          tally.add(Density.FAILURES, at);
        }
      }
    }
    return tally.build();
  }
}
