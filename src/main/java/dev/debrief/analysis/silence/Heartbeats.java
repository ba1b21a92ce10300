package dev.debrief.analysis.silence;

import dev.debrief.analysis.template.Signatures;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each emitter speaks in ordinary lines, on all machines and on each, and how often each
 * machine's program speaks at all. Errors are no emitter's beat: one that stops coming is no loss;
 * a program that prints them is not silent.
 */
public final class Heartbeats implements Signatures.Listener {
  /** What a machine's program as a whole goes by: the platform's name for it. */
  static final String PROGRAM = "app";

  private static final int MOST_EMITTERS = 300;

  /** Emitters times machines; what comes beyond is heard with all machines together only. */
  private static final int MOST_PLACES = 2_000;

  /** Shapes of lines that nobody signs; a log has few that come like clockwork. */
  private static final int MOST_SHAPES = 1_000;

  private static final String NOBODY = "";

  private final Map<Integer, String> speakers = new HashMap<>();
  private final Map<String, Beat> beats = new HashMap<>();
  private final Map<String, Map<String, Beat>> places = new HashMap<>();
  private final Map<Integer, Beat> shapes = new HashMap<>();
  private int placed;

  @Override
  public void message(LogRecord head, int shape, Level severity) {
    if (!head.moment().known()) {
      return;
    }
    boolean program = head.provider().equals(PROGRAM) || head.provider().isEmpty();
    if (program) {
      place(PROGRAM, head);
    }
    if (severity.compareTo(Level.WARNING) >= 0) {
      return;
    }
    String speaker = speakers.computeIfAbsent(shape, number -> Speaker.of(head));
    if (speaker.equals(NOBODY)) {
      if (program) {
        shape(shape, head);
      }
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
    place(speaker, head);
  }

  private void shape(int number, LogRecord head) {
    Beat beat = shapes.get(number);
    if (beat == null) {
      if (shapes.size() >= MOST_SHAPES) {
        return;
      }
      beat = new Beat(NOBODY, head);
      shapes.put(number, beat);
    }
    beat.take(head);
  }

  /** By shape of line, the beat of those that name no emitter. */
  SortedMap<Integer, Beat> shapes() {
    return new TreeMap<>(shapes);
  }

  private void place(String emitter, LogRecord head) {
    if (head.machine().isEmpty()) {
      return;
    }
    Map<String, Beat> byMachine = places.computeIfAbsent(emitter, name -> new HashMap<>());
    Beat beat = byMachine.get(head.machine());
    if (beat == null) {
      if (placed >= MOST_PLACES) {
        return;
      }
      placed++;
      beat = new Beat(emitter, head);
      byMachine.put(head.machine(), beat);
    }
    beat.take(head);
  }

  /** Every emitter that spoke, by name. */
  Iterable<Beat> beats() {
    return new TreeMap<>(beats).values();
  }

  /** By emitter, its beat on each machine; the programs as a whole under {@link #PROGRAM}. */
  SortedMap<String, SortedMap<String, Beat>> places() {
    SortedMap<String, SortedMap<String, Beat>> sorted = new TreeMap<>();
    places.forEach((emitter, byMachine) -> sorted.put(emitter, new TreeMap<>(byMachine)));
    return sorted;
  }
}
