package dev.debrief.analysis.rule;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.line.Literals;
import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules of a library against a case in one pass: {@link #accept} for every entry, in
 * order of time, then {@link #outcomes}. A line costs one walk over its characters however many
 * rules there are, and that one is shared with others who look for texts; a rule's regular
 * expression runs only where its plain text was found. Not for several threads at once.
 */
public final class RuleMatcher implements Collector {
  /** Lines of the platform's init, by which a case can tell of boots and exits. */
  private static final List<String> INIT =
      List.of("Main child exited", "Starting init", "Preparing to run", "reboot: ");

  /** A new boot: what the one before was told excuses nothing in it. */
  private static final String BOOTS = "Starting init (";

  private final List<Watch> watches = new ArrayList<>();
  private final Literals literals;
  private final List<List<Probe>> byLiteral = new ArrayList<>();
  private final List<Probe> unfiltered = new ArrayList<>();
  private final List<Probe> console = new ArrayList<>();
  private final List<Probe> exits = new ArrayList<>();
  private final Map<String, Integer> excuses = new HashMap<>();
  private final Map<Integer, Map<String, Instant>> excused = new HashMap<>();
  private final Set<Integer> initLiterals;
  private final int boots;
  private final Set<Integer> excusing;
  private final Predicate<String> served;
  private final PriorityQueue<Entry> waiting =
      new PriorityQueue<>(
          Comparator.comparing(RuleMatcher::time).thenComparing(entry -> entry.evidence()));
  private final Set<Need> present = EnumSet.noneOf(Need.class);
  private String app = "";
  private long spoken;

  /** One pattern of one rule, and who wants to hear of it. */
  private record Probe(Pattern pattern, Watch watch, Sink sink) {}

  /** Hears of matches. */
  interface Sink {
    void seen(Instant at, String machine, Evidence line, String message);
  }

  /** A matcher for the rules of a library, where nothing tells who answered requests. */
  public RuleMatcher(RuleLibrary library) {
    this(library, machine -> false, new Literals());
  }

  /**
   * A matcher for the rules of a library.
   *
   * @param served whether a machine has answered a request well since its boot, or has not said a
   *     word yet, so that nobody knows whether it runs
   * @param literals finds the rules' texts; no other's may have been added before them, since texts
   *     are heard of in the order they were added, and a boot clears before it excuses
   */
  public RuleMatcher(RuleLibrary library, Predicate<String> served, Literals literals) {
    this.served = served;
    this.literals = literals;
    boots = literal(BOOTS);
    for (Rule rule : library.rules()) {
      Watch watch = new Watch(rule);
      watches.add(watch);
      for (Pattern pattern : rule.looksLike()) {
        probe(new Probe(pattern, watch, watch.episodes(() -> spoken)));
      }
      for (Counter counter : rule.suspectedBy()) {
        if (counter instanceof Counter.Seen seen) {
          probe(new Probe(seen.pattern(), watch, watch.suspicion(seen.pattern())));
        }
      }
      for (Counter counter : rule.refutedBy()) {
        if (counter instanceof Counter.Seen seen) {
          probe(new Probe(seen.pattern(), watch, watch.refutation(seen.pattern())));
        }
      }
      for (Counter counter : rule.supportedBy()) {
        if (counter instanceof Counter.Seen seen) {
          probe(new Probe(seen.pattern(), watch, watch.support(seen.pattern())));
        }
      }
    }
    initLiterals = Set.copyOf(INIT.stream().map(this::literal).toList());
    excusing = Set.copyOf(excuses.values());
  }

  private int literal(String text) {
    int number = literals.add(text);
    while (byLiteral.size() <= number) {
      byLiteral.add(new ArrayList<>());
    }
    return number;
  }

  private void probe(Probe probe) {
    switch (probe.pattern()) {
      case Pattern.Line line -> {
        String plain = Literals.longestAscii(line.text());
        String needed = line.regex().map(regex -> Literals.required(regex.pattern())).orElse("");
        String key = plain.length() >= needed.length() ? plain : needed;
        if (key.isEmpty()) {
          unfiltered.add(probe);
        } else {
          byLiteral.get(literal(key)).add(probe);
        }
        for (Pattern.Excuse excuse : line.unlessAfter()) {
          excuses.put(excuse.text(), literal(Literals.longestAscii(excuse.text())));
        }
        for (Pattern.Excuse earlier : line.onlyAfter()) {
          excuses.put(earlier.text(), literal(Literals.longestAscii(earlier.text())));
        }
      }
      case Pattern.Console operation -> console.add(probe);
      case Pattern.Exit exit -> exits.add(probe);
    }
  }

  /**
   * Takes the next entry. Lines come in order of time; histories and captures may come at any time
   * before {@link #outcomes}, and are put in their place.
   */
  public void accept(Entry entry) {
    switch (entry) {
      case LogRecord record -> take(record);
      case Unparsed line -> {
        catchUp(line.moment().at());
        message(line.moment().at(), "", "", line.evidence(), line.text());
      }
      case Operation operation -> waiting.add(operation);
      case MachineEvent event -> waiting.add(event);
      case Release release -> {
        present.add(Need.RELEASES);
        app(release.app());
        app(Commands.appOf(release.image()));
      }
      case MachineSnapshot snapshot -> app(snapshot.app());
      case Commit commit -> {}
    }
  }

  /** Takes the facts from before an instant. */
  private void catchUp(Instant until) {
    while (!waiting.isEmpty() && !time(waiting.element()).isAfter(until)) {
      Entry next = waiting.remove();
      if (next instanceof Operation operation) {
        operation(operation);
      } else if (next instanceof MachineEvent event) {
        event(event);
      }
    }
  }

  private static Instant time(Entry entry) {
    return entry instanceof MachineEvent event && event.exit() != null && event.exit().at() != null
        ? event.exit().at()
        : entry.moment().at();
  }

  @Override
  public void take(LogRecord record) {
    if (!waiting.isEmpty()) {
      catchUp(record.at());
    }
    app(record.app());
    if (record.provider().isEmpty() || record.provider().equals("app")) {
      present.add(Need.APP_LOG);
      spoken++;
    } else if (record.provider().equals("proxy")) {
      present.add(Need.PROXY_LOG);
    }
    message(record.at(), record.machine(), record.provider(), record.evidence(), record.message());
  }

  private void message(Instant at, String machine, String provider, Evidence line, String message) {
    if (literals.look(message) > 0) {
      said(at, machine, provider, line, message);
    }
    for (Probe probe : unfiltered) {
      ask(probe, at, machine, provider, line, message);
    }
  }

  /** What a line means in which texts were found. */
  private void said(Instant at, String machine, String provider, Evidence line, String message) {
    for (int literal : literals.found()) {
      if (literal >= byLiteral.size()) {
        break; // Others' texts.
      }
      if (initLiterals.contains(literal)) {
        present.add(Need.INIT_LOG);
      }
      if (literal == boots) {
        excused.values().forEach(seen -> seen.remove(machine));
      }
      if (excusing.contains(literal)) {
        excusedAt(literal).put(machine, at);
      }
      for (Probe probe : byLiteral.get(literal)) {
        ask(probe, at, machine, provider, line, message);
      }
    }
  }

  private void ask(
      Probe probe, Instant at, String machine, String provider, Evidence line, String message) {
    if (!(probe.pattern() instanceof Pattern.Line pattern)) {
      return;
    }
    boolean speaker =
        pattern.provider().isEmpty() || provider.isEmpty() || pattern.provider().equals(provider);
    if (speaker && pattern.fits(message) && !isExcused(pattern, at, machine)) {
      probe.sink().seen(at, machine, line, message);
    }
  }

  private boolean isExcused(Pattern.Line pattern, Instant at, String machine) {
    if (pattern.unlessServed() && served.test(machine)) {
      return true;
    }
    return pattern.unlessAfter().stream().anyMatch(excuse -> came(excuse, at, machine))
        || !pattern.onlyAfter().stream().allMatch(needed -> came(needed, at, machine));
  }

  private boolean came(Pattern.Excuse earlier, Instant at, String machine) {
    Integer literal = excuses.get(earlier.text());
    Instant last = literal == null ? null : excusedAt(literal).get(machine);
    return last != null && Duration.between(last, at).compareTo(earlier.within()) <= 0;
  }

  private Map<String, Instant> excusedAt(int literal) {
    return excused.computeIfAbsent(literal, l -> new HashMap<>());
  }

  private void operation(Operation operation) {
    app(operation.app());
    present.add(Need.DEPLOY_OUTPUT);
    for (Probe probe : console) {
      if (probe.pattern() instanceof Pattern.Console pattern
          && pattern.kind() == operation.kind()
          && operation.detail().contains(pattern.detail())) {
        probe
            .sink()
            .seen(
                operation.moment().at(),
                operation.machine(),
                operation.evidence(),
                operation.detail());
      }
    }
  }

  private void event(MachineEvent event) {
    app(event.app());
    present.add(Need.MACHINE_EVENTS);
    MachineEvent.Exit exit = event.exit();
    if (exit == null) {
      return;
    }
    Instant at = time(event);
    for (Probe probe : exits) {
      if (probe.pattern() instanceof Pattern.Exit pattern
          && holds(pattern.oom(), exit.oomKilled())
          && holds(pattern.code(), exit.code())
          && holds(pattern.signal(), exit.signal())) {
        probe
            .sink()
            .seen(at, event.machine(), event.evidence(), event.type() + " " + event.status());
      }
    }
  }

  private static <T> boolean holds(Optional<T> wanted, @Nullable T is) {
    return wanted.isEmpty() || wanted.get().equals(is);
  }

  private void app(String name) {
    if (app.isEmpty()) {
      app = name;
    }
  }

  /** How every rule stands, by its id. */
  public List<RuleOutcome> outcomes() {
    catchUp(Instant.MAX);
    return watches.stream().map(watch -> watch.outcome(app, present)).toList();
  }
}
