package dev.debrief.analysis.change;

import dev.debrief.analysis.template.Signatures;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows figures that messages tell: memory, disk, pools, queues, and how long things take. Of
 * each machine's shape of message about one in {@value #EVERY_SECONDS} seconds is read, so that the
 * bulk of a log costs one comparison a line.
 */
final class Gauges implements Signatures.Listener {
  private static final int EVERY_SECONDS = 5;

  /** An app has tens of figures. */
  private static final int MOST_GAUGES = 400;

  /** Bounds the memory to some tens of megabytes; later figures are not followed. */
  private static final int MOST_MINUTES = 300_000;

  private static final int LOOKED_AT = 600;

  /** More figures than this in one message are a table. */
  private static final int MOST_IN_ONE = 4;

  private static final Pattern FALLS =
      Pattern.compile("(?i)(?<![a-z])(?:free|available|remaining|idle|left)(?![a-z])");

  private final Map<Integer, Shape> shapes = new HashMap<>();
  private boolean[] without = new boolean[256];
  private int gauges;
  private int minutes;

  /** One minute's figures. */
  static final class Minute {
    private double sum;
    private int count;
    private final Evidence line;

    private Minute(Evidence line) {
      this.line = line;
    }

    double mean() {
      return sum / count;
    }

    Evidence line() {
      return line;
    }
  }

  private static final class Shape {
    private final Map<String, long[]> lastSeconds = new HashMap<>();
    final Map<String, Track> tracks = new LinkedHashMap<>();

    /** Whether none of this machine was read just now. Where none was, this one counts as read. */
    boolean due(long second, String machine) {
      long[] last = lastSeconds.get(machine);
      if (last == null) {
        lastSeconds.put(machine, new long[] {second});
        return true;
      }
      if (Math.abs(second - last[0]) < EVERY_SECONDS) {
        return false;
      }
      last[0] = second;
      return true;
    }
  }

  private record Track(
      String machine,
      String what,
      String unit,
      boolean falls,
      NavigableMap<Long, Minute> minutes) {}

  @Override
  public void message(LogRecord head, int shape, Level severity) {
    if (shape < without.length && without[shape]) {
      return;
    }
    Shape known = shapes.get(shape);
    long second = head.at().getEpochSecond();
    if (known != null && !known.due(second, head.machine())) {
      return;
    }
    boolean told = head.moment().known() && gauges < MOST_GAUGES && minutes < MOST_MINUTES;
    if (known == null) {
      String text = text(head);
      if (!told || !Figures.any(text)) {
        leave(shape);
        return;
      }
      known = new Shape();
      known.due(second, head.machine());
      shapes.put(shape, known);
    }
    if (head.moment().known() && minutes < MOST_MINUTES) {
      read(head, text(head), known);
    }
  }

  private void leave(int shape) {
    if (shape >= without.length) {
      without = Arrays.copyOf(without, Math.max(shape + 1, without.length * 2));
    }
    without[shape] = true;
  }

  private static String text(LogRecord head) {
    String text = head.message();
    return text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
  }

  private void read(LogRecord head, String text, Shape shape) {
    int found = 0;
    Matcher figure = Figures.first(text);
    if (figure != null) {
      do {
        found++;
        keep(head, shape, found, figure.group(1), figure.group(2), figure.group(3));
      } while (found < MOST_IN_ONE && figure.find());
    }
    Matcher length = found == 0 ? Figures.length(text) : null;
    if (length != null) {
      keep(head, shape, 0, "time taken", length.group(1), length.group(2));
    }
  }

  private void keep(
      LogRecord head, Shape shape, int place, String what, String figure, String unit) {
    String scale = unit == null ? "" : unit;
    double value = Double.parseDouble(figure) * factor(scale);
    Track track =
        shape.tracks.computeIfAbsent(
            head.machine() + ' ' + place,
            key -> {
              gauges++;
              return new Track(
                  head.machine(),
                  what.replaceAll("[\\W_]+", " ").strip(),
                  base(scale),
                  FALLS.matcher(what).find(),
                  new TreeMap<>());
            });
    int before = track.minutes().size();
    Minute minute =
        track
            .minutes()
            .computeIfAbsent(
                Math.floorDiv(head.at().getEpochSecond(), 60L), m -> new Minute(head.evidence()));
    minutes += track.minutes().size() - before;
    minute.sum += value;
    minute.count++;
  }

  /** Bytes in megabytes and times in milliseconds, so that one figure's units agree. */
  private static double factor(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "bytes" -> 1e-6;
      case "kb" -> 1e-3;
      case "kib" -> 1.024e-3;
      case "mib" -> 1.048576;
      case "gb" -> 1e3;
      case "gib" -> 1073.741824;
      case "tb", "tib" -> 1e6;
      case "µs", "us" -> 1e-3;
      case "s" -> 1e3;
      default -> 1;
    };
  }

  private static String base(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "" -> "";
      case "%" -> " %";
      case "µs", "us", "ms", "s" -> " ms";
      default -> " MB";
    };
  }

  /**
   * Every figure, by the templates that tell it.
   *
   * @param byShape the template of each shape, as {@link Signatures#templates} gives them
   */
  List<Gauge> all(List<Template> byShape) {
    Map<String, Gauge> merged = new LinkedHashMap<>();
    new TreeMap<>(shapes)
        .forEach(
            (shape, own) ->
                own.tracks.forEach(
                    (key, track) -> {
                      Gauge gauge =
                          merged.computeIfAbsent(
                              byShape.get(shape).text() + '\n' + key,
                              k ->
                                  new Gauge(
                                      track.machine(),
                                      track.what(),
                                      track.unit(),
                                      track.falls(),
                                      new TreeMap<>()));
                      track.minutes().forEach(gauge.minutes()::putIfAbsent);
                    }));
    return new ArrayList<>(merged.values());
  }
}
