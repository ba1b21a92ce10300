package dev.debrief.desktop.timeline;

import dev.debrief.timeline.Ink;
import dev.debrief.timeline.Palette;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The timeline's colours as style properties: {@code -ink-surface} and so on, one for each {@link
 * Ink}. What the style sheet leaves out comes from the palette that suits its surface.
 */
final class InkStyle {
  /** Who has such properties. */
  interface Inked {
    StyleableProperty<@Nullable Color> ink(Ink ink);
  }

  private static final List<CssMetaData<? extends Styleable, ?>> META = meta();

  private final Map<Ink, SimpleStyleableObjectProperty<@Nullable Color>> properties =
      new EnumMap<>(Ink.class);

  InkStyle(Object bean, Runnable changed) {
    for (Ink ink : Ink.values()) {
      SimpleStyleableObjectProperty<@Nullable Color> property =
          new SimpleStyleableObjectProperty<>(Meta.of(ink), bean, "ink-" + ink.id(), null);
      property.addListener((o, old, now) -> changed.run());
      properties.put(ink, property);
    }
  }

  StyleableProperty<@Nullable Color> of(Ink ink) {
    return java.util.Objects.requireNonNull(properties.get(ink));
  }

  static List<CssMetaData<? extends Styleable, ?>> all() {
    return META;
  }

  private static List<CssMetaData<? extends Styleable, ?>> meta() {
    List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
    for (Ink ink : Ink.values()) {
      all.add(Meta.of(ink));
    }
    return Collections.unmodifiableList(all);
  }

  /** The palette that the style sheet and, for the rest, the program's own colours give. */
  Palette palette() {
    Color surface = of(Ink.SURFACE).getValue();
    boolean dark = surface != null && surface.getBrightness() < 0.5;
    Palette own = dark ? Palette.dark() : Palette.light();
    Map<Ink, Integer> colours = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      Color styled = of(ink).getValue();
      colours.put(ink, styled == null ? own.of(ink) : argb(styled));
    }
    return new Palette(colours);
  }

  private static int argb(Color colour) {
    return channel(colour.getOpacity()) << 24
        | channel(colour.getRed()) << 16
        | channel(colour.getGreen()) << 8
        | channel(colour.getBlue());
  }

  private static int channel(double value) {
    return (int) Math.round(value * 255);
  }

  private static final class Meta extends CssMetaData<Styleable, @Nullable Color> {
    private static final Map<Ink, Meta> ALL = new EnumMap<>(Ink.class);

    private final Ink ink;

    private Meta(Ink ink) {
      super("-ink-" + ink.id(), StyleConverter.getColorConverter(), null);
      this.ink = ink;
    }

    static synchronized Meta of(Ink ink) {
      return ALL.computeIfAbsent(ink, Meta::new);
    }

    @Override
    public boolean isSettable(Styleable styleable) {
      return styleable instanceof Inked;
    }

    @Override
    @SuppressWarnings("NullAway") // JavaFX asks for none where the node has no such property.
    public StyleableProperty<@Nullable Color> getStyleableProperty(Styleable styleable) {
      return styleable instanceof Inked inked ? inked.ink(ink) : null;
    }
  }
}
