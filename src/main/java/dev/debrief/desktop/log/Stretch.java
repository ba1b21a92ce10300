package dev.debrief.desktop.log;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

/**
 * A stretch of the rows, as many as a table takes without effort: a table's cost grows with all its
 * rows, seen or not, and a log has millions. Lives on the window's thread.
 */
final class Stretch extends ObservableListBase<LogRow> {
  /** So many rows are in a stretch at most, beside those of unfolded messages. */
  static final int MOST = 20_000;

  private final ObservableList<LogRow> all;
  private int base;
  private int size;

  /** The first stretch of the rows; follows them. */
  Stretch(ObservableList<LogRow> all) {
    this.all = all;
    this.size = Math.min(MOST, all.size());
    all.addListener((ListChangeListener<LogRow>) this::follow);
  }

  /** The row that the stretch begins with. */
  int base() {
    return base;
  }

  /** How many rows there are in all. */
  int whole() {
    return all.size();
  }

  /** Moves so that a row lies in the middle, or as near to it as the ends allow. */
  void around(int row) {
    int to = Math.clamp(row - MOST / 2L, 0, Math.max(0, all.size() - MOST));
    int before = size;
    base = to;
    size = Math.min(MOST, all.size() - base);
    fireChange(new Replaced(this, before));
  }

  /** Whether a row lies in it, not next to an end behind which there is more. */
  boolean holds(int row, int margin) {
    return (row >= base + margin || (base == 0 && row >= 0))
        && (row < base + size - margin || (base + size == all.size() && row < all.size()));
  }

  private void follow(ListChangeListener.Change<? extends LogRow> change) {
    while (change.next()) {
      boolean inside = change.getFrom() >= base && change.getFrom() <= base + size;
      if (change instanceof Replaced) {
        around(0);
      } else if (!inside) {
        around(base + MOST / 2);
      } else if (change.wasAdded()) {
        beginChange();
        size += change.getAddedSize();
        nextAdd(change.getFrom() - base, change.getTo() - base);
        endChange();
      } else if (change.wasRemoved()) {
        beginChange();
        size -= change.getRemovedSize();
        nextRemove(change.getFrom() - base, change.getRemoved());
        endChange();
      } else if (change.wasUpdated()) {
        beginChange();
        nextUpdate(change.getFrom() - base);
        endChange();
      }
    }
  }

  @Override
  public LogRow get(int index) {
    return all.get(base + index);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int indexOf(Object item) {
    return item instanceof LogRow row && row.index() >= base && row.index() < base + size
        ? row.index() - base
        : -1;
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
