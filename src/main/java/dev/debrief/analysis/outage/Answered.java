package dev.debrief.analysis.outage;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the requests of one stretch of time came to. */
final class Answered {
  /** Fewer failures say nothing of a machine. */
  private static final int LEAST = 3;

  /** So many endpoints are named. */
  private static final int NAMED = 10;

  private long ok;
  private long failed;
  private final SortedMap<String, long[]> machines = new TreeMap<>();
  private final SortedMap<String, Long> endpoints = new TreeMap<>();

  private Answered() {}

  /** Those of a stretch; what went well in a slice that its ends cut may lie outside. */
  static Answered within(Span span, Requests requests) {
    Answered all = new Answered();
    for (Answers slice : requests.between(span.from(), span.to())) {
      all.add(slice, OutageAccount.cut(slice, span));
    }
    return all;
  }

  private void add(Answers slice, boolean cut) {
    ok += cut ? 0 : slice.ok();
    failed += slice.failed();
    slice
        .machines()
        .forEach(
            (id, counts) -> {
              long[] sum = machines.computeIfAbsent(id, key -> new long[2]);
              sum[0] += cut ? 0 : counts[0];
              sum[1] += counts[1];
            });
    slice.endpoints().forEach((name, n) -> endpoints.merge(name, n[0], Long::sum));
  }

  long failed() {
    return failed;
  }

  long all() {
    return ok + failed;
  }

  /** Which share failed. */
  double share() {
    return (double) failed / all();
  }

  /** The machines of which a part of the requests failed that is no accident. */
  List<String> failingMachines() {
    return machines.entrySet().stream()
        .filter(machine -> !machine.getKey().isEmpty())
        .filter(
            machine -> {
              long bad = machine.getValue()[1];
              return bad >= LEAST && bad >= Outages.WELL * (machine.getValue()[0] + bad);
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The endpoints with the most failures, these first. */
  List<String> failingEndpoints() {
    return endpoints.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(NAMED)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The most failures of one endpoint, 0 where none is told. */
  long mostOfOneEndpoint() {
    return endpoints.values().stream().mapToLong(n -> n).max().orElse(0);
  }
}
