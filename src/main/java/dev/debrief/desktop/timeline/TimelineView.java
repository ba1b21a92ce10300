package dev.debrief.desktop.timeline;

import dev.debrief.desktop.text.Texts;
import dev.debrief.timeline.Ink;
import dev.debrief.timeline.Palette;
import dev.debrief.timeline.Pen;
import dev.debrief.timeline.Summary;
import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;
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
  private final Board lanes = new Board();
  private final Board overview = new Board();
  private final DoubleProperty textSize = new SimpleDoubleProperty(1);
  private final ScrollBar scrollBar = new ScrollBar();
  private final HoverCard card = new HoverCard();
  private final PointerTime pointer;
  private final GoToField goTo;
  private final LanesPanel lanesPanel;
  private final LegendPanel legend;
  private final Corner corner;
  private final InkStyle style = new InkStyle(this, this::restyle);
  private final Overview overviewPainter;

  private @Nullable Palette palette;
  private boolean lanesStale = true;
  private boolean overviewStale = true;

  /** A view of a model. */
  public TimelineView(TimelineModel model) {
    this.model = model;
    this.goTo = new GoToField(model, this::requestFocus);
    this.pointer = new PointerTime(model);
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
    scrollBar.setAccessibleText(Texts.text("timeline.scroll"));
    scrollBar
        .valueProperty()
        .addListener((o, old, now) -> model.camera().scrollTo(now.doubleValue()));
    getChildren()
        .addAll(overview, lanes, corner, scrollBar, pointer, card, goTo, lanesPanel, legend);
    listen();
    describe();
    TimelineMouse mouse = new TimelineMouse(model, this, menu);
    mouse.attach(lanes);
    overviewPainter.attach(overview);
    TimelineKeys keys = new TimelineKeys(model, this, goTo, lanesPanel, this::explain);
    addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
  }

  private void listen() {
    textSize.addListener((Observable o) -> resized());
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::renderScaleXProperty)
        .subscribe(sharper -> resized());
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

  /** How large its words are, and with them all of it; 1 is their common size. */
  public DoubleProperty textSizeProperty() {
    return textSize;
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
    legend.open(palette(), textSize.get());
  }

  private void describe() {
    setAccessibleText(Summary.of(model.timelineProperty().get()));
    setAccessibleHelp(Texts.text("timeline.help"));
  }

  private void redraw(boolean overviewToo) {
    lanesStale = true;
    overviewStale |= overviewToo;
    requestLayout();
  }

  private void restyle() {
    palette = null;
    resized();
    redraw(true);
  }

  private void resized() {
    if (legend.isVisible()) {
      legend.draw(palette(), textSize.get());
    }
    requestLayout();
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
    double text = textSize.get();
    double strip = snapSizeY(OVERVIEW * text);
    double width = Math.max(1, getWidth() - BAR);
    double height = Math.max(1, getHeight() - strip);
    lanesStale |= lanes.fit(width, height, text);
    double gutter = lanes.snapped(Math.clamp(lanes.getWidth() * 0.17, LEAST_GUTTER, MOST_GUTTER));
    double margin = gutter * text;
    overviewStale |= overview.fit(width - margin, strip, text);
    overview.relocate(margin, 0);
    corner.resizeRelocate(0, 0, margin, strip);
    lanesPanel.place(8, strip + 4, height - 12, text);
    legend.relocate(8, strip + 4);
    lanes.relocate(0, strip);
    model.camera().resize(lanes.getWidth(), lanes.getHeight(), gutter);
    scrollBar.resizeRelocate(width, strip, BAR, height);
    double all = model.painter().rows().height();
    double seen = model.camera().viewportProperty().get().laneHeight();
    scrollBar.setMax(Math.max(0, all - seen));
    scrollBar.setVisibleAmount(all <= seen ? 1 : seen / all * scrollBar.getMax());
    scrollBar.setUnitIncrement(24);
    scrollBar.setBlockIncrement(seen);
    scrollBar.setValue(model.camera().scrollProperty().get());
    scrollBar.setVisible(all > seen);
    card.place(getWidth(), getHeight());
    pointer.place(strip + 28 * text, width);
    goTo.place(margin + 12, strip + 8, text);
    draw();
  }

  private void draw() {
    if (lanesStale) {
      lanesStale = false;
      CanvasPen pen = lanes.begin();
      model
          .painter()
          .paint(model.camera().viewportProperty().get(), model.emphasis(), palette(), pen);
      if (isFocused()) {
        pen.frame(
            0, 0, lanes.getWidth(), lanes.getHeight(), 0, palette().of(Ink.ACCENT), Pen.Dash.SOLID);
      }
    }
    if (overviewStale) {
      overviewStale = false;
      overviewPainter.draw(overview.getWidth(), overview.getHeight(), palette(), overview.begin());
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
    return (OVERVIEW + 420) * textSize.get();
  }

  @Override
  protected double computeMinWidth(double height) {
    return (LEAST_GUTTER + 120) * textSize.get();
  }

  @Override
  protected double computeMinHeight(double width) {
    return (OVERVIEW + 100) * textSize.get();
  }
}
