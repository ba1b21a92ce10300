package dev.debrief.desktop.compare;

import dev.debrief.analysis.compare.Difference;
import dev.debrief.desktop.text.Texts;
import java.util.Locale;

/** A difference in words and numbers. */
final class DifferenceWords {
  private DifferenceWords() {}

  /** What differs, on one line. */
  static String name(Difference difference) {
    return difference.value().strip().lines().findFirst().orElse("");
  }

  /** By what it was counted. */
  static String aspect(Difference difference) {
    return Texts.text("compare.aspect." + difference.aspect().name().toLowerCase(Locale.ROOT));
  }

  /** Which way it differs. */
  static String kind(Difference difference) {
    return Texts.text("compare.kind." + difference.kind().name().toLowerCase(Locale.ROOT));
  }

  /** How often here, how often expected, how many times as often. */
  static String numbers(Difference difference) {
    String counts = Texts.text("compare.counts", difference.here(), rounded(difference.expected()));
    return switch (difference.kind()) {
      case NEW -> Texts.text("compare.new", counts, factor(difference.test().low()));
      case MISSING -> Texts.text("compare.missing", counts, factor(difference.test().high()));
      case MORE, LESS ->
          Texts.text(
              "compare.ratio",
              counts,
              factor(ratio(difference)),
              factor(difference.test().low()),
              factor(difference.test().high()));
    };
  }

  /** The test, for who wants to know. */
  static String test(Difference difference) {
    String clump =
        difference.clump() < 1.05
            ? ""
            : " " + Texts.text("compare.clump", rounded(difference.clump()));
    return Texts.text("compare.test", chance(difference.test().p()), chance(difference.q()))
        + clump;
  }

  /** An adjusted p-value, short. */
  static String chance(double p) {
    return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, p < 0.01 ? "%.4f" : "%.2f", p);
  }

  private static double ratio(Difference difference) {
    Double ratio = difference.test().ratio();
    return ratio == null ? 1 : ratio;
  }

  /** A factor to two digits: {@code 41}, {@code 3.1}, {@code 0.02}. */
  static String factor(double value) {
    if (Double.isInfinite(value)) {
      return "∞";
    }
    return rounded(value);
  }

  private static String rounded(double value) {
    if (value == 0) {
      return "0";
    }
    if (value < 0.0005) {
      return "< 0.001";
    }
    String pattern =
        value >= 9.95 ? "%,.0f" : value >= 0.995 ? "%.1f" : value >= 0.0995 ? "%.2f" : "%.3f";
    String text = String.format(Locale.ENGLISH, pattern, value);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }
}
