package dev.debrief.desktop.log;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javafx.collections.ObservableListBase;

/**
 * As many rows as match, of which only the pages near the window's view are held, and between them
 * the lines of the messages that were unfolded. A row that is asked for and not held is {@link
 * LogRow.Loading}, and its page is asked for once. Lives on the window's thread.
 */
final class LazyRows extends ObservableListBase<LogRow> {
  static final int PAGE = 200;
  private static final int PAGES_HELD = 40;

  private final Map<Integer, List<LogSearch.Row>> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<LogSearch.Row>> eldest) {
          return size() > PAGES_HELD;
        }
      };
  private final Set<Integer> asked = new HashSet<>();

  /** The further lines of unfolded messages, by the rank of their row among the matches. */
  private final NavigableMap<Integer, List<Message.Line>> unfolded = new TreeMap<>();

  private final LongConsumer fetch;
  private int size;
  private int further;

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
    int before = size();
    pages.clear();
    asked.clear();
    unfolded.clear();
    further = 0;
    size = (int) Math.min(total, Integer.MAX_VALUE / 2);
    fireChange(new Replaced(this, before));
  }

  /** Takes a page in. */
  void bring(int page, List<LogSearch.Row> rows) {
    pages.put(page, List.copyOf(rows));
    asked.remove(page);
  }

  /** A page could not be had: it may be asked for again. */
  void failed(int page) {
    asked.remove(page);
  }

  /** Shows the further lines of a message, which is the {@code rank}-th match. */
  void unfold(int rank, Message message) {
    if (!message.rest().isEmpty() && !unfolded.containsKey(rank)) {
      int at = indexOfRank(rank) + 1;
      beginChange();
      unfolded.put(rank, message.rest());
      further += message.rest().size();
      nextAdd(at, at + message.rest().size());
      nextUpdate(at - 1);
      endChange();
    }
  }

  /** Takes the further lines of the {@code rank}-th match away. */
  void fold(int rank) {
    List<Message.Line> lines = unfolded.get(rank);
    if (lines != null) {
      int at = indexOfRank(rank) + 1;
      beginChange();
      unfolded.remove(rank);
      further -= lines.size();
      nextRemove(at, lines.stream().map(line -> (LogRow) new LogRow.Part(at, line)).toList());
      nextUpdate(at - 1);
      endChange();
    }
  }

  /** How many of the rows are further lines of unfolded messages. */
  int further() {
    return further;
  }

  boolean isUnfolded(int rank) {
    return unfolded.containsKey(rank);
  }

  /** The row at which the {@code rank}-th match stands. */
  int indexOfRank(int rank) {
    int index = rank;
    for (List<Message.Line> lines : unfolded.headMap(rank).values()) {
      index += lines.size();
    }
    return index;
  }

  /** Which match a row is, or is a line of. */
  int rankOf(int index) {
    int shift = 0;
    for (Map.Entry<Integer, List<Message.Line>> open : unfolded.entrySet()) {
      int head = open.getKey() + shift;
      if (index <= head) {
        break;
      }
      if (index <= head + open.getValue().size()) {
        return open.getKey();
      }
      shift += open.getValue().size();
    }
    return index - shift;
  }

  @Override
  public LogRow get(int index) {
    int rank = rankOf(index);
    int head = indexOfRank(rank);
    if (index > head) {
      return new LogRow.Part(index, unfolded.getOrDefault(rank, List.of()).get(index - head - 1));
    }
    int page = rank / PAGE;
    List<LogSearch.Row> rows = pages.get(page);
    if (rows != null && rank % PAGE < rows.size()) {
      LogSearch.Row row = rows.get(rank % PAGE);
      return new LogRow.Loaded(index, row.message(), row.gap(), unfolded.containsKey(rank));
    }
    if (rows == null && asked.add(page)) {
      fetch.accept(page);
    }
    return new LogRow.Loading(index);
  }

  @Override
  public int size() {
    return size + further;
  }

  @Override
  public int indexOf(Object item) {
    return item instanceof LogRow row && row.index() < size() ? row.index() : -1;
  }

  @Override
  public int lastIndexOf(Object item) {
    return indexOf(item);
  }

  @Override
  public boolean contains(Object item) {
    return indexOf(item) >= 0;
  }
}
