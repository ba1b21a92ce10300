package dev.debrief.timeline;

import java.util.Locale;

/** Draws the margin: the lanes' titles, the kinds' headings. */
final class GutterArt {
  private static final double INDENT = 12;

  private GutterArt() {}

  static void heading(Sheet sheet, Rows.Heading heading, double y, boolean handles) {
    Pen pen = sheet.pen();
    double baseline = y + heading.height() - 5;
    double x = INDENT;
    if (handles) {
      chevron(pen, x + 3, baseline - 4, heading.folded(), sheet.ink(Ink.MUTED));
      x += 13;
    }
    String name = heading.kind().title().toUpperCase(Locale.ROOT);
    pen.text(name, x, baseline, Pen.Face.SMALL_STRONG, sheet.ink(Ink.MUTED));
    if (heading.count() > 1) {
      double after = x + pen.width(name, Pen.Face.SMALL_STRONG) + 6;
      pen.text(
          Wording.number(heading.count()), after, baseline, Pen.Face.SMALL, sheet.ink(Ink.MUTED));
    }
  }

  private static void chevron(Pen pen, double x, double y, boolean folded, int colour) {
    if (folded) {
      pen.polygon(new double[] {x - 2, x + 3, x - 2}, new double[] {y - 4, y, y + 4}, colour);
    } else {
      pen.polygon(new double[] {x - 4, x + 4, x}, new double[] {y - 2, y - 2, y + 3}, colour);
    }
  }

  static void title(Sheet sheet, Rows.Body body, double y, boolean handles) {
    if (body.folded()) {
      return;
    }
    Pen pen = sheet.pen();
    Lane lane = body.lane();
    double indent = INDENT + (handles ? 13 : 0);
    double room = sheet.left() - indent - 10;
    String title = PlainText.line(lane.title());
    String subtitle = PlainText.line(lane.subtitle());
    boolean two = body.height() >= 32 && !subtitle.isEmpty();
    double middle = y + body.height() / 2;
    if (body.pinned()) {
      pen.disc(INDENT + 3, middle, 2.5, sheet.ink(Ink.ACCENT));
    }
    if (two) {
      pen.text(
          pen.fitted(title, Pen.Face.LABEL, room),
          indent,
          middle - 2,
          Pen.Face.LABEL,
          sheet.ink(Ink.TEXT));
      pen.text(
          pen.fitted(subtitle, Pen.Face.SMALL, room),
          indent,
          middle + 13,
          Pen.Face.SMALL,
          sheet.ink(Ink.MUTED));
      return;
    }
    double more = pen.width(subtitle, Pen.Face.SMALL);
    boolean beside =
        !subtitle.isEmpty()
            && (more < room * 0.45 || pen.width(title, Pen.Face.LABEL) + 8 + more <= room);
    String fitted = pen.fitted(title, Pen.Face.LABEL, beside ? room - more - 8 : room);
    pen.text(fitted, indent, middle + 4, Pen.Face.LABEL, sheet.ink(Ink.TEXT));
    if (beside) {
      double x = sheet.left() - 10 - more;
      pen.text(subtitle, x, middle + 4, Pen.Face.SMALL, sheet.ink(Ink.MUTED));
    }
  }
}
