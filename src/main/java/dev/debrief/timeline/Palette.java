package dev.debrief.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * The colours of a picture, as ARGB. The two that come with the program keep to WCAG 2.2 AA (texts
 * 4.5 : 1, marks 3 : 1 on the surface) and to hues that the common kinds of colour blindness tell
 * apart; no meaning rests on a hue alone.
 */
public final class Palette {
  private static final Palette LIGHT = read("light");
  private static final Palette DARK = read("dark");

  private final int[] argb = new int[Ink.values().length];

  /** From a colour for every ink. */
  public Palette(Map<Ink, Integer> colours) {
    for (Ink ink : Ink.values()) {
      Integer colour = colours.get(ink);
      if (colour == null) {
        throw new IllegalArgumentException("no colour for " + ink.id());
      }
      argb[ink.ordinal()] = colour;
    }
  }

  /** Dark on white. */
  public static Palette light() {
    return LIGHT;
  }

  /** Light on near black. */
  public static Palette dark() {
    return DARK;
  }

  /** The colour of an ink. */
  public int of(Ink ink) {
    return argb[ink.ordinal()];
  }

  /** The same colour, see-through: {@code alpha} from 0 to 1. */
  public int of(Ink ink, double alpha) {
    return (of(ink) & 0xFFFFFF) | (int) Math.round(alpha * 255) << 24;
  }

  /**
   * The colour of hatching over missing log: little more than 3 : 1 on every ground that marks
   * stand on. Its lines are few, so that it stays behind the findings.
   */
  public int missing() {
    return of(Ink.MISSING, luminance(of(Ink.SURFACE)) < 0.2 ? 0.7 : 0.85);
  }

  /** The colour of so much: {@code share} from 0 to 1 of the way from few to most. */
  public int heat(double share) {
    return mixed(of(Ink.HEAT_LOW), of(Ink.HEAT_HIGH), Math.clamp(share, 0, 1));
  }

  /** A colour between two, opaque. */
  static int mixed(int a, int b, double share) {
    int mixed = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = (a >> shift) & 0xFF;
      double to = (b >> shift) & 0xFF;
      mixed = mixed << 8 | (int) Math.round(from + (to - from) * share);
    }
    return mixed;
  }

  /** The contrast of two opaque colours, from 1 to 21, as WCAG 2.2 defines it. */
  public static double contrast(int a, int b) {
    double one = luminance(a);
    double other = luminance(b);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(int argb) {
    return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Palette read(String name) {
    Properties colours = new Properties();
    try (InputStream in = Palette.class.getResourceAsStream("/timeline/" + name + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its palette " + name);
      }
      colours.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Ink, Integer> map = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      String hex = colours.getProperty(ink.id(), "").strip();
      map.put(ink, (int) Long.parseLong(hex.length() == 6 ? "ff" + hex : hex, 16));
    }
    return new Palette(map);
  }
}
