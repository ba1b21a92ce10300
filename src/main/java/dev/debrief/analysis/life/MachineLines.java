package dev.debrief.analysis.life;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Latest;
import dev.debrief.analysis.line.Literals;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.analysis.line.PlatformLines;
import dev.debrief.analysis.line.ReadyLines;
import dev.debrief.analysis.line.RequestLine;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Collects the lines that bear on machines' lives. */
public final class MachineLines implements Collector {
  private final ReadyLines ready;
  private final Map<String, Lines> machines = new HashMap<>();
  private final Map<String, Direction> directions = new HashMap<>();

  /** That of the source of the line before, which is mostly that of the next. */
  private Direction direction = new Direction("");

  /** Whether a source lists the oldest line first, as most do, or the newest. */
  private static final class Direction {
    final String source;
    long line;
    long forward;
    long backward;

    Direction(String source) {
      this.source = source;
    }

    boolean reversed() {
      return backward > forward;
    }
  }

  /** One machine's lines as they come. */
  static final class Lines {
    String app = "";
    String region = "";
    final List<Mark> marks = new ArrayList<>();

    final Latest lastWord = new Latest();
    final Latest last = new Latest();
    @Nullable Moment first;
    boolean awaitsReady = true;
    boolean awaitsAnswer = true;

    private @Nullable Mark lastWord() {
      return lastWord.any()
          ? new Mark(lastWord.moment(), lastWord.evidence(), new PlatformLine.LastWord())
          : null;
    }
  }

  /**
   * A collector that looks for texts along with others.
   *
   * @param literals finds the texts that say that a program listens
   */
  public MachineLines(Literals literals) {
    ready = new ReadyLines(literals);
  }

  @Override
  public void take(LogRecord log) {
    if (!log.moment().known()) {
      return;
    }
    direction(log);
    Optional<PlatformLine> line = PlatformLines.read(log);
    Lines lines = lines(subject(log, line));
    if (lines.first == null) {
      lines.first = log.moment();
    }
    lines.last.set(log);
    if (lines.app.isEmpty()) {
      lines.app = log.app();
    }
    // The proxy names its own region, not the machine's.
    if (lines.region.isEmpty() && !log.provider().equals("proxy")) {
      lines.region = log.region();
    }
    if (line.isPresent()) {
      boolean starts =
          line.get() instanceof PlatformLine.VmStarted
              || line.get() instanceof PlatformLine.InitStarted;
      Mark word = starts ? lines.lastWord() : null;
      lines.marks.add(new Mark(log.moment(), log.evidence(), line.get(), word));
      if (starts) {
        lines.awaitsReady = true;
        lines.awaitsAnswer = true;
      }
    } else if (lines.awaitsReady && log.provider().equals("app") && ready.says(log.message())) {
      lines.marks.add(new Mark(log.moment(), log.evidence(), new PlatformLine.Ready()));
      lines.awaitsReady = false;
    }
    if (log.provider().equals("app") && !boots(line.orElse(null))) {
      lines.lastWord.set(log);
    }
  }

  /** Takes a request's answer, read elsewhere in the same pass. */
  public void answered(LogRecord log, RequestLine.Answered answer) {
    if (answer.failed() || !log.moment().known()) {
      return;
    }
    Lines lines = lines(log.machine());
    if (lines.awaitsAnswer) {
      lines.marks.add(new Mark(log.moment(), log.evidence(), new PlatformLine.Served()));
      lines.awaitsAnswer = false;
    }
  }

  /** Whether a machine has answered a request well since its last boot. */
  public boolean served(String machine) {
    Lines lines = machines.get(machine);
    return lines != null && !lines.awaitsAnswer;
  }

  /** Whether its program has said anything yet: until then a machine may be down. */
  public boolean heard(String machine) {
    Lines lines = machines.get(machine);
    return lines != null && lines.lastWord.any();
  }

  private Lines lines(String machine) {
    Lines lines = machines.get(machine);
    if (lines == null) {
      lines = new Lines();
      machines.put(machine, lines);
    }
    return lines;
  }

  private static boolean boots(@Nullable PlatformLine line) {
    return line instanceof PlatformLine.VmStarted
        || line instanceof PlatformLine.InitStarted
        || line instanceof PlatformLine.Preparing;
  }

  private void direction(LogRecord log) {
    if (!log.evidence().source().equals(direction.source)) {
      direction = directions.computeIfAbsent(log.evidence().source(), Direction::new);
    }
    long line = log.evidence().line();
    if (line > direction.line) {
      direction.forward++;
    } else {
      direction.backward++;
    }
    direction.line = line;
  }

  private static String subject(LogRecord log, Optional<PlatformLine> line) {
    return line.isPresent() && line.get() instanceof PlatformLine.Autostop stop
        ? stop.machine()
        : log.machine();
  }

  private long place(Mark mark) {
    Direction known = directions.get(mark.evidence().source());
    boolean reversed = known != null && known.reversed();
    return reversed ? -mark.evidence().line() : mark.evidence().line();
  }

  /** The machines' ids and lines so far, the lines in their best-known order. */
  SortedMap<String, Lines> machines() {
    machines.values().forEach(lines -> order(lines.marks, this::place));
    return new TreeMap<>(machines);
  }

  /**
   * Puts the lines of one source that share a second in the order of that source where one of them
   * is only known to the second: there its place says more than its stamp.
   */
  static void order(List<Mark> marks, ToLongFunction<Mark> place) {
    marks.sort(Comparator.comparing(Mark::at));
    int from = 0;
    while (from < marks.size()) {
      Instant second = Instant.ofEpochSecond(marks.get(from).at().getEpochSecond());
      int to = from;
      boolean coarse = false;
      while (to < marks.size() && marks.get(to).at().getEpochSecond() == second.getEpochSecond()) {
        coarse |= !marks.get(to).moment().precision().atLeast(Precision.MILLISECOND);
        to++;
      }
      if (coarse) {
        marks
            .subList(from, to)
            .sort(
                Comparator.comparing((Mark mark) -> mark.evidence().source())
                    .thenComparingLong(place));
      }
      from = to;
    }
  }
}
