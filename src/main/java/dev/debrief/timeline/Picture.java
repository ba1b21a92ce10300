package dev.debrief.timeline;

import dev.debrief.model.TimeRange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/**
 * A timeline as a picture that stands alone: with a title, the lanes and a legend. As tall as its
 * lanes need. Makes no display, and the same timeline gives the same picture.
 *
 * @param range what to show
 * @param width in pixels
 * @param palette its colours
 * @param zone in which times are written; UTC in anything that is passed on
 * @param words what becomes of every text that comes from the case, such as hiding its secrets
 */
public record Picture(
    Timeline timeline,
    TimeRange range,
    double width,
    Palette palette,
    ZoneId zone,
    UnaryOperator<String> words) {
  /** A width that a page of text shows whole. */
  public static final double WIDTH = 1280;

  /** Of an image: a quarter of a gigabyte, and more than three hundred machines at scale 2. */
  private static final double MOST_PIXELS = 1 << 26;

  private static final double MARGIN = 20;
  private static final double HEADER = 66;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d, uuuu HH:mm", Locale.ENGLISH);

  public Picture {
    if (width < 320) {
      throw new IllegalArgumentException("a picture is at least 320 pixels wide, not " + width);
    }
  }

  /** The part of a timeline that a reader wants to see first, light and in UTC. */
  public static Picture of(Timeline timeline) {
    return new Picture(
        timeline,
        timeline.focus(),
        WIDTH,
        Palette.light(),
        ZoneOffset.UTC,
        UnaryOperator.identity());
  }

  /** The same of another range. */
  public Picture of(TimeRange other) {
    return new Picture(timeline, other, width, palette, zone, words);
  }

  /** The same in other colours. */
  public Picture in(Palette colours) {
    return new Picture(timeline, range, width, colours, zone, words);
  }

  /** The same with other words for what the case says: how secrets are kept out of it. */
  public Picture saying(UnaryOperator<String> other) {
    return new Picture(timeline, range, width, palette, zone, other);
  }

  /** As SVG. */
  public String svg() {
    Plan plan = plan(new SvgPen(1, 1, "", ""));
    SvgPen pen = new SvgPen(width, plan.height(), title(), words.apply(Summary.of(timeline)));
    draw(pen, plan);
    return pen.document();
  }

  /**
   * As an image.
   *
   * @param scale image pixels to a pixel of the picture; 2 looks sharp on today's screens. Fewer
   *     where thousands of lanes would make an image that memory can't hold
   */
  public BufferedImage image(double scale) {
    Plan plan;
    try (ImagePen ruler = new ImagePen(1, 1, 1)) {
      plan = plan(ruler);
    }
    double most = Math.sqrt(MOST_PIXELS / (width * plan.height()));
    try (ImagePen pen = new ImagePen(width, plan.height(), Math.min(scale, most))) {
      draw(pen, plan);
      return pen.image();
    }
  }

  /** As the bytes of a PNG file. */
  public byte[] png(double scale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image(scale), "png", bytes)) {
        throw new IllegalStateException("this JDK writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private record Plan(
      TimelinePainter painter, Viewport viewport, Legend legend, double legendHeight) {
    double height() {
      return HEADER + viewport.height() + 14 + legendHeight + 14;
    }
  }

  private Plan plan(Pen ruler) {
    Scene scene = Scene.of(timeline);
    Rows rows = Rows.of(scene, Arrangement.DEFAULT);
    double gutter = gutter(ruler);
    double inner = width - 2 * MARGIN;
    // All of them: a page has no scrolling.
    double lanes = Math.max(rows.height(), 60);
    Viewport viewport =
        new Viewport(
            inner,
            Viewport.AXIS + lanes,
            gutter,
            TimeScale.of(range, Math.max(1, inner - gutter)),
            0,
            zone);
    Legend legend = Legend.of(timeline, range);
    return new Plan(
        new TimelinePainter(scene, rows, false), viewport, legend, legend.height(ruler, inner));
  }

  /** As wide as the titles need, within reason. */
  private double gutter(Pen ruler) {
    double widest = 120;
    for (Lane lane : timeline.lanes()) {
      double title = ruler.width(words.apply(PlainText.line(lane.title())), Pen.Face.LABEL);
      double more = ruler.width(words.apply(PlainText.line(lane.subtitle())), Pen.Face.SMALL);
      widest = Math.max(widest, title + (more > 0 ? more + 10 : 0) + 24);
    }
    return Math.min(widest, width * 0.24);
  }

  private void draw(Pen pen, Plan plan) {
    pen.fill(0, 0, width, plan.height(), palette.of(Ink.SURFACE));
    double room = width - 2 * MARGIN;
    pen.text(
        pen.fitted(title(), Pen.Face.TITLE, room),
        MARGIN,
        32,
        Pen.Face.TITLE,
        palette.of(Ink.TEXT));
    pen.text(
        pen.fitted(subtitle(), Pen.Face.LABEL, room),
        MARGIN,
        53,
        Pen.Face.LABEL,
        palette.of(Ink.MUTED));
    Shifted lanes = new Shifted(pen, MARGIN, HEADER, words);
    pen.clip(MARGIN, HEADER, plan.viewport().width(), plan.viewport().height());
    plan.painter().paint(plan.viewport(), Emphasis.NONE, palette, lanes);
    pen.unclip();
    pen.frame(
        MARGIN - 1,
        HEADER - 1,
        plan.viewport().width() + 2,
        plan.viewport().height() + 2,
        2,
        palette.of(Ink.RULE),
        Pen.Dash.SOLID);
    plan.legend().draw(pen, palette, MARGIN, HEADER + plan.viewport().height() + 10, room);
  }

  private String title() {
    List<Mark.Outage> outages = timeline.outages();
    String app =
        timeline.app().isEmpty() ? "Timeline" : words.apply(PlainText.line(timeline.app()));
    if (outages.isEmpty()) {
      return app + ": no outage found";
    }
    Duration sum = Duration.ZERO;
    for (Mark.Outage outage : outages) {
      sum = sum.plus(Duration.between(outage.start(), outage.end()));
    }
    String length = Wording.duration(sum);
    return outages.size() == 1
        ? app + ": outage of " + length
        : app + ": " + outages.size() + " outages, " + length + " in all";
  }

  private String subtitle() {
    List<String> parts = new ArrayList<>();
    boolean oneDay =
        LocalDate.ofInstant(range.from(), zone).equals(LocalDate.ofInstant(range.to(), zone));
    String until = oneDay ? CLOCK.format(range.to().atZone(zone)) : time(range.to());
    parts.add(
        time(range.from()) + " to " + until + " " + AxisArt.zone(zone, Nanos.of(range.from())));
    count(parts, LaneKind.MACHINE, "machine");
    long changes =
        timeline.lanes().stream()
            .filter(lane -> lane.id().equals("changes"))
            .flatMap(lane -> lane.marks().stream())
            .filter(Mark.Changed.class::isInstance)
            .count();
    if (changes > 0) {
      parts.add(Wording.count(changes, "change"));
    }
    count(parts, LaneKind.SOURCE, "source");
    long timeless =
        timeline.lanes().stream()
            .filter(lane -> lane.kind() == LaneKind.SOURCE && lane.marks().isEmpty())
            .count();
    if (timeless > 0) {
      parts.add(parts.removeLast() + ", " + timeless + " without times");
    }
    return String.join("   ·   ", parts);
  }

  private void count(List<String> parts, LaneKind kind, String noun) {
    long count = timeline.lanes().stream().filter(lane -> lane.kind() == kind).count();
    if (count > 0) {
      parts.add(Wording.count(count, noun));
    }
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
