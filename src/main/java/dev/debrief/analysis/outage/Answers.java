package dev.debrief.analysis.outage;

import dev.debrief.model.Evidence;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The requests answered within one slice of time. */
public final class Answers {
  private final long slice;
  private long ok;
  private long failed;
  private @Nullable Seen firstFailed;
  private @Nullable Seen lastFailed;
  private @Nullable Seen firstOk;
  private @Nullable Seen lastOk;
  private final SortedMap<String, long[]> machines = new TreeMap<>();
  private final SortedMap<String, long[]> endpoints = new TreeMap<>();

  /** A line and its time. */
  public record Seen(Instant at, Evidence evidence) {}

  Answers(long slice) {
    this.slice = slice;
  }

  void add(Seen seen, String machine, String endpoint, boolean failure) {
    int which = failure ? 1 : 0;
    machines.computeIfAbsent(machine, id -> new long[2])[which]++;
    if (failure) {
      failed++;
      firstFailed = firstFailed == null ? seen : firstFailed;
      lastFailed = seen;
      if (!endpoint.isEmpty()) {
        endpoints.computeIfAbsent(endpoint, name -> new long[1])[0]++;
      }
    } else {
      ok++;
      firstOk = firstOk == null ? seen : firstOk;
      lastOk = seen;
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
    return firstFailed;
  }

  /** The last that failed, null where none did. */
  public @Nullable Seen lastFailed() {
    return lastFailed;
  }

  /** The first that went well, null where none did. */
  public @Nullable Seen firstOk() {
    return firstOk;
  }

  /** The last that went well, null where none did. */
  public @Nullable Seen lastOk() {
    return lastOk;
  }

  /** By machine: how many went well, how many failed. */
  public SortedMap<String, long[]> machines() {
    return machines;
  }

  /** Failures by endpoint, where the log tells it. */
  public SortedMap<String, long[]> endpoints() {
    return endpoints;
  }
}
