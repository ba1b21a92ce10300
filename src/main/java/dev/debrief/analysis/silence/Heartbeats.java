package dev.debrief.analysis.silence;

import dev.debrief.analysis.template.Signatures;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often each emitter speaks in ordinary lines, and its longest pauses. Errors are left out: an
 * error that stops coming is no loss.
 */
public final class Heartbeats implements Signatures.Listener {
  private static final int PAUSES_KEPT = 6;
  private static final int MOST_EMITTERS = 300;
  private static final String NOBODY = "";

  private final Map<Integer, String> speakers = new HashMap<>();
  private final SortedMap<String, Beat> beats = new TreeMap<>();

  /** A time between two lines of one emitter. */
  record Pause(Instant from, Instant to, Evidence before, Evidence after) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  /** One emitter's lines. */
  static final class Beat {
    final String emitter;
    final Instant first;
    Instant last;
    Evidence lastLine;
    long count;
    final SortedSet<String> machines = new TreeSet<>();
    private final List<Pause> longest = new ArrayList<>();

    Beat(String emitter, LogRecord line) {
      this.emitter = emitter;
      this.first = line.at();
      this.last = line.at();
      this.lastLine = line.evidence();
    }

    void take(LogRecord line) {
      count++;
      if (!line.machine().isEmpty() && machines.size() < 1000) {
        machines.add(line.machine());
      }
      // Messages of several machines are put together at their own pace.
      if (!line.at().isAfter(last)) {
        return;
      }
      keep(new Pause(last, line.at(), lastLine, line.evidence()));
      last = line.at();
      lastLine = line.evidence();
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
    }

    /** The longest pauses, longest first. */
    List<Pause> pauses() {
      return List.copyOf(longest);
    }
  }

  @Override
  public void message(LogRecord head, int shape, Level severity) {
    if (!head.moment().known() || severity.compareTo(Level.WARNING) >= 0) {
      return;
    }
    String speaker = speakers.computeIfAbsent(shape, number -> Speaker.of(head));
    if (speaker.equals(NOBODY)) {
      return;
    }
    Beat beat = beats.get(speaker);
    if (beat == null) {
      if (beats.size() >= MOST_EMITTERS) {
        return;
      }
      beat = new Beat(speaker, head);
      beats.put(speaker, beat);
    }
    beat.take(head);
  }

  /** Every emitter that spoke, by name. */
  Iterable<Beat> beats() {
    return beats.values();
  }
}
