package dev.debrief.desktop.log;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Tells that a whole list was replaced, without a copy of what it held: the toolkit's own way asks
 * for every row that went, which is millions here.
 */
final class Replaced extends ListChangeListener.Change<LogRow> {
  private final List<LogRow> before;
  private boolean told;

  /** Of {@code list} as it is now, which held so many rows before. */
  Replaced(ObservableList<LogRow> list, int before) {
    super(list);
    this.before = new Rows(before);
  }

  @Override
  public boolean next() {
    boolean first = !told;
    told = true;
    return first;
  }

  @Override
  public void reset() {
    told = false;
  }

  @Override
  public int getFrom() {
    return 0;
  }

  @Override
  public int getTo() {
    return getList().size();
  }

  @Override
  public List<LogRow> getRemoved() {
    return before;
  }

  @Override
  protected int[] getPermutation() {
    return new int[0];
  }

  /** Rows that are no more: their number matters to listeners, they do not. */
  private static final class Rows extends java.util.AbstractList<LogRow> {
    private final int size;

    Rows(int size) {
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
