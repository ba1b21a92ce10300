package dev.debrief.analysis.outage;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.life.MachineLines;
import dev.debrief.analysis.line.Endpoint;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.analysis.line.PlatformLines;
import dev.debrief.analysis.line.RequestLine;
import dev.debrief.analysis.line.RequestLines;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts requests' answers by slices of time. Memory grows with the log's length in time only. */
public final class Requests implements Collector {
  /** Fine enough for an outage of a minute, coarse enough for a month of log. */
  public static final int SLICE_SECONDS = 10;

  /** Requests that wait for their answer's line, so that it gets its path. */
  private static final int MOST_PENDING = 10_000;

  /** Beyond this many, further endpoints are not told apart. */
  private static final int MOST_ENDPOINTS = 500;

  private final NavigableMap<Long, Answers> slices = new TreeMap<>();
  private final MachineLines machines;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<Asking, RequestLine.Asked> pending =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asking, RequestLine.Asked> eldest) {
          return size() > MOST_PENDING;
        }
      };
  private final Set<String> serving = new HashSet<>();
  private final Answers.Visitors visitors = new Answers.Visitors();
  private long answered;
  private @Nullable Answers current;
  private long currentNumber;

  /** Whose answer is awaited. Written out, since the bulk of a log asks and answers. */
  private record Asking(String machine, String id) {
    @Override
    public int hashCode() {
      return machine.hashCode() * 31 + id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Asking o && id.equals(o.id) && machine.equals(o.machine);
    }
  }

  /**
   * A counter that tells the machines' lines when a machine served.
   *
   * @param machines gets each answer that it reads
   */
  public Requests(MachineLines machines) {
    this.machines = machines;
  }

  @Override
  public void take(LogRecord log) {
    if (!log.moment().known()) {
      return;
    }
    switch (log.provider()) {
      case "app", "" -> program(log);
      case "proxy" -> proxy(log);
      default -> {}
    }
  }

  private void program(LogRecord log) {
    Optional<RequestLine> line = RequestLines.read(log);
    if (line.isEmpty()) {
      return;
    }
    // Not a switch over the type: that is a call for each line of the bulk of a log.
    if (line.get() instanceof RequestLine.Asked asked) {
      if (!asked.id().isEmpty()) {
        pending.put(new Asking(log.machine(), asked.id()), asked);
      }
    } else if (line.get() instanceof RequestLine.Answered answer) {
      String path = answer.path();
      String endpoint = Endpoint.of(answer.method(), path);
      if (endpoint.isEmpty() && !answer.id().isEmpty()) {
        RequestLine.Asked asked = pending.remove(new Asking(log.machine(), answer.id()));
        path = asked == null ? "" : asked.path();
        endpoint = asked == null ? "" : Endpoint.of(asked.method(), path);
      }
      machines.answered(log, answer);
      boolean check = Endpoint.check(path);
      if (check && answer.failed()) {
        answered++;
        slice(number(log)).addFailedCheck(log, endpoint);
        return;
      }
      visitors.told |= !check;
      add(log, endpoint, answer.failed());
    }
  }

  private void proxy(LogRecord log) {
    Optional<PlatformLine> line = PlatformLines.read(log);
    if (line.isPresent() && line.get() instanceof PlatformLine.ProxyFailure) {
      String url = log.fields().getOrDefault("request.url", "");
      add(
          log,
          Endpoint.of(log.fields().getOrDefault("request.method", ""), Endpoint.path(url)),
          true);
    }
  }

  private void add(LogRecord log, String endpoint, boolean failed) {
    answered++;
    if (!failed && !serving.contains(log.machine())) {
      serving.add(log.machine());
    }
    String name = endpoint;
    if (!endpoint.isEmpty() && !names.containsKey(endpoint)) {
      if (names.size() < MOST_ENDPOINTS) {
        names.put(endpoint, names.size());
      } else {
        name = "";
      }
    }
    slice(number(log)).add(log, name, failed);
  }

  private static long number(LogRecord log) {
    return Math.floorDiv(log.at().getEpochSecond(), SLICE_SECONDS);
  }

  /** A slice by its number: nearly always that of the answer before. */
  private Answers slice(long number) {
    Answers same = current;
    if (same == null || currentNumber != number) {
      same = slices.computeIfAbsent(number, n -> new Answers(n, visitors));
      current = same;
      currentNumber = number;
    }
    return same;
  }

  /** The slices that saw an answer, in order. */
  public Collection<Answers> slices() {
    return slices.values();
  }

  /** The slices from one instant to another, both ends' slices included. */
  public Collection<Answers> between(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return List.of();
    }
    return slices
        .subMap(
            Math.floorDiv(from.getEpochSecond(), SLICE_SECONDS),
            true,
            Math.floorDiv(to.getEpochSecond(), SLICE_SECONDS),
            true)
        .values();
  }

  /** The machines that answered a request well at any time: those that serve. */
  public SortedSet<String> serving() {
    SortedSet<String> named = new TreeSet<>(serving);
    named.remove("");
    return Collections.unmodifiableSortedSet(named);
  }

  /**
   * Whether any request that went well is told. Where none is, the program logs no requests, or
   * only those that fail: no share of them can be known.
   */
  public boolean wellTold() {
    return !serving.isEmpty();
  }

  /** How many answers the log tells of in all. */
  public long answered() {
    return answered;
  }
}
