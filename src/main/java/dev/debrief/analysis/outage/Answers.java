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
  private long ok;
  private long failed;
  private final Edges failures = new Edges();
  private final Edges successes = new Edges();
  private final Map<String, long[]> machines = new HashMap<>();
  private final SortedMap<String, long[]> endpoints = new TreeMap<>();

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

  Answers(long slice) {
    this.slice = slice;
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
    return failed;
  }

  /** The first that failed, null where none did. */
  public @Nullable Seen firstFailed() {
    return failures.first;
  }

  /** The last that failed, null where none did. */
  public @Nullable Seen lastFailed() {
    return failures.last();
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
    return machines;
  }

  /** Failures by endpoint, where the log tells it. */
  public SortedMap<String, long[]> endpoints() {
    return endpoints;
  }
}
