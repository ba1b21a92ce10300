package dev.debrief.analysis;

import dev.debrief.analysis.rule.Commands;
import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose each machine, record and fact of a case is. Only some formats name the app: a machine's is
 * told by its records or its images, and whatever else one file holds belongs to the app of its
 * machines, since but for an archive each of the platform's outputs is about one app.
 */
final class Apps {
  private final Map<String, String> machines = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final Set<String> mixed = new HashSet<>();
  private final SortedSet<String> names = new TreeSet<>();

  private final Set<String> byImage = new HashSet<>();
  private final Set<String> byName = new HashSet<>();

  /** Those that are a database server, which no user asks anything of. */
  private final Set<String> servers = new HashSet<>();

  Apps(AppCensus census, List<Entry> facts) {
    machines.putAll(census.named);
    facts.forEach(fact -> told(fact).ifPresent(app -> putMachine(machine(fact), app)));
    Map<String, String> databases = databases(census);
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    for (Entry fact : facts) {
      String source = fact.evidence().source();
      told(fact)
          .or(() -> Optional.ofNullable(machines.get(machine(fact))))
          .or(() -> puller(fact, census))
          .ifPresentOrElse(
              app -> vote(votes, source, app, STRONG),
              () -> vote(votes, source, Commands.appOf(image(fact)), 1));
    }
    votes.forEach((source, apps) -> sources.put(source, most(apps)));
    votes
        .values()
        .forEach(
            apps ->
                apps.forEach(
                    (app, votesFor) -> {
                      if (votesFor < STRONG) {
                        byImage.add(app);
                      } else {
                        byName.add(app);
                      }
                    }));
    byImage.removeAll(byName);
    for (Entry fact : facts) {
      putMachine(machine(fact), sources.getOrDefault(fact.evidence().source(), ""));
    }
    census.pulled.forEach(this::putMachine);
    databases.forEach(this::putMachine);
    census.speakers.forEach(
        (source, speaking) -> place(source, speaking.keySet(), databases.keySet()));
    names.addAll(machines.values());
    beside = census.others(databases.keySet()) && !databases.isEmpty();
    databases.forEach(
        (machine, server) -> {
          if (machines.getOrDefault(machine, "").equals(server)) {
            servers.add(server);
          }
        });
  }

  /** Whether nameless machines speak beside those of a database server. */
  private final boolean beside;

  /**
   * The machines that nothing names and that run a database server, where others are no such: these
   * are an app of their own, called after the server.
   */
  private Map<String, String> databases(AppCensus census) {
    Map<String, String> databases = new TreeMap<>(census.databases());
    databases.keySet().removeAll(machines.keySet());
    return census.others(databases.keySet()) ? databases : Map.of();
  }

  /** A name counts for more than any number of images: those can come from another app. */
  private static final int STRONG = 1_000_000;

  /** A capture belongs to the app of most of its machines, and its other machines to that app. */
  private void place(String source, Set<String> speaking, Set<String> databases) {
    Map<String, Integer> apps = new TreeMap<>();
    boolean alone = databases.containsAll(speaking);
    for (String machine : speaking) {
      String app = alone || !databases.contains(machine) ? machines.getOrDefault(machine, "") : "";
      if (!app.isEmpty()) {
        apps.merge(app, 1, Integer::sum);
      }
    }
    if (!alone && speaking.stream().anyMatch(databases::contains)) {
      mixed.add(source);
    }
    if (apps.isEmpty()) {
      return;
    }
    String app = most(apps);
    sources.putIfAbsent(source, app);
    if (apps.size() > 1) {
      mixed.add(source);
    }
    speaking.forEach(machine -> putMachine(machine, app));
  }

  private void putMachine(String machine, String app) {
    if (!machine.isEmpty() && !app.isEmpty()) {
      machines.putIfAbsent(machine, app);
    }
  }

  private static void vote(
      Map<String, Map<String, Integer>> votes, String source, String app, int weight) {
    if (!app.isEmpty()) {
      votes.computeIfAbsent(source, s -> new TreeMap<>()).merge(app, weight, Integer::sum);
    }
  }

  /** The name with most votes, the first by alphabet among equals. */
  private static String most(Map<String, Integer> votes) {
    return votes.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Whose machine pulled the very image that a release brought. */
  private Optional<String> puller(Entry fact, AppCensus census) {
    return census.pullers.getOrDefault(image(fact), Set.of()).stream()
        .sorted()
        .map(machine -> machines.getOrDefault(machine, ""))
        .filter(app -> !app.isEmpty())
        .findFirst();
  }

  private static Optional<String> told(Entry fact) {
    String app =
        switch (fact) {
          case Release release -> release.app();
          case MachineEvent event -> event.app();
          case MachineSnapshot snapshot -> snapshot.app();
          case Operation operation -> operation.app();
          case LogRecord record -> record.app();
          case Commit commit -> "";
          case Unparsed unparsed -> "";
        };
    return app.isEmpty() ? Optional.empty() : Optional.of(app);
  }

  private static String machine(Entry fact) {
    return switch (fact) {
      case MachineEvent event -> event.machine();
      case MachineSnapshot snapshot -> snapshot.machine();
      case Operation operation -> operation.machine();
      case LogRecord record -> record.machine();
      case Release release -> "";
      case Commit commit -> "";
      case Unparsed unparsed -> "";
    };
  }

  private static String image(Entry fact) {
    return switch (fact) {
      case Release release -> release.image();
      case MachineSnapshot snapshot -> snapshot.image();
      case Operation operation -> operation.image();
      case MachineEvent event -> "";
      case LogRecord record -> "";
      case Commit commit -> "";
      case Unparsed unparsed -> "";
    };
  }

  /** The apps that have machines here. A name that only images bear is none. */
  SortedSet<String> names() {
    return names;
  }

  /** Whether more than one app is here, nameless ones among them. */
  boolean several() {
    return names.size() > 1 || (beside && !names.isEmpty());
  }

  /** Whether an app is a database server. */
  boolean server(String app) {
    return servers.contains(app);
  }

  /** Whether a source tells of an app, or may. */
  boolean tells(String source, String app) {
    String own = sources.getOrDefault(source, app);
    boolean nobodys = byImage.contains(own) && !names.contains(own);
    return mixed.contains(source) || own.equals(app) || (app.isEmpty() && nobodys);
  }

  /** Whose an entry is; empty where nothing tells. */
  String of(Entry entry) {
    Optional<String> told = told(entry);
    if (told.isPresent()) {
      return told.get();
    }
    String machine = machines.getOrDefault(machine(entry), "");
    if (!machine.isEmpty()) {
      return machine;
    }
    String app = sources.getOrDefault(entry.evidence().source(), "");
    // A name that images alone bear is that of the machines that nothing names.
    return names.contains(app) || !byImage.contains(app) ? app : "";
  }
}
