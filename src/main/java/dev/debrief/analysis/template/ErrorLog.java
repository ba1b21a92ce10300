package dev.debrief.analysis.template;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The exceptions that each machine printed, in order of time, for those who ask what came last. */
final class ErrorLog {
  /** A program that ends on an exception ends within this. */
  private static final Duration BEFORE = Duration.ofSeconds(10);

  /** Stamps of one second, or a message that was written late. */
  private static final Duration AFTER = Duration.ofSeconds(1);

  /** So many of the first are kept: a flood behind them is not. */
  private static final int MOST = 50_000;

  private record Printed(Instant at, int shape, String text, Evidence evidence) {}

  private static final class Tally {
    final Set<Integer> exits = new HashSet<>();
    final List<Evidence> evidence = new ArrayList<>();
    final TreeSet<String> machines = new TreeSet<>();
    String example = "";
  }

  private final Map<String, List<Printed>> byMachine = new HashMap<>();
  private int kept;

  void add(Instant at, String machine, int shape, String text, Evidence evidence) {
    if (kept < MOST) {
      kept++;
      byMachine
          .computeIfAbsent(machine, m -> new ArrayList<>())
          .add(new Printed(at, shape, text, evidence));
    }
  }

  /**
   * What came before most of the exits that nobody asked for, if anything came before half of them.
   *
   * @param template the template text of a shape
   */
  Optional<LastWords> before(List<Finding> findings, IntFunction<String> template) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    int exits = 0;
    for (Finding finding : findings) {
      if (finding.details() instanceof Details.Exit exit && isCrash(exit)) {
        for (String machine : finding.machines()) {
          count(finding.start(), machine, exits, template, tallies);
        }
        exits++;
      }
    }
    int of = exits;
    return tallies.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().exits.size()))
        .filter(entry -> entry.getValue().exits.size() * 2 >= of)
        .map(
            entry -> {
              Tally tally = entry.getValue();
              return new LastWords(
                  entry.getKey(),
                  tally.example,
                  tally.exits.size(),
                  of,
                  tally.evidence,
                  List.copyOf(tally.machines));
            });
  }

  private static boolean isCrash(Details.Exit exit) {
    return !exit.requested() && !exit.oom() && !Integer.valueOf(0).equals(exit.code());
  }

  private void count(
      Instant exit,
      String machine,
      int number,
      IntFunction<String> template,
      Map<String, Tally> tallies) {
    List<Printed> errors = byMachine.getOrDefault(machine, List.of());
    for (int i = firstAt(errors, exit.minus(BEFORE)); i < errors.size(); i++) {
      Printed error = errors.get(i);
      if (error.at.isAfter(exit.plus(AFTER))) {
        break;
      }
      Tally tally = tallies.computeIfAbsent(template.apply(error.shape), t -> new Tally());
      if (tally.exits.add(number)) {
        tally.example = tally.example.isEmpty() ? error.text : tally.example;
        tally.machines.add(machine);
        if (tally.evidence.size() < Finding.EVIDENCE_SHOWN) {
          tally.evidence.add(error.evidence);
        }
      }
    }
  }

  /** Where the errors at or after an instant begin. */
  private static int firstAt(List<Printed> errors, Instant from) {
    int low = 0;
    int high = errors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (errors.get(middle).at.isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
