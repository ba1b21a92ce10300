package dev.debrief.timeline;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lanes that findings fill. */
final class FindingLanes {
  private FindingLanes() {}

  static List<Lane> outages(Conclusions conclusions) {
    List<Mark> marks = new ArrayList<>();
    for (Finding f : conclusions.findings()) {
      if (f.details() instanceof Details.Outage outage) {
        marks.add(new Mark.Outage(f.range(), outage, f.title(), Basis.of(f)));
      }
    }
    if (marks.isEmpty()) {
      return List.of();
    }
    return List.of(new Lane("outage", LaneKind.OUTAGE, "Outage", "", marks, ""));
  }

  /** Matched rules, and what befell several machines or a supervisor: what has no lane else. */
  static List<Lane> causes(Conclusions conclusions) {
    List<Mark> marks = new ArrayList<>();
    for (Finding f : conclusions.findings()) {
      switch (f.details()) {
        case Details.KnownCause ignored -> marks.add(concluded(f));
        case Details.SimultaneousExit ignored -> marks.add(concluded(f));
        case Details.RestartBudget ignored -> marks.add(concluded(f));
        case Details.SupervisorBudget ignored -> marks.add(concluded(f));
        case Details.Exit ignored -> {}
        case Details.RestartBurst ignored -> {}
        case Details.Signal ignored -> {}
        case Details.Silence ignored -> {}
        case Details.LogGap ignored -> {}
        case Details.ChangeImpact ignored -> {}
        case Details.Outage ignored -> {}
        case Details.NewSignature ignored -> {}
      }
    }
    if (marks.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Lane(
            "causes",
            LaneKind.CAUSES,
            "Findings",
            Wording.count(marks.size(), "finding"),
            marks,
            ""));
  }

  private static Mark concluded(Finding finding) {
    return Mark.Concluded.of(finding, finding.range());
  }

  /** A lane for each signal, the most telling first. */
  static List<Lane> signals(Conclusions conclusions) {
    Map<String, List<Mark.Signal>> bySignal = new TreeMap<>();
    for (Finding f : conclusions.findings()) {
      if (f.details() instanceof Details.Signal signal) {
        bySignal
            .computeIfAbsent(signal.signal(), s -> new ArrayList<>())
            .add(new Mark.Signal(f.range(), f.machines(), signal, Basis.of(f)));
      }
    }
    return bySignal.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> rank(e.getValue())))
        .map(
            e ->
                new Lane(
                    "signal:" + e.getKey(),
                    LaneKind.SIGNAL,
                    e.getKey(),
                    roles(e.getValue()),
                    List.copyOf(e.getValue()),
                    ""))
        .toList();
  }

  private static int rank(List<Mark.Signal> signals) {
    return signals.stream().mapToInt(s -> Wording.rank(s.details().role())).min().orElse(9);
  }

  private static String roles(List<Mark.Signal> signals) {
    return signals.stream()
        .map(s -> s.details().role())
        .distinct()
        .sorted(Comparator.comparingInt(Wording::rank))
        .map(Wording::role)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  /** A lane for each emitter that fell silent. */
  static List<Lane> silences(Conclusions conclusions) {
    Map<String, List<Mark>> byEmitter = new TreeMap<>();
    for (Finding f : conclusions.findings()) {
      if (f.details() instanceof Details.Silence silence) {
        byEmitter
            .computeIfAbsent(silence.emitter(), e -> new ArrayList<>())
            .add(new Mark.Silence(f.range(), silence, f.title(), Basis.of(f)));
      }
    }
    return byEmitter.entrySet().stream()
        .sorted(Comparator.comparing(e -> first(e.getValue())))
        .map(
            e ->
                new Lane(
                    "silence:" + e.getKey(),
                    LaneKind.SILENCE,
                    e.getKey(),
                    "silent",
                    e.getValue(),
                    ""))
        .toList();
  }

  private static Instant first(List<Mark> marks) {
    return marks.stream().map(Mark::start).min(Comparator.naturalOrder()).orElseThrow();
  }

  static List<Mark.Gap> gaps(Conclusions conclusions) {
    List<Mark.Gap> gaps = new ArrayList<>();
    for (Finding f : conclusions.findings()) {
      if (f.details() instanceof Details.LogGap) {
        TimeRange range = f.range();
        gaps.add(new Mark.Gap(range, f.machines(), f.title(), Basis.of(f)));
      }
    }
    gaps.sort(Comparator.comparing(Mark::start).thenComparing(Mark::end));
    return gaps;
  }
}
