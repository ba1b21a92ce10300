package dev.debrief.timeline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts held in memory: built once in one pass, then asked for any range and width at a cost of
 * the width alone. Takes about four bytes for each thing counted.
 */
public final class Tally implements Density {
  private static final int FORM = 0x4442_5402;

  private final SortedMap<String, Series> series;

  private Tally(SortedMap<String, Series> series) {
    this.series = series;
  }

  @Override
  public Set<String> keys() {
    return Collections.unmodifiableSet(series.keySet());
  }

  @Override
  public long[] counts(String key, long from, long to, int buckets) {
    Series found = series.get(key);
    return found == null || to <= from ? new long[buckets] : found.counts(from, to, buckets);
  }

  /** This and another, which have no key in common. */
  public Tally with(Tally other) {
    SortedMap<String, Series> both = new TreeMap<>(series);
    both.putAll(other.series);
    return new Tally(both);
  }

  /** How many were counted under a key. */
  public long total(String key) {
    Series found = series.get(key);
    return found == null ? 0 : found.size();
  }

  /** Writes it for {@link #read}. The stream stays open. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(FORM);
    data.writeInt(series.size());
    for (Map.Entry<String, Series> entry : series.entrySet()) {
      data.writeUTF(entry.getKey());
      PackedInstants.write(entry.getValue(), data);
    }
    data.flush();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException also where the bytes are no tally of this form
   */
  public static Tally read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != FORM) {
      throw new IOException("not a tally of this version");
    }
    SortedMap<String, Series> series = new TreeMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      String key = data.readUTF();
      series.put(key, PackedInstants.read(data));
    }
    return new Tally(series);
  }

  /** Takes what is to be counted, one after the other, by one thread. */
  public static final class Builder {
    private final Map<String, Stamps> stamps = new TreeMap<>();

    /**
     * Counts one.
     *
     * @param nanos when, ns since the epoch, UTC; in any order, fastest when ascending
     */
    public void add(String key, long nanos) {
      stamps.computeIfAbsent(key, k -> new Stamps()).add(nanos);
    }

    /** Counts as a key what was gathered apart, along with what that one has. */
    void add(String key, Stamps gathered) {
      if (!gathered.empty()) {
        stamps.merge(key, gathered, Stamps::with);
      }
    }

    /** Everything counted so far. The builder can't be used after. */
    public Tally build() {
      SortedMap<String, Series> series = new TreeMap<>();
      stamps.forEach((key, s) -> series.put(key, s.series()));
      stamps.clear();
      return new Tally(series);
    }
  }
}
