package dev.debrief.analysis.outage;

import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The requests answered within one slice of time. */
public final class Answers {
  private final long slice;
  private final Visitors visitors;
  private long ok;
  private long failed;
  private long failedChecks;
  private final Edges failures = new Edges();
  private final Edges failuresOfChecks = new Edges();
  private final Edges successes = new Edges();
  private final Map<String, long[]> machines = new HashMap<>();
  private final SortedMap<String, long[]> endpoints = new TreeMap<>();
  private final Map<String, long[]> machinesOfChecks = new HashMap<>();
  private final SortedMap<String, long[]> endpointsOfChecks = new TreeMap<>();

  /**
   * Whether the log tells of anybody but health checks. A check that fails is the platform's to act
   * on: where people's own requests are told, it is no failure that they see.
   */
  static final class Visitors {
    boolean told;
  }

  /** A line and its time. */
  public record Seen(Instant at, Evidence evidence) {}

  /** The first and the last of some lines, without anything made for each between. */
  private static final class Edges {
    private @Nullable Seen first;
    private @Nullable Instant at;
    private @Nullable Evidence line;

    void add(LogRecord log) {
      if (first == null) {
        first = new Seen(log.at(), log.evidence());
      }
      at = log.at();
      line = log.evidence();
    }

    @Nullable Seen last() {
      return at == null || line == null ? null : new Seen(at, line);
    }
  }

  Answers(long slice, Visitors visitors) {
    this.slice = slice;
    this.visitors = visitors;
  }

  /** A health check's request that failed. */
  void addFailedCheck(LogRecord log, String endpoint) {
    failedChecks++;
    failuresOfChecks.add(log);
    machinesOfChecks.computeIfAbsent(log.machine(), machine -> new long[2])[1]++;
    endpointsOfChecks.computeIfAbsent(endpoint, name -> new long[1])[0]++;
  }

  private static <M extends Map<String, long[]>> M with(M sum, Map<String, long[]> own) {
    own.forEach(
        (name, counts) ->
            sum.merge(
                name,
                counts.clone(),
                (a, b) -> {
                  for (int i = 0; i < a.length; i++) {
                    a[i] += b[i];
                  }
                  return a;
                }));
    return sum;
  }

  void add(LogRecord log, String endpoint, boolean failure) {
    long[] counts = machines.get(log.machine());
    if (counts == null) {
      counts = new long[2];
      machines.put(log.machine(), counts);
    }
    counts[failure ? 1 : 0]++;
    if (failure) {
      failed++;
      failures.add(log);
      if (!endpoint.isEmpty()) {
        endpoints.computeIfAbsent(endpoint, name -> new long[1])[0]++;
      }
    } else {
      ok++;
      successes.add(log);
    }
  }

  /** The slice's start, UTC. */
  public Instant start() {
    return Instant.ofEpochSecond(slice * Requests.SLICE_SECONDS);
  }

  /** How many were answered below 500. */
  public long ok() {
    return ok;
  }

  /** How many failed. */
  public long failed() {
    return visitors.told ? failed : failed + failedChecks;
  }

  /** The first that failed, null where none did. */
  public @Nullable Seen firstFailed() {
    @Nullable Seen own = failures.first;
    @Nullable Seen check = visitors.told ? null : failuresOfChecks.first;
    return own == null || (check != null && check.at().isBefore(own.at())) ? check : own;
  }

  /** The last that failed, null where none did. */
  public @Nullable Seen lastFailed() {
    @Nullable Seen own = failures.last();
    @Nullable Seen check = visitors.told ? null : failuresOfChecks.last();
    return own == null || (check != null && check.at().isAfter(own.at())) ? check : own;
  }

  /** The first that went well, null where none did. */
  public @Nullable Seen firstOk() {
    return successes.first;
  }

  /** The last that went well, null where none did. */
  public @Nullable Seen lastOk() {
    return successes.last();
  }

  /** By machine, in no order: how many went well, how many failed. */
  public Map<String, long[]> machines() {
    return visitors.told || failedChecks == 0
        ? machines
        : with(with(new HashMap<>(), machines), machinesOfChecks);
  }

  /** Failures by endpoint, where the log tells it. */
  public SortedMap<String, long[]> endpoints() {
    return visitors.told || failedChecks == 0
        ? endpoints
        : with(with(new TreeMap<>(), endpoints), endpointsOfChecks);
  }
}
