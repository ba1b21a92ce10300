package dev.debrief.timeline;

import dev.debrief.model.Annotation;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details.SignalRole;
import dev.debrief.model.MachineLife;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the signs and bars of a timeline mean: only those that it holds. Immutable. */
public final class Legend {
  private static final double ROW = 22;
  private static final double ICON = 22;
  private static final double AIR = 22;

  private final List<Entry> entries;

  private sealed interface Entry {
    String text();
  }

  private record Sign(Glyph glyph, String text) implements Entry {}

  private record State(MachineLife.State state, String text) implements Entry {}

  private record Swatch(Kind kind, String text) implements Entry {
    enum Kind {
      BURST,
      SILENCE,
      GAP,
      HEAT
    }
  }

  private Legend(List<Entry> entries) {
    this.entries = entries;
  }

  /** For a picture, whose own words tell the rest. One pass over the marks. */
  static Legend of(Timeline timeline, TimeRange range) {
    return of(timeline, range, Legend::of);
  }

  /** All of it, whatever the words beside the signs say. One pass over the marks. */
  public static Legend whole(Timeline timeline) {
    return of(
        timeline,
        TimeRange.ALWAYS,
        mark -> {
          Entry entry = of(mark);
          return entry == null ? told(mark) : entry;
        });
  }

  private static Legend of(
      Timeline timeline, TimeRange range, Function<Mark, @Nullable Entry> says) {
    Map<String, Entry> found = new LinkedHashMap<>();
    for (Lane lane : timeline.lanes()) {
      for (Mark mark : lane.marks()) {
        Entry entry = says.apply(mark);
        boolean seen = !mark.end().isBefore(range.from()) && mark.start().isBefore(range.to());
        if (entry != null && seen) {
          found.putIfAbsent(entry.text(), entry);
        }
      }
    }
    List<Entry> entries = new ArrayList<>(found.values());
    entries.sort(Comparator.comparingInt(Legend::order));
    if (timeline.lanes().stream()
        .anyMatch(lane -> lane.kind() == LaneKind.ERROR && !lane.series().isEmpty())) {
      entries.add(new Swatch(Swatch.Kind.HEAT, "few to many"));
    }
    if (timeline.gaps().stream().anyMatch(gap -> gap.range().overlaps(range))) {
      entries.add(new Swatch(Swatch.Kind.GAP, "log missing"));
    }
    return new Legend(List.copyOf(entries));
  }

  private static int order(Entry entry) {
    return switch (entry) {
      case Sign sign -> sign.glyph().shape().ordinal() + (sign.text().startsWith("exit") ? 200 : 0);
      case State state -> 100 + state.state().ordinal();
      case Swatch ignored -> 300;
    };
  }

  private static @Nullable Entry of(Mark mark) {
    return switch (mark) {
      case Mark.Changed m -> m.verdict() == null ? null : new Sign(Glyph.of(m), change(m));
      case Mark.Exit m -> new Sign(Glyph.of(m), exit(m));
      case Mark.Signal m -> new Sign(Glyph.of(m), signal(m.details().role()));
      case Mark.Life m -> new State(m.state(), Wording.state(m.state()));
      case Mark.Silence ignored -> new Swatch(Swatch.Kind.SILENCE, "silent, though due");
      case Mark.Seen m -> m.isNew() ? new Sign(Glyph.of(m), "first seen") : null;
      case Mark.Concluded ignored -> null;
      case Mark.Noted ignored -> null;
      case Mark.Coverage ignored -> null;
      case Mark.Running ignored -> null;
      case Mark.Burst ignored -> new Swatch(Swatch.Kind.BURST, "restart burst");
      case Mark.Gap ignored -> null;
      case Mark.Outage ignored -> null;
    };
  }

  /** What a picture tells in words beside the sign. */
  private static @Nullable Entry told(Mark mark) {
    if (mark instanceof Mark.Concluded m) {
      String grave =
          switch (m.severity()) {
            case CRITICAL -> "critical";
            case WARNING -> "warning";
            case INFO -> "for information";
          };
      return new Sign(Glyph.of(m), "finding, " + grave);
    }
    if (mark instanceof Mark.Changed m) {
      return new Sign(Glyph.of(m), m.kind() == ChangeKind.COMMIT ? "commit" : "change, not judged");
    }
    if (mark instanceof Mark.Noted m) {
      return new Sign(Glyph.of(m), m.annotation().kind() == Annotation.Kind.PIN ? "pin" : "note");
    }
    return null;
  }

  private static String change(Mark.Changed change) {
    Verdict verdict = Objects.requireNonNull(change.verdict());
    return switch (verdict) {
      case INTRODUCED -> "change that introduced it";
      case FIXED -> "change that fixed it";
      case NO_EFFECT -> "change without effect";
      case NEUTRAL -> "neutral change";
      case INCONCLUSIVE -> "change, inconclusive";
    };
  }

  private static String exit(Mark.Exit exit) {
    if (exit.details().requested()) {
      return "exit on request";
    }
    if (exit.details().oom()) {
      return "exit, out of memory";
    }
    if (exit.details().signal() != null) {
      return "exit by signal";
    }
    Integer code = exit.details().code();
    return code != null && code == 0 ? "exit with 0, not requested" : "exit with an error";
  }

  private static String signal(SignalRole role) {
    return switch (role) {
      case CAUSE -> "signal, the cause";
      case REQUESTED -> "signal, requested";
      case INCIDENTAL -> "signal, incidental";
      case UNKNOWN -> "signal, part unknown";
    };
  }

  /** Its words, in the order in which they are drawn. */
  public List<String> words() {
    return entries.stream().map(Entry::text).toList();
  }

  /** How tall it is on a width. */
  public double height(Pen pen, double width) {
    return lay(pen, 0, 0, width, null);
  }

  /** Draws it from its upper left corner on. */
  public void draw(Pen pen, Palette palette, double x, double y, double width) {
    lay(pen, x, y, width, palette);
  }

  private double lay(Pen pen, double x, double y, double width, @Nullable Palette palette) {
    double at = 0;
    double row = 0;
    for (Entry entry : entries) {
      double wide = ICON + pen.width(entry.text(), Pen.Face.SMALL);
      if (at > 0 && at + wide > width) {
        at = 0;
        row += ROW;
      }
      if (palette != null) {
        icon(pen, palette, entry, x + at, y + row + ROW / 2);
        pen.text(
            entry.text(),
            x + at + ICON,
            y + row + ROW / 2 + 4,
            Pen.Face.SMALL,
            palette.of(Ink.MUTED));
      }
      at += wide + AIR;
    }
    return entries.isEmpty() ? 0 : row + ROW;
  }

  private static void icon(Pen pen, Palette palette, Entry entry, double x, double middle) {
    switch (entry) {
      case Sign sign -> sign.glyph().draw(pen, palette, x + 8, middle, 5);
      case State state -> LifeArt.swatch(pen, palette, state.state(), x, middle - 5, 16, 10);
      case Swatch swatch -> {
        switch (swatch.kind()) {
          case BURST -> {
            pen.fill(x, middle - 3, 16, 1.5, palette.of(Ink.DOWN));
            pen.fill(x, middle - 3, 1.5, 5, palette.of(Ink.DOWN));
            pen.fill(x + 14.5, middle - 3, 1.5, 5, palette.of(Ink.DOWN));
          }
          case SILENCE -> {
            pen.fill(x, middle - 5, 16, 10, palette.of(Ink.SILENCE, 0.08));
            pen.frame(x, middle - 5, 16, 10, 2, palette.of(Ink.SILENCE), Pen.Dash.DASHED);
          }
          case GAP -> pen.hatch(x, middle - 5, 16, 10, 6, palette.missing());
          case HEAT -> {
            for (int i = 0; i < 4; i++) {
              pen.fill(x + i * 4, middle - 5, 4, 10, palette.heat(i / 3.0));
            }
          }
        }
      }
    }
  }
}
