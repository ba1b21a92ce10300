package dev.debrief.desktop.shell;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** A report on paper: always dark on white, cut between blocks where that is possible. */
final class PrintedPages {
  /** The width in points at which the report is laid out before it is scaled to the paper. */
  static final double WIDTH = 720;

  private PrintedPages() {}

  /** Lays a page out as the printer sees it, whatever theme the window has. */
  static StackPane laidOut(Region page) {
    StackPane paper = new StackPane(page);
    paper.getStyleClass().addAll("shell", "light");
    Scene scene = new Scene(paper, WIDTH, 1000);
    scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().add(Look.sheet());
    paper.applyCss();
    page.resize(WIDTH, page.prefHeight(WIDTH));
    page.layout();
    return paper;
  }

  /** A stretch of the long page that goes on one sheet. */
  record Sheet(double top, double height) {}

  /** The sheets of a page whose blocks end at these heights, each at most so high. */
  static List<Sheet> sheets(List<Double> ends, double most) {
    List<Sheet> sheets = new ArrayList<>();
    double whole = ends.isEmpty() ? 0 : ends.getLast();
    double top = 0;
    while (top < whole) {
      double limit = top + most;
      double from = top;
      double cut =
          ends.stream()
              .filter(end -> end > from && end <= limit)
              .reduce((earlier, later) -> later)
              .orElse(Math.min(limit, whole));
      sheets.add(new Sheet(top, cut - top));
      top = cut;
    }
    return sheets;
  }

  static void print(PrinterJob job, Region page) {
    laidOut(page);
    PageLayout layout = job.getJobSettings().getPageLayout();
    double scale = layout.getPrintableWidth() / WIDTH;
    Translate move = new Translate();
    page.getTransforms().addAll(new Scale(scale, scale), move);
    Rectangle window = new Rectangle(WIDTH, 0);
    page.setClip(window);
    for (Sheet sheet : sheets(ends(page), layout.getPrintableHeight() / scale)) {
      move.setY(-sheet.top());
      window.setY(sheet.top());
      window.setHeight(sheet.height());
      if (!job.printPage(page)) {
        break;
      }
    }
    job.endJob();
  }

  /** Where the blocks of a page that was laid out end. */
  static List<Double> ends(Region page) {
    return page.getChildrenUnmodifiable().stream()
        .map(Node::getBoundsInParent)
        .map(bounds -> bounds.getMaxY())
        .toList();
  }
}
