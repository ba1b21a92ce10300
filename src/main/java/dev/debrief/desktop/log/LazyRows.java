package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.collections.ObservableListBase;

/**
 * As many rows as match, of which only the pages near the window's view are held. A row that is
 * asked for and not held is {@link LogRow.Loading}, and its page is asked for once. Lives on the
 * window's thread.
 */
final class LazyRows extends ObservableListBase<LogRow> {
  static final int PAGE = 200;
  private static final int PAGES_HELD = 40;

  private final Map<Integer, List<LogRow>> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<LogRow>> eldest) {
          return size() > PAGES_HELD;
        }
      };
  private final Set<Integer> asked = new HashSet<>();
  private final LongConsumer fetch;
  private int size;

  /**
   * No rows yet.
   *
   * @param fetch is given the number of a page to bring
   */
  LazyRows(LongConsumer fetch) {
    this.fetch = fetch;
  }

  /** Starts anew with so many rows. */
  void reset(long total) {
    beginChange();
    List<LogRow> before = size == 0 ? List.of() : new Gone(size);
    pages.clear();
    asked.clear();
    size = (int) Math.min(total, Integer.MAX_VALUE);
    nextReplace(0, size, before);
    endChange();
  }

  /**
   * Takes a page in.
   *
   * @param first the entry before the page's first, or none at the list's start
   */
  void bring(int page, List<Entry> before, List<Entry> entries) {
    List<LogRow> rows = new ArrayList<>(entries.size());
    List<Entry> previous = before;
    for (Entry entry : entries) {
      String gap =
          previous.isEmpty() ? "" : Times.gap(previous.getFirst().moment(), entry.moment());
      rows.add(new LogRow.Loaded(page * PAGE + rows.size(), entry, gap));
      previous = List.of(entry);
    }
    pages.put(page, rows);
    asked.remove(page);
  }

  /** A page could not be had: it may be asked for again. */
  void failed(int page) {
    asked.remove(page);
  }

  @Override
  public LogRow get(int index) {
    int page = index / PAGE;
    List<LogRow> rows = pages.get(page);
    if (rows != null && index % PAGE < rows.size()) {
      return rows.get(index % PAGE);
    }
    if (rows == null && asked.add(page)) {
      fetch.accept(page);
    }
    return new LogRow.Loading(index);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int indexOf(Object item) {
    return item instanceof LogRow row && row.index() < size ? row.index() : -1;
  }

  @Override
  public int lastIndexOf(Object item) {
    return indexOf(item);
  }

  @Override
  public boolean contains(Object item) {
    return indexOf(item) >= 0;
  }

  /** What stood here before a reset: its length matters to listeners, its rows do not. */
  private static final class Gone extends java.util.AbstractList<LogRow> {
    private final int size;

    Gone(int size) {
      this.size = size;
    }

    @Override
    public LogRow get(int index) {
      return new LogRow.Loading(index);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public int indexOf(Object item) {
      return item instanceof LogRow row && row.index() < size ? row.index() : -1;
    }

    @Override
    public boolean contains(Object item) {
      return indexOf(item) >= 0;
    }
  }
}
