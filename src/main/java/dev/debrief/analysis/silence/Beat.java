package dev.debrief.analysis.silence;

import dev.debrief.analysis.Latest;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lines of one emitter, on all machines or on one: how many, when, and the longest pauses. */
final class Beat {
  private static final int PAUSES_KEPT = 6;
  private static final int MOST_MACHINES = 1_000;

  String emitter;
  final Instant first;
  private final Latest last = new Latest();
  long count;
  private final Set<String> machines = new HashSet<>();
  final Pace pace = new Pace();
  private final List<Pause> longest = new ArrayList<>();
  private String lastMachine = "";

  /** Whole seconds below which no pause is among the longest: nearly every line's is shorter. */
  private long least;

  Beat(String emitter, LogRecord line) {
    this.emitter = emitter;
    this.first = line.at();
    last.set(line);
  }

  /** The machines it was heard on. */
  SortedSet<String> machines() {
    return new TreeSet<>(machines);
  }

  /** When it was heard last, UTC. */
  Instant last() {
    return last.at();
  }

  void take(LogRecord line) {
    count++;
    pace.add(line.at());
    if (!line.machine().equals(lastMachine)) {
      lastMachine = line.machine();
      if (!machines.contains(lastMachine)
          && !lastMachine.isEmpty()
          && machines.size() < MOST_MACHINES) {
        machines.add(lastMachine);
      }
    }
    // Messages of several machines are put together at their own pace.
    if (!last.isBefore(line.at())) {
      return;
    }
    if (line.at().getEpochSecond() - last.second() >= least) {
      keep(new Pause(last.at(), line.at(), last.evidence(), line.evidence()));
    }
    last.set(line);
  }

  private void keep(Pause pause) {
    if (longest.size() == PAUSES_KEPT
        && longest.getLast().length().compareTo(pause.length()) >= 0) {
      return;
    }
    longest.add(pause);
    longest.sort(Comparator.comparing(Pause::length).reversed().thenComparing(Pause::from));
    if (longest.size() > PAUSES_KEPT) {
      longest.removeLast();
    }
    least = longest.size() < PAUSES_KEPT ? 0 : longest.getLast().length().toSeconds();
  }

  /** The longest pauses, longest first. */
  List<Pause> pauses() {
    return List.copyOf(longest);
  }

  /** The longest pause, that from its last line to the log's end among them. */
  @Nullable Pause longest(LogExtent log) {
    @Nullable Evidence end = log.lastLine();
    @Nullable Pause most = longest.isEmpty() ? null : longest.getFirst();
    if (end != null) {
      Pause open = new Pause(last.at(), log.last(), last.evidence(), end);
      if (most == null || open.length().compareTo(most.length()) > 0) {
        most = open;
      }
    }
    return most;
  }
}
