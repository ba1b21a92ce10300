package dev.debrief.analysis.outage;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineLife;
import dev.debrief.model.MachineLife.Phase;
import dev.debrief.model.MachineLife.State;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Each machine's states over time, from its boots and exits, its checks and the outages. */
public final class Lives {
  private final LogExtent log;
  private final List<Outage> outages;

  private Lives(LogExtent log, List<Outage> outages) {
    this.log = log;
    this.outages = outages;
  }

  /** By machine. One-offs are left out: they are no machines of the app. */
  public static List<MachineLife> of(
      List<MachineHistory> machines, List<Outage> outages, LogExtent log) {
    Lives lives = new Lives(log, outages);
    return machines.stream()
        .filter(machine -> !machine.oneOff() && !machine.machine().isEmpty())
        .map(
            machine ->
                new MachineLife(
                    machine.machine(), machine.app(), machine.region(), lives.phases(machine)))
        .toList();
  }

  private List<Phase> phases(MachineHistory machine) {
    List<Span> failing = new ArrayList<>(FailingChecks.of(machine, log.last()));
    for (Outage outage : outages) {
      if (outage.requestsTell() && outage.machines().contains(machine.machine())) {
        failing.add(outage.span());
      }
    }
    List<Span> bad = Span.united(failing, Duration.ZERO);
    List<Phase> phases = new ArrayList<>();
    List<Boot> boots = machine.boots();
    for (int i = 0; i < boots.size(); i++) {
      Boot boot = boots.get(i);
      Instant next = i + 1 < boots.size() ? start(boots.get(i + 1)) : log.last();
      run(machine, boot, next, bad, phases);
    }
    TreeSet<Instant> starts = new TreeSet<>();
    for (Boot boot : boots) {
      if (boot.start() != null) {
        starts.add(boot.start().at());
      }
    }
    for (Exit exit : machine.exits()) {
      @Nullable Instant again = starts.higher(exit.at());
      Instant until = again == null ? log.last() : again;
      add(phases, after(exit), exit.at(), until, exit.evidence().getFirst());
    }
    putToSleep(phases, AwakeMachines.asleep(machine, log.last()));
    phases.sort(Comparator.comparing((Phase phase) -> phase.range().from()));
    return apart(phases);
  }

  private static void putToSleep(List<Phase> phases, List<Span> asleep) {
    NavigableMap<Instant, Instant> sleeps = new TreeMap<>();
    asleep.forEach(span -> sleeps.put(span.from(), span.to()));
    phases.replaceAll(
        phase -> {
          Instant from = phase.range().from();
          @Nullable Instant sleep = sleeps.higherKey(from);
          return sleep != null && sleep.isBefore(phase.range().to())
              ? new Phase(phase.state(), new TimeRange(from, sleep), phase.evidence())
              : phase;
        });
    phases.removeIf(
        phase -> {
          var sleep = sleeps.floorEntry(phase.range().from());
          return phase.state() == State.UP
              && sleep != null
              && !phase.range().to().isAfter(sleep.getValue());
        });
    asleep.forEach(span -> add(phases, State.ASLEEP, span.from(), span.to(), null));
  }

  private void run(
      MachineHistory machine, Boot boot, Instant next, List<Span> bad, List<Phase> phases) {
    @Nullable Exit exit = boot.exit();
    Instant end = exit == null ? next : exit.at();
    Instant from;
    if (boot.start() == null) {
      if (machine.first() == null) {
        return;
      }
      from = machine.first().at();
      working(phases, from, end, bad, null);
      return;
    }
    from = boot.start().at();
    boolean spoke = boot.ready() != null || boot.served() != null;
    Instant up = boot.up();
    Instant ready = spoke && up != null && up.isBefore(end) ? up : from;
    if (!spoke && exit != null && exit.crash()) {
      add(phases, State.BOOTING, from, end, boot.evidence());
      return;
    }
    add(phases, State.BOOTING, from, ready, boot.evidence());
    Evidence line =
        boot.ready() != null
            ? boot.ready().evidence()
            : boot.served() != null ? boot.served().evidence() : boot.evidence();
    working(phases, ready, end, bad, line);
  }

  /** Up, but for the times in which its checks or requests failed. */
  private static void working(
      List<Phase> phases, Instant from, Instant to, List<Span> bad, @Nullable Evidence line) {
    Instant at = from;
    for (Span span : bad) {
      Instant begin = span.from().isAfter(at) ? span.from() : at;
      Instant end = span.to().isBefore(to) ? span.to() : to;
      if (begin.isBefore(end)) {
        add(phases, State.UP, at, begin, line);
        add(phases, State.FAILING, begin, end, line);
        at = end;
      }
    }
    add(phases, State.UP, at, to, line);
  }

  private static State after(Exit exit) {
    return switch (exit.reason()) {
      case "autostop" -> State.ASLEEP;
      case "crash", "oom" -> exit.requested() ? State.STOPPED : State.DOWN;
      default -> State.STOPPED;
    };
  }

  private static Instant start(Boot boot) {
    return boot.start() == null ? Instant.MIN : boot.start().at();
  }

  private static void add(
      List<Phase> phases, State state, Instant from, Instant to, @Nullable Evidence line) {
    if (from.isBefore(to)) {
      phases.add(
          new Phase(state, new TimeRange(from, to), line == null ? List.of() : List.of(line)));
    }
  }

  /** Without overlaps: a later phase ends the one before it. */
  private static List<Phase> apart(List<Phase> phases) {
    List<Phase> apart = new ArrayList<>();
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      Instant to = phase.range().to();
      if (i + 1 < phases.size() && phases.get(i + 1).range().from().isBefore(to)) {
        to = phases.get(i + 1).range().from();
      }
      add(
          apart,
          phase.state(),
          phase.range().from(),
          to,
          phase.evidence().isEmpty() ? null : phase.evidence().getFirst());
    }
    return apart;
  }
}
