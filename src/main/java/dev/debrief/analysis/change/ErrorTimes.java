package dev.debrief.analysis.change;

import dev.debrief.analysis.line.JobLines;
import dev.debrief.analysis.line.RequestLines;
import dev.debrief.analysis.template.Signatures;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When each error was printed: by template, in slices of ten seconds, so that the flood of lines
 * that one failure writes counts once.
 */
final class ErrorTimes implements Signatures.Listener {
  /** As fine as the slices of requests, so that both compare alike. */
  static final int SLICE_SECONDS = 10;

  /** An incident has tens of error shapes; the rest of a flood of shapes is not told apart. */
  private static final int MOST_SHAPES = 300;

  /** Bounds the memory to some tens of megabytes; after that nothing is compared by errors. */
  private static final int MOST_SLICES = 400_000;

  /** An error's shape: what its first message is, and when it came. */
  private record Shape(
      boolean program, boolean job, boolean request, NavigableMap<Long, Slice> times) {
    static Shape of(LogRecord head) {
      return new Shape(
          head.provider().equals("app") || head.provider().isEmpty(),
          JobLines.failed(head.message()),
          RequestLines.read(head).isPresent(),
          new TreeMap<>());
    }
  }

  private final Map<Integer, Shape> shapes = new LinkedHashMap<>();
  private final Level least;
  private final Level most;
  private int slices;
  private Instant until = Instant.MAX;

  /** How often it was printed within a slice, and the first line of these. */
  static final class Slice {
    final Evidence first;
    final long messages;

    private Slice(Evidence first, long messages) {
      this.first = first;
      this.messages = messages;
    }

    private Slice and(Slice more) {
      return new Slice(first, messages + more.messages);
    }
  }

  /**
   * Keeps what is as loud as this.
   *
   * @param least the quietest that counts
   * @param most the loudest
   */
  ErrorTimes(Level least, Level most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public void message(LogRecord head, int shape, Level severity) {
    if (severity.compareTo(least) < 0 || severity.compareTo(most) > 0 || !head.moment().known()) {
      return;
    }
    Shape known = shapes.get(shape);
    if (known == null) {
      if (shapes.size() >= MOST_SHAPES) {
        return;
      }
      known = Shape.of(head);
      shapes.put(shape, known);
    }
    if (slices >= MOST_SLICES) {
      until = head.at().isBefore(until) ? head.at() : until;
      return;
    }
    NavigableMap<Long, Slice> times = known.times;
    int before = times.size();
    times.merge(
        Math.floorDiv(head.at().getEpochSecond(), SLICE_SECONDS),
        new Slice(head.evidence(), 1),
        Slice::and);
    slices += times.size() - before;
  }

  /** Until when the errors were kept; {@link Instant#MAX} where all were. */
  Instant until() {
    return until;
  }

  /**
   * The errors by their final template, in the order in which they first came.
   *
   * @param byShape the template of each shape, as {@link Signatures#templates} gives them
   */
  List<ErrorSeries> series(List<Template> byShape) {
    Map<String, ErrorSeries> merged = new LinkedHashMap<>();
    shapes.forEach(
        (shape, told) -> {
          String text = byShape.get(shape).text();
          ErrorSeries known = merged.get(text);
          if (known == null) {
            known =
                new ErrorSeries(
                    Template.idOf(text),
                    text,
                    told.program,
                    told.job,
                    told.request,
                    new TreeMap<>(told.times));
            merged.put(text, known);
          } else {
            NavigableMap<Long, Slice> all = known.slices();
            told.times.forEach((slice, seen) -> all.merge(slice, seen, Slice::and));
          }
        });
    return new ArrayList<>(merged.values());
  }
}
