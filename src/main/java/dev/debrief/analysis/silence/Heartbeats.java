package dev.debrief.analysis.silence;

import dev.debrief.analysis.template.Signatures;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** By shape, who speaks in it; null where none came yet. */
  private @Nullable String[] speakers = new String[64];

  /** By shape, the beat of those that nobody signs. */
  private @Nullable Beat[] unsigned = new Beat[64];

  private int unsignedKept;
  private final Map<String, Beat> beats = new HashMap<>();
  private final Map<String, Map<String, Beat>> places = new HashMap<>();
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
    String speaker = speaker(shape, head);
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

  private String speaker(int shape, LogRecord head) {
    if (shape >= speakers.length) {
      speakers = Arrays.copyOf(speakers, Math.max(shape + 1, speakers.length * 2));
      unsigned = Arrays.copyOf(unsigned, speakers.length);
    }
    String speaker = speakers[shape];
    if (speaker == null) {
      speaker = Speaker.of(head);
      speakers[shape] = speaker;
    }
    return speaker;
  }

  private void shape(int number, LogRecord head) {
    Beat beat = unsigned[number];
    if (beat == null) {
      if (unsignedKept >= MOST_SHAPES) {
        return;
      }
      beat = new Beat(NOBODY, head);
      unsigned[number] = beat;
      unsignedKept++;
    }
    beat.take(head);
  }

  /** By shape of line, the beat of those that name no emitter. */
  SortedMap<Integer, Beat> shapes() {
    SortedMap<Integer, Beat> shapes = new TreeMap<>();
    for (int shape = 0; shape < unsigned.length; shape++) {
      Beat beat = unsigned[shape];
      if (beat != null) {
        shapes.put(shape, beat);
      }
    }
    return shapes;
  }

  private void place(String emitter, LogRecord head) {
    if (head.machine().isEmpty()) {
      return;
    }
    Map<String, Beat> byMachine = places.get(emitter);
    if (byMachine == null) {
      byMachine = new HashMap<>();
      places.put(emitter, byMachine);
    }
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
