package dev.debrief.desktop.parts;

import javafx.scene.control.ListCell;

/** A cell as high as its words take in the list's width: by itself one asks for one line. */
public abstract class WrappingCell<T> extends ListCell<T> {
  private static final double SCROLL_BAR = 14;

  /** An empty one. */
  protected WrappingCell() {
    setPrefWidth(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    return getGraphic() == null
        ? super.computePrefHeight(width)
        : Math.ceil(
            snappedTopInset() + getGraphic().prefHeight(inside(width)) + snappedBottomInset());
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getGraphic() != null) {
      getGraphic()
          .resizeRelocate(
              snappedLeftInset(),
              snappedTopInset(),
              inside(getWidth()),
              getHeight() - snappedTopInset() - snappedBottomInset());
    }
  }

  private double inside(double width) {
    double whole = width > 0 ? width : getListView().getWidth() - SCROLL_BAR;
    return Math.max(0, whole - snappedLeftInset() - snappedRightInset());
  }
}
