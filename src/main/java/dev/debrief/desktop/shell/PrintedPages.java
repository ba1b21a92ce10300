package dev.debrief.desktop.shell;

import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** One long page cut into as many as it takes. */
final class PrintedPages {
  private PrintedPages() {}

  static void print(PrinterJob job, Region page) {
    PageLayout layout = job.getJobSettings().getPageLayout();
    double scale = layout.getPrintableWidth() / page.getWidth();
    double height = layout.getPrintableHeight() / scale;
    Translate move = new Translate();
    page.getTransforms().addAll(new Scale(scale, scale), move);
    Rectangle window = new Rectangle(page.getWidth(), height);
    page.setClip(window);
    boolean going = true;
    for (double top = 0; going && top < page.getHeight(); top += height) {
      move.setY(-top);
      window.setY(top);
      going = job.printPage(page);
    }
    page.setClip(null);
    page.getTransforms().clear();
    job.endJob();
  }
}
