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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
  private final Map<String, String> pending =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_PENDING;
        }
      };
  private final SortedSet<String> serving = new TreeSet<>();
  private long answered;

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
    switch (line.get()) {
      case RequestLine.Asked asked -> {
        if (!asked.id().isEmpty()) {
          pending.put(key(log, asked.id()), Endpoint.of(asked.method(), asked.path()));
        }
      }
      case RequestLine.Answered answer -> {
        String endpoint = Endpoint.of(answer.method(), answer.path());
        if (endpoint.isEmpty() && !answer.id().isEmpty()) {
          String asked = pending.remove(key(log, answer.id()));
          endpoint = asked == null ? "" : asked;
        }
        machines.answered(log, answer);
        add(log, endpoint, answer.failed());
      }
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
    if (!failed && !log.machine().isEmpty()) {
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
    long slice = Math.floorDiv(log.at().getEpochSecond(), SLICE_SECONDS);
    slices
        .computeIfAbsent(slice, Answers::new)
        .add(new Answers.Seen(log.at(), log.evidence()), log.machine(), name, failed);
  }

  private static String key(LogRecord log, String id) {
    return log.machine() + ' ' + id;
  }

  /** The slices that saw an answer, in order. */
  public Collection<Answers> slices() {
    return slices.values();
  }

  /** The slices from one instant to another, both ends' slices included. */
  public Collection<Answers> between(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return java.util.List.of();
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
    return java.util.Collections.unmodifiableSortedSet(serving);
  }

  /** How many answers the log tells of in all. */
  public long answered() {
    return answered;
  }
}
