package dev.debrief.analysis.life;

import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Unrequested exits of two or more machines within 100 ms, where the clocks are that fine. */
public final class SimultaneousExits {
  /** The contract's bound. */
  static final Duration TOGETHER = Duration.ofMillis(100);

  private SimultaneousExits() {}

  /** One finding for each such meeting. */
  public static List<Finding> of(List<MachineHistory> machines) {
    List<Exit> exits =
        machines.stream()
            .flatMap(machine -> machine.exits().stream())
            .filter(
                exit ->
                    exit.crash()
                        && !exit.supposed()
                        && !exit.machine().isEmpty()
                        && exit.moment().precision().atLeast(Precision.MILLISECOND))
            .sorted(Comparator.comparing(Exit::at).thenComparing(Exit::machine))
            .toList();
    double expected = expected(exits);
    List<Finding> findings = new ArrayList<>();
    int from = 0;
    while (from < exits.size()) {
      int to = from + 1;
      Set<String> together = new HashSet<>();
      together.add(exits.get(from).machine());
      while (to < exits.size()
          && Duration.between(exits.get(from).at(), exits.get(to).at()).compareTo(TOGETHER) <= 0) {
        together.add(exits.get(to).machine());
        to++;
      }
      if (together.size() >= 2) {
        findings.add(finding(exits.subList(from, to), expected));
        from = to;
      } else {
        from++;
      }
    }
    return findings;
  }

  private static Finding finding(List<Exit> meeting, double expected) {
    Instant first = meeting.getFirst().at();
    Duration spread = Duration.between(first, meeting.getLast().at());
    List<String> machines = meeting.stream().map(Exit::machine).distinct().sorted().toList();
    List<Evidence> lines = new ArrayList<>();
    meeting.forEach(exit -> lines.add(exit.evidence().getFirst()));
    StringBuilder text = new StringBuilder();
    text.append("Nobody asked for these exits, and they lie ").append(Wording.length(spread));
    text.append(" apart. A common cause is likely: a shared dependency, or the machines' own");
    text.append(" link. ");
    if (expected >= 0.05) {
      text.append("But they crash so often that about ");
      text.append(String.format(Locale.ROOT, "%.1f", expected));
      text.append(" such meetings would come by chance.");
    }
    return Findings.of(
        first,
        null,
        machines,
        expected >= 0.5 ? Severity.WARNING : Severity.CRITICAL,
        expected >= 0.5 ? 0.6 : 0.95,
        Wording.list(machines) + " exited within " + Wording.length(spread),
        text.toString().strip(),
        lines,
        new Details.SimultaneousExit(machines.size(), spread.toMillis()));
  }

  /** How many meetings independent machines would have by chance over the same time. */
  private static double expected(List<Exit> all) {
    if (all.size() < 6) {
      return 0; // Two or three exits in all say nothing of a rate.
    }
    double seconds =
        Math.max(1, Duration.between(all.getFirst().at(), all.getLast().at()).toMillis() / 1000.0);
    Map<String, Long> counts =
        all.stream().collect(Collectors.groupingBy(Exit::machine, Collectors.counting()));
    // Each exit with each of another machine, from both sides: one may be before the other or
    // after.
    double pairs = (double) all.size() * all.size();
    for (long own : counts.values()) {
      pairs -= (double) own * own;
    }
    return pairs * TOGETHER.toMillis() / 1000.0 / seconds;
  }
}
