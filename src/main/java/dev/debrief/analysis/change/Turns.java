package dev.debrief.analysis.change;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.RestartBursts;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.outage.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the app turned well or ill of itself, and not with a change. A cause shows soon: failures
 * that begin an hour after a change in which all went well, that had ended an hour before it, or
 * that end an hour into it say nothing of it. So each side of a change is compared only up to such
 * a turn.
 */
public final class Turns {
  /** What a change does shows within this, caches and slow boots and all. */
  private static final Duration SOON = Duration.ofMinutes(10);

  /** A change that the app ran well after for this long did not begin the failures. */
  static final Duration HEALTHY = Duration.ofMinutes(30);

  /**
   * Between those two it is a question of chance: failures that begin at any time fall so close
   * behind a change one time in twenty.
   */
  private static final int ONE_IN = 20;

  /** Failures of two apps that begin within this of each other have one beginning. */
  private static final Duration TOGETHER = Duration.ofSeconds(90);

  /** Those did not begin with a change that its own app ran well after for so long. */
  private static final Duration BEFORE_OTHERS = Duration.ofMinutes(2);

  private final List<Span> troubles;
  private final List<MachineHistory> machines;
  private final NavigableSet<Instant> elsewhere;

  private Turns(List<Span> troubles, List<MachineHistory> machines, List<Instant> elsewhere) {
    this.troubles = List.copyOf(troubles);
    this.machines = machines;
    this.elsewhere = new TreeSet<>(elsewhere);
  }

  /**
   * The turns of the outages, and of the crash loops that nobody outside noticed.
   *
   * @param elsewhere when other apps of the same case fell by themselves
   */
  public static Turns of(
      List<Outage> outages,
      List<RestartBursts.Burst> bursts,
      List<MachineHistory> machines,
      List<Instant> elsewhere) {
    List<Span> troubles = new ArrayList<>();
    outages.forEach(outage -> troubles.add(outage.span()));
    for (RestartBursts.Burst burst : bursts) {
      machines.stream()
          .filter(machine -> machine.machine().equals(burst.machine()) && !machine.oneOff())
          .forEach(machine -> troubles.add(new Span(burst.from(), upAfter(machine, burst.to()))));
    }
    return new Turns(Span.united(troubles, Duration.ZERO), machines, elsewhere);
  }

  private static Instant upAfter(MachineHistory machine, Instant exit) {
    for (Boot boot : machine.boots()) {
      if (boot.start() != null && boot.start().at().isAfter(exit)) {
        return boot.start().at();
      }
    }
    return Instant.MAX;
  }

  /** From when the time before a change speaks of it: not before failures that ended long ago. */
  Instant since(Instant from, Rollout rollout) {
    List<Span> before = within(from, rollout.begin());
    if (before.isEmpty() || before.getLast().to().isAfter(rollout.begin())) {
      return from;
    }
    Instant ended = before.getLast().to();
    Duration well = Duration.between(ended, rollout.begin());
    return well.compareTo(SOON) > 0 && !usual(before, well) ? ended : from;
  }

  /**
   * Until when the time after a change speaks of it.
   *
   * @param since what {@link #since} gave for the same change
   */
  Instant until(Instant since, Rollout rollout, Instant to) {
    Instant complete = rollout.complete();
    for (Span trouble : troubles) {
      if (!trouble.to().isAfter(complete) || !trouble.from().isBefore(to)) {
        continue;
      }
      if (trouble.from().isBefore(rollout.begin())) {
        if (trouble.to().isAfter(complete.plus(SOON))) {
          return earlier(trouble.to(), to);
        }
        continue; // it ended with the change
      }
      Duration well = Duration.between(complete, trouble.from());
      Duration soon = withOthers(trouble) ? BEFORE_OTHERS : soon(since, rollout);
      boolean late = well.compareTo(soon) > 0;
      return late && !usual(within(since, rollout.begin()), well) ? trouble.from() : to;
    }
    return to;
  }

  /** The first trouble that begins within a time, null where none does. */
  @Nullable Span firstAfter(Instant from, Instant to) {
    for (Span trouble : troubles) {
      if (trouble.from().isAfter(from)) {
        return trouble.from().isBefore(to) ? trouble : null;
      }
    }
    return null;
  }

  /** Whether another app fell just then, while none of this one's machines crashed. */
  private boolean withOthers(Span trouble) {
    Instant from = trouble.from().minus(TOGETHER);
    Instant to = trouble.from().plus(TOGETHER);
    @Nullable Instant fall = elsewhere.ceiling(from);
    return fall != null
        && !fall.isAfter(to)
        && machines.stream()
            .flatMap(machine -> machine.exits(from, to).stream())
            .noneMatch(Exit::crash);
  }

  private static Duration soon(Instant since, Rollout rollout) {
    Duration chance = Duration.between(since, rollout.begin()).dividedBy(ONE_IN - 1L);
    Duration most = chance.compareTo(HEALTHY) < 0 ? chance : HEALTHY;
    return most.compareTo(SOON) > 0 ? most : SOON;
  }

  private List<Span> within(Instant from, Instant to) {
    return troubles.stream()
        .filter(trouble -> trouble.to().isAfter(from) && trouble.from().isBefore(to))
        .toList();
  }

  /** Whether what comes and goes may just have paused once more. */
  private static boolean usual(List<Span> before, Duration well) {
    return longestPause(before).multipliedBy(2).compareTo(well) >= 0;
  }

  private static Duration longestPause(List<Span> spans) {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < spans.size(); i++) {
      Duration pause = Duration.between(spans.get(i - 1).to(), spans.get(i).from());
      longest = pause.compareTo(longest) > 0 ? pause : longest;
    }
    return longest;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
