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
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When a machine was down and nobody had asked for it. A boot between two crashes ends nothing. */
final class DownMachines {
  /** A boot that served for this long before it crashed was up, if only for a while. */
  private static final Duration SERVED = Duration.ofSeconds(60);

  /** One that shows no request must have lived longer to count as up. */
  private static final Duration LIVED = Duration.ofSeconds(150);

  private final MachineHistory machine;
  private final Requests requests;
  private final Instant logEnd;

  /** The boots whose beginning is known, in order, and their beginnings. */
  private final List<Boot> boots;

  private final NavigableSet<Instant> starts = new TreeSet<>();
  private final boolean wokenByRequests;

  private DownMachines(MachineHistory machine, Requests requests, Instant logEnd) {
    this.machine = machine;
    this.requests = requests;
    this.logEnd = logEnd;
    boots = machine.boots().stream().filter(boot -> boot.start() != null).toList();
    boots.forEach(boot -> starts.add(start(boot)));
    wokenByRequests =
        machine.marks().stream().anyMatch(mark -> mark.line() instanceof PlatformLine.Waking);
  }

  /** From an unasked exit to the boot that held; to the log's end where none did. */
  static List<Span> of(MachineHistory machine, Requests requests, Instant logEnd) {
    return new DownMachines(machine, requests, logEnd).spans();
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    @Nullable Instant from = null;
    List<Exit> exits =
        machine.exits().stream()
            .filter(Exit::crash)
            .filter(exit -> failed(exit) || missed(exit))
            .sorted(Comparator.comparing(Exit::at))
            .toList();
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
      Instant end = eventStart(exits.getLast().at());
      spans.add(new Span(from, end.isBefore(from) ? from : end));
    }
    return spans;
  }

  /** Where the log shows no boot any more, a start in the machine's events may. */
  private Instant eventStart(Instant after) {
    if (starts.higher(after) != null) {
      return logEnd;
    }
    return machine.events().stream()
        .filter(event -> event.status().equals("started") && event.moment().at().isAfter(after))
        .map(event -> event.moment().at())
        .min(Comparator.naturalOrder())
        .orElse(logEnd);
  }

  /** An end with 0 is a program that was done, unless it comes again and again. */
  private boolean failed(Exit exit) {
    return exit.code() == null
        || exit.code() != 0
        || machine.exits(exit.at().minus(Boot.HELD), exit.at().plus(Boot.HELD)).stream()
            .anyMatch(other -> other != exit && other.crash());
  }

  /**
   * Whether an end with 0 left nobody to answer: all requests failed until the next boot. A machine
   * that requests wake may end itself when it has nothing to do.
   */
  private boolean missed(Exit exit) {
    if (wokenByRequests) {
      return false;
    }
    @Nullable Instant next = starts.higher(exit.at());
    Instant from = exit.at().plusSeconds(Requests.SLICE_SECONDS);
    Instant until = (next == null ? logEnd : next).minusSeconds(Requests.SLICE_SECONDS);
    boolean bad = false;
    for (Answers slice : requests.between(from, until)) {
      if (slice.ok() > 0) {
        return false;
      }
      bad |= slice.failed() > 0;
    }
    return bad;
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
