package dev.debrief.timeline;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.MachineLife;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lane for each machine: its life, its exits, its bursts of restarts. */
final class MachineLanes {
  private MachineLanes() {}

  /** In the order in which the machines are first heard of. */
  static List<Lane> of(Conclusions conclusions) {
    Map<String, List<Mark>> byMachine = new LinkedHashMap<>();
    Map<String, String> regions = new LinkedHashMap<>();
    for (MachineLife life : conclusions.lives()) {
      regions.put(life.machine(), life.region());
      List<Mark> marks = byMachine.computeIfAbsent(life.machine(), m -> new ArrayList<>());
      for (MachineLife.Phase phase : life.phases()) {
        marks.add(
            new Mark.Life(
                phase.range(), life.machine(), phase.state(), Basis.of(phase.evidence())));
      }
    }
    for (Finding f : conclusions.findings()) {
      for (String machine : f.machines()) {
        switch (f.details()) {
          case Details.Exit exit ->
              byMachine
                  .computeIfAbsent(machine, m -> new ArrayList<>())
                  .add(new Mark.Exit(f.start(), machine, exit, f.title(), Basis.of(f)));
          case Details.RestartBurst burst ->
              byMachine
                  .computeIfAbsent(machine, m -> new ArrayList<>())
                  .add(
                      new Mark.Burst(f.range(), machine, burst.count(), burst.peak(), Basis.of(f)));
          case Details.Signal ignored -> {}
          case Details.Silence ignored -> {}
          case Details.LogGap ignored -> {}
          case Details.SimultaneousExit ignored -> {}
          case Details.ChangeImpact ignored -> {}
          case Details.Outage ignored -> {}
          case Details.KnownCause ignored -> {}
          case Details.NewSignature ignored -> {}
          case Details.RestartBudget ignored -> {}
          case Details.SupervisorBudget ignored -> {}
        }
      }
    }
    return byMachine.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .sorted(
            Comparator.comparing((Map.Entry<String, List<Mark>> e) -> first(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(
            e ->
                new Lane(
                    "machine:" + e.getKey(),
                    LaneKind.MACHINE,
                    e.getKey(),
                    regions.getOrDefault(e.getKey(), ""),
                    e.getValue(),
                    ""))
        .toList();
  }

  private static Instant first(List<Mark> marks) {
    return marks.stream().map(Mark::start).min(Comparator.naturalOrder()).orElseThrow();
  }
}
