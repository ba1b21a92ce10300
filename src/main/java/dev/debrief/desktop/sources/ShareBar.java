package dev.debrief.desktop.sources;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A bar cut in stretches from 0 to 1, each with a style class. */
final class ShareBar extends Pane {
  private static final double LEAST = 2;

  ShareBar(String spoken) {
    getStyleClass().add("share-bar");
    setMinHeight(10);
    setPrefHeight(10);
    setMaxHeight(10);
    setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
    setAccessibleText(spoken);
  }

  void add(String style, double from, double to) {
    Region part = new Region();
    part.getStyleClass().addAll("share", style);
    part.setUserData(new double[] {from, to});
    getChildren().add(part);
  }

  @Override
  protected void layoutChildren() {
    for (var child : getChildren()) {
      double[] ends = (double[]) child.getUserData();
      double x = Math.min(ends[0] * getWidth(), getWidth() - LEAST);
      double width = Math.max(LEAST, (ends[1] - ends[0]) * getWidth());
      child.resizeRelocate(x, 0, width, getHeight());
    }
  }
}
