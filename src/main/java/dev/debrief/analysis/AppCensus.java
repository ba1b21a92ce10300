package dev.debrief.analysis;

import dev.debrief.analysis.line.DatabaseLines;
import dev.debrief.analysis.rule.Commands;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which apps and machines a log tells of; its memory grows with their number. */
final class AppCensus implements Collector {
  /** By machine, the app that a record of it names. */
  final Map<String, String> named = new HashMap<>();

  /** By machine, the app that an image it pulled is named after: weaker than a name. */
  final Map<String, String> pulled = new HashMap<>();

  /** By image, the machines that pulled it. */
  final Map<String, Set<String>> pullers = new HashMap<>();

  /** By source, the machines that speak in it, and what kind of program theirs is. */
  final Map<String, Map<String, Voice>> speakers = new HashMap<>();

  /** By source, the app that its records name. */
  final Map<String, String> sources = new HashMap<>();

  /** The source of the record before, and who speaks in it. */
  private @Nullable String heard;

  private Map<String, Voice> here = new HashMap<>();

  /** What a machine's first lines in a source tell of its program. */
  static final class Voice {
    /** So many lines show what a program is. */
    private static final int HEARD = 200;

    /** Fewer lines of a database server than this are somebody's quotation. */
    private static final int LEAST = 3;

    private int left = HEARD;
    private int own;
    private int servers;
    private String server = "";

    private void hear(LogRecord log) {
      String text = log.message();
      boolean app = log.provider().equals("app") || log.provider().isEmpty();
      if (!app || text.isEmpty() || text.charAt(0) == ' ' || text.charAt(0) == '[') {
        return; // the platform's: every machine has those
      }
      left--;
      own++;
      String told = DatabaseLines.server(text);
      if (!told.isEmpty()) {
        servers++;
        server = told;
      }
    }
  }

  @Override
  public void take(LogRecord log) {
    String source = log.evidence().source();
    String machine = log.machine();
    if (!source.equals(heard)) {
      heard = source;
      here = speakers.computeIfAbsent(source, s -> new HashMap<>());
    }
    Voice voice = here.get(machine);
    if (voice == null) { // To put is to write, each time.
      voice = new Voice();
      here.put(machine, voice);
    }
    if (voice.left > 0) {
      voice.hear(log);
    }
    if (!log.app().isEmpty()) {
      named.putIfAbsent(machine, log.app());
      sources.putIfAbsent(source, log.app());
    }
    if (log.provider().equals("runner") && log.message().startsWith("Pulling container image ")) {
      String image = log.message().substring("Pulling container image ".length()).strip();
      pullers.computeIfAbsent(image, i -> new HashSet<>()).add(machine);
      String app = Commands.appOf(image);
      if (!app.isEmpty()) {
        pulled.putIfAbsent(machine, app);
      }
    }
  }

  /** The machines that run a database server and nothing else, and which server. */
  Map<String, String> databases() {
    Map<String, Voice> whole = new HashMap<>();
    speakers
        .values()
        .forEach(
            voices ->
                voices.forEach(
                    (machine, voice) -> {
                      Voice all = whole.computeIfAbsent(machine, m -> new Voice());
                      all.own += voice.own;
                      all.servers += voice.servers;
                      all.server = voice.servers > 0 ? voice.server : all.server;
                    }));
    Map<String, String> databases = new HashMap<>();
    whole.forEach(
        (machine, voice) -> {
          boolean server = voice.servers >= Voice.LEAST && 2 * voice.servers >= voice.own;
          if (server && !machine.isEmpty()) {
            databases.put(machine, voice.server);
          }
        });
    return databases;
  }

  /** Whether a machine that runs no database server spoke for itself. */
  boolean others(Set<String> databases) {
    return speakers.values().stream()
        .flatMap(voices -> voices.entrySet().stream())
        .anyMatch(
            voice ->
                !voice.getKey().isEmpty()
                    && !databases.contains(voice.getKey())
                    && voice.getValue().own > 0);
  }

  /** Whose everything is, by the facts too. */
  Apps apps(List<Entry> facts) {
    return new Apps(this, facts);
  }
}
