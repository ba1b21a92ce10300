package dev.debrief.desktop.timeline;

import dev.debrief.timeline.Ink;
import dev.debrief.timeline.Palette;
import dev.debrief.timeline.Summary;
import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The timeline: an overview with a range selector above, the lanes below. Draws at most once a
 * frame, and only when something changed.
 */
public final class TimelineView extends Region implements InkStyle.Inked {
  private static final double OVERVIEW = 44;
  private static final double BAR = 12;
  private static final double LEAST_GUTTER = 150;
  private static final double MOST_GUTTER = 250;

  private final TimelineModel model;
  private final Canvas lanes = new Canvas();
  private final Canvas overview = new Canvas();
  private final ScrollBar scrollBar = new ScrollBar();
  private final HoverCard card = new HoverCard();
  private final PointerTime pointer;
  private final GoToField goTo;
  private final LanesPanel lanesPanel;
  private final LegendPanel legend;
  private final Corner corner;
  private final CanvasPen lanesPen = new CanvasPen(lanes.getGraphicsContext2D());
  private final CanvasPen overviewPen = new CanvasPen(overview.getGraphicsContext2D());
  private final InkStyle style = new InkStyle(this, this::restyle);
  private final Overview overviewPainter;

  private @Nullable Palette palette;
  private boolean lanesStale = true;
  private boolean overviewStale = true;

  /** A view of a model. */
  public TimelineView(TimelineModel model) {
    this.model = model;
    this.goTo = new GoToField(model, this::requestFocus);
    this.pointer = new PointerTime(model, OVERVIEW + 20);
    this.lanesPanel = new LanesPanel(model, this::requestFocus);
    this.legend = new LegendPanel(model, this::requestFocus);
    WholeMenu menu = new WholeMenu(model, lanesPanel::open, this::explain);
    this.corner = new Corner(model, lanesPanel::open, menu);
    this.overviewPainter = new Overview(model);
    getStyleClass().add("timeline");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    scrollBar.setOrientation(Orientation.VERTICAL);
    scrollBar.setFocusTraversable(false);
    scrollBar.setAccessibleText(Texts.of("timeline.scroll"));
    scrollBar
        .valueProperty()
        .addListener((o, old, now) -> model.camera().scrollTo(now.doubleValue()));
    getChildren()
        .addAll(overview, lanes, corner, scrollBar, pointer, card, goTo, lanesPanel, legend);
    listen();
    describe();
    TimelineMouse mouse = new TimelineMouse(model, this, menu);
    mouse.attach(lanes, 0, OVERVIEW);
    overviewPainter.attach(overview);
    TimelineKeys keys = new TimelineKeys(model, this, goTo, lanesPanel, this::explain);
    addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
  }

  private void listen() {
    model.camera().viewportProperty().addListener((Observable o) -> redraw(true));
    model
        .timelineProperty()
        .addListener(
            (Observable o) -> {
              describe();
              redraw(true);
            });
    for (Observable changed :
        List.of(
            model.brushes().rangeProperty(),
            model.brushes().baselineProperty(),
            model.idleFoldedProperty(),
            model.chosen().findingProperty(),
            model.chosen().evidenceProperty(),
            model.chosen().markProperty(),
            model.chosen().cursorProperty(),
            model.knownUntilProperty(),
            model.arrangementProperty())) {
      changed.addListener((Observable o) -> redraw(true));
    }
    model
        .hoveredProperty()
        .addListener(
            (o, old, now) -> {
              boolean same = old != null && now != null && old.mark().equals(now.mark());
              if (!same) {
                redraw(false);
              }
            });
    focusedProperty().addListener((Observable o) -> redraw(false));
  }

  /** What it shows and does. */
  public TimelineModel model() {
    return model;
  }

  /** The keys it understands, each with what it does, for a list of all keys. */
  public static List<String[]> keys() {
    return TimelineKeys.all();
  }

  HoverCard card() {
    return card;
  }

  PointerTime pointer() {
    return pointer;
  }

  /** Says what the signs mean. */
  private void explain() {
    legend.open(palette());
  }

  private void describe() {
    setAccessibleText(Summary.of(model.timelineProperty().get()));
    setAccessibleHelp(Texts.of("timeline.help"));
  }

  private void redraw(boolean overviewToo) {
    lanesStale = true;
    overviewStale |= overviewToo;
    requestLayout();
  }

  private void restyle() {
    palette = null;
    if (legend.isVisible()) {
      legend.draw(palette());
    }
    redraw(true);
  }

  private Palette palette() {
    Palette known = palette;
    if (known == null) {
      known = style.palette();
      palette = known;
    }
    return known;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth() - BAR);
    double height = Math.max(1, getHeight() - OVERVIEW);
    double gutter = Math.clamp(width * 0.17, LEAST_GUTTER, MOST_GUTTER);
    lanesStale |= sized(lanes, width, height);
    overviewStale |= sized(overview, width - gutter, OVERVIEW);
    overview.relocate(gutter, 0);
    corner.resizeRelocate(0, 0, gutter, OVERVIEW);
    lanesPanel.place(8, OVERVIEW + 4, height - 12);
    legend.relocate(8, OVERVIEW + 4);
    lanes.relocate(0, OVERVIEW);
    model.camera().resize(width, height, gutter);
    scrollBar.resizeRelocate(width, OVERVIEW, BAR, height);
    double all = model.painter().rows().height();
    double seen = model.camera().viewportProperty().get().laneHeight();
    scrollBar.setMax(Math.max(0, all - seen));
    scrollBar.setVisibleAmount(all <= seen ? 1 : seen / all * scrollBar.getMax());
    scrollBar.setUnitIncrement(24);
    scrollBar.setBlockIncrement(seen);
    scrollBar.setValue(model.camera().scrollProperty().get());
    scrollBar.setVisible(all > seen);
    card.place(getWidth(), getHeight());
    goTo.place(gutter + 12, OVERVIEW + 8);
    draw();
  }

  private static boolean sized(Canvas canvas, double width, double height) {
    if (canvas.getWidth() == width && canvas.getHeight() == height) {
      return false;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    return true;
  }

  private void draw() {
    if (lanesStale) {
      lanesStale = false;
      lanesPen.begin();
      model
          .painter()
          .paint(model.camera().viewportProperty().get(), model.emphasis(), palette(), lanesPen);
      if (isFocused()) {
        lanesPen.frame(
            0,
            0,
            lanes.getWidth(),
            lanes.getHeight(),
            0,
            palette().of(Ink.ACCENT),
            dev.debrief.timeline.Pen.Dash.SOLID);
      }
    }
    if (overviewStale) {
      overviewStale = false;
      overviewPen.begin();
      overviewPainter.draw(overview.getWidth(), OVERVIEW, palette(), overviewPen);
    }
  }

  @Override
  public StyleableProperty<@Nullable Color> ink(Ink ink) {
    return style.of(ink);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return InkStyle.all();
  }

  @Override
  public String getUserAgentStylesheet() {
    return Objects.requireNonNull(TimelineView.class.getResource("/timeline/timeline.css"))
        .toExternalForm();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 900;
  }

  @Override
  protected double computePrefHeight(double width) {
    return OVERVIEW + 420;
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST_GUTTER + 120;
  }

  @Override
  protected double computeMinHeight(double width) {
    return OVERVIEW + 100;
  }
}
