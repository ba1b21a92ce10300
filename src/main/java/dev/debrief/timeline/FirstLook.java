package dev.debrief.timeline;

import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Counts records while a dump is still being read, for a timeline before anything is indexed or
 * concluded. It tells what takes no analysis: how many lines, errors, requests and failures, and
 * which machine spoke when.
 *
 * <p>Counts lie in equal bins, a second wide at first and twice as wide whenever there are too many
 * of them, so that it takes two megabytes at most and a picture of it costs the same however much
 * was read. For one thread; the pictures it makes are for any.
 */
public final class FirstLook implements Consumer<LogRecord> {
  private static final int MOST_BINS = 1 << 14;
  private static final int MOST_MACHINES = 12;
  private static final List<String> KEYS =
      List.of(Density.RECORDS, Density.ERRORS, Density.REQUESTS, Density.FAILURES);
  private static final int RECORDS = 0;
  private static final int ERRORS = 1;
  private static final int REQUESTS = 2;
  private static final int FAILURES = 3;

  private final Map<String, Integer> machines = new LinkedHashMap<>();
  private TreeMap<Long, int[]> bins = new TreeMap<>();
  private long width = Nanos.SECOND;
  private long bin;
  private int[] counts = {};
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long records;

  /** Counts a record; one whose time is not known counts only as read. */
  @Override
  public void accept(LogRecord record) {
    records++;
    if (!record.moment().known()) {
      return;
    }
    long at = Nanos.of(record.at());
    first = Math.min(first, at);
    last = Math.max(last, at);
    int[] here = at(at);
    here[RECORDS]++;
    if (record.severity().compareTo(Level.ERROR) >= 0) {
      here[ERRORS]++;
    }
    int status = RecordTally.status(record);
    if (status > 0) {
      here[REQUESTS]++;
      if (status >= 500) {
        here[FAILURES]++;
      }
    }
    int machine = machine(record.machine());
    if (machine >= 0) {
      here[machine]++;
    }
  }

  /** How many records were read. */
  public long records() {
    return records;
  }

  /** What was counted so far; the same whatever is counted after. */
  public Timeline soFar() {
    if (bins.isEmpty()) {
      TimeRange second = new TimeRange(Nanos.instant(0), Nanos.instant(Nanos.SECOND));
      return new Timeline("", second, second, List.of(), List.of(), Density.NONE);
    }
    List<String> keys = new ArrayList<>(KEYS);
    List<Lane> lanes = new ArrayList<>();
    for (String machine : machines.keySet()) {
      String key = "machine:" + machine;
      keys.add(key);
      lanes.add(new Lane(key, LaneKind.MACHINE, machine, "lines", List.of(), key));
    }
    Binned density = binned(keys);
    lanes.addAll(CountLanes.requests(density));
    lanes.addAll(CountLanes.log(density));
    TimeRange extent = new TimeRange(Nanos.instant(first), Nanos.instant(last + 1));
    return new Timeline("", extent, Timelines.widened(extent, 0.02), lanes, List.of(), density);
  }

  private int machine(String id) {
    if (id.isEmpty()) {
      return -1;
    }
    Integer known = machines.get(id);
    if (known == null) {
      if (machines.size() == MOST_MACHINES) {
        return -1;
      }
      known = KEYS.size() + machines.size();
      machines.put(id, known);
    }
    return known;
  }

  /** The bin of an instant: mostly that of the record before. */
  private int[] at(long nanos) {
    long number = Math.floorDiv(nanos, width);
    if (counts.length == 0 || number != bin) {
      counts = bins.computeIfAbsent(number, n -> new int[KEYS.size() + MOST_MACHINES]);
      bin = number;
      while (bins.size() > MOST_BINS) {
        widen();
        bin = Math.floorDiv(nanos, width);
        counts = bins.computeIfAbsent(bin, n -> new int[KEYS.size() + MOST_MACHINES]);
      }
    }
    return counts;
  }

  private void widen() {
    width *= 2;
    TreeMap<Long, int[]> wider = new TreeMap<>();
    bins.forEach(
        (number, some) ->
            wider.merge(
                Math.floorDiv(number, 2L),
                some,
                (a, b) -> {
                  Arrays.setAll(a, i -> a[i] + b[i]);
                  return a;
                }));
    bins = wider;
  }

  private Binned binned(List<String> keys) {
    long[] starts = new long[bins.size()];
    long[][] totals = new long[keys.size()][bins.size() + 1];
    int i = 0;
    for (Map.Entry<Long, int[]> entry : bins.entrySet()) {
      starts[i] = entry.getKey() * width;
      for (int key = 0; key < keys.size(); key++) {
        totals[key][i + 1] = totals[key][i] + entry.getValue()[key];
      }
      i++;
    }
    return new Binned(keys, starts, totals);
  }

  /** Counts in bins: each stands where its bin begins. */
  private record Binned(List<String> all, long[] starts, long[][] totals) implements Density {
    @Override
    public Set<String> keys() {
      Set<String> counted = new TreeSet<>();
      for (int key = 0; key < all.size(); key++) {
        if (totals[key][starts.length] > 0) {
          counted.add(all.get(key));
        }
      }
      return counted;
    }

    @Override
    public long[] counts(String key, long from, long to, int buckets) {
      long[] counts = new long[buckets];
      int series = all.indexOf(key);
      if (series < 0 || to <= from) {
        return counts;
      }
      int before = rank(from);
      for (int i = 0; i < buckets; i++) {
        long end = from + (long) ((double) (to - from) * (i + 1) / buckets);
        int until = rank(i == buckets - 1 ? to : end);
        counts[i] = totals[series][until] - totals[series][before];
        before = until;
      }
      return counts;
    }

    /** How many bins begin before an instant. */
    private int rank(long nanos) {
      int found = Arrays.binarySearch(starts, nanos);
      return found >= 0 ? found : -found - 1;
    }
  }
}
