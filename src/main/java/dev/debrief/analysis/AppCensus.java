package dev.debrief.analysis;

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

  /** By source, the machines that speak in it. */
  final Map<String, Set<String>> speakers = new HashMap<>();

  /** By source, the app that its records name. */
  final Map<String, String> sources = new HashMap<>();

  /** The source of the record before, and who speaks in it. */
  private @Nullable String heard;

  private Set<String> here = new HashSet<>();

  @Override
  public void take(LogRecord log) {
    String source = log.evidence().source();
    String machine = log.machine();
    if (!source.equals(heard)) {
      heard = source;
      here = speakers.computeIfAbsent(source, s -> new HashSet<>());
    }
    if (!here.contains(machine)) { // To add is to write, each time.
      here.add(machine);
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

  /** Whose everything is, by the facts too. */
  Apps apps(List<Entry> facts) {
    return new Apps(this, facts);
  }
}
