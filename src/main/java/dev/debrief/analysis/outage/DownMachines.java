package dev.debrief.analysis.outage;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.line.PlatformLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a machine was down and nobody had asked for it. A boot between two crashes ends nothing. */
final class DownMachines {
  /** A boot that served for this long before it crashed was up, if only for a while. */
  private static final Duration SERVED = Duration.ofSeconds(60);

  /** One that shows no request must have lived longer to count as up. */
  private static final Duration LIVED = Duration.ofSeconds(150);

  private DownMachines() {}

  /** From an unasked exit to the boot that held; to the log's end where none did. */
  static List<Span> of(MachineHistory machine, Requests requests, Instant logEnd) {
    List<Span> spans = new ArrayList<>();
    @Nullable Instant from = null;
    List<Exit> exits =
        machine.exits().stream()
            .filter(Exit::crash)
            .filter(
                exit -> failed(exit, machine.exits()) || missed(exit, machine, requests, logEnd))
            .sorted(Comparator.comparing(Exit::at))
            .toList();
    List<Boot> boots = machine.boots().stream().filter(boot -> boot.start() != null).toList();
    int next = 0;
    for (int k = 0; k < exits.size(); k++) {
      Exit exit = exits.get(k);
      if (from != null && exit.at().isBefore(from)) {
        continue;
      }
      if (from == null) {
        from = exit.at();
      }
      while (next < boots.size() && start(boots.get(next)).isBefore(exit.at())) {
        next++;
      }
      // Between this crash and the next: did any boot hold?
      Instant until = k + 1 < exits.size() ? exits.get(k + 1).at() : logEnd;
      for (int i = next; i < boots.size() && start(boots.get(i)).isBefore(until); i++) {
        if (wasUp(boots.get(i), logEnd)) {
          Instant up = boots.get(i).up();
          spans.add(new Span(from, up == null ? start(boots.get(i)) : up));
          from = null;
          break;
        }
      }
    }
    if (from != null) {
      Instant end = eventStart(machine, exits.getLast().at(), logEnd);
      spans.add(new Span(from, end.isBefore(from) ? from : end));
    }
    return spans;
  }

  /** Where the log shows no boot any more, a start in the machine's events may. */
  private static Instant eventStart(MachineHistory machine, Instant after, Instant logEnd) {
    boolean logged =
        machine.boots().stream()
            .anyMatch(boot -> boot.start() != null && boot.start().at().isAfter(after));
    if (logged) {
      return logEnd;
    }
    return machine.events().stream()
        .filter(event -> event.status().equals("started") && event.moment().at().isAfter(after))
        .map(event -> event.moment().at())
        .min(Comparator.naturalOrder())
        .orElse(logEnd);
  }

  /** An end with 0 is a program that was done, unless it comes again and again. */
  private static boolean failed(Exit exit, List<Exit> all) {
    return exit.code() == null
        || exit.code() != 0
        || all.stream()
            .anyMatch(
                other ->
                    other != exit
                        && other.crash()
                        && Duration.between(exit.at(), other.at()).abs().compareTo(Boot.HELD) <= 0);
  }

  /**
   * Whether an end with 0 left nobody to answer: all requests failed until the next boot. A machine
   * that requests wake may end itself when it has nothing to do.
   */
  private static boolean missed(
      Exit exit, MachineHistory machine, Requests requests, Instant logEnd) {
    boolean woken =
        machine.marks().stream().anyMatch(mark -> mark.line() instanceof PlatformLine.Waking);
    if (woken) {
      return false;
    }
    Instant until =
        machine.boots().stream()
            .filter(boot -> boot.start() != null && start(boot).isAfter(exit.at()))
            .map(DownMachines::start)
            .findFirst()
            .orElse(logEnd);
    long ok = 0;
    long bad = 0;
    Instant from = exit.at().plusSeconds(Requests.SLICE_SECONDS);
    for (Answers slice : requests.between(from, until.minusSeconds(Requests.SLICE_SECONDS))) {
      ok += slice.ok();
      bad += slice.failed();
    }
    return bad > 0 && ok == 0;
  }

  private static Instant start(Boot boot) {
    return Objects.requireNonNull(boot.start()).at();
  }

  static boolean wasUp(Boot boot, Instant logEnd) {
    Exit exit = boot.exit();
    Instant up = boot.up();
    if (up == null) {
      return false;
    }
    if (exit == null) {
      // It ran on as far as the log tells; a boot just before its end shows nothing yet.
      return boot.served() != null || !up.plusSeconds(10).isAfter(logEnd);
    }
    Duration lived = Duration.between(up, exit.at());
    if (boot.served() != null) {
      return Duration.between(boot.served().at(), exit.at()).compareTo(SERVED) >= 0;
    }
    return lived.compareTo(LIVED) >= 0;
  }
}
