package dev.debrief.analysis.life;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own rule replayed: so many retries within a window, then it leaves the machine
 * down. Exits with 0 and stops that were asked for are free. Whether a wake-up by the proxy refills
 * the budget is not documented, so nothing is assumed of it.
 */
public final class RestartBudgets {
  private RestartBudgets() {}

  /** One finding for each burst, and for each time the platform gave up outside of one. */
  public static List<Finding> of(
      List<MachineHistory> machines, List<RestartBursts.Burst> bursts, AnalysisSettings settings) {
    List<Finding> findings = new ArrayList<>();
    for (MachineHistory machine : machines) {
      List<Mark> gaveUp =
          machine.marks().stream()
              .filter(mark -> mark.line() instanceof PlatformLine.GaveUp)
              .toList();
      List<Mark> placed = new ArrayList<>();
      for (RestartBursts.Burst burst : bursts) {
        if (!burst.machine().equals(machine.machine())) {
          continue;
        }
        List<Mark> own =
            gaveUp.stream()
                .filter(
                    mark ->
                        !mark.at().isBefore(burst.from())
                            && !mark.at().isAfter(burst.to().plus(settings.burstGap())))
                .toList();
        placed.addAll(own);
        findings.add(finding(machine, burst.exits(), own, settings));
      }
      for (Mark mark : gaveUp) {
        if (!placed.contains(mark)) {
          List<Exit> window =
              machine.exits().stream()
                  .filter(
                      exit ->
                          exit.crash()
                              && !exit.at().isAfter(mark.moment().latest())
                              && exit.at().isAfter(mark.at().minus(settings.retryWindow())))
                  .toList();
          findings.add(finding(machine, window, List.of(mark), settings));
        }
      }
    }
    return findings;
  }

  private static Finding finding(
      MachineHistory machine, List<Exit> exits, List<Mark> gaveUp, AnalysisSettings settings) {
    int limit = settings.retries();
    for (Mark mark : gaveUp) {
      if (mark.line() instanceof PlatformLine.GaveUp said) {
        limit = said.limit();
      }
    }
    List<Exit> debits =
        exits.stream().filter(exit -> exit.code() == null || exit.code() != 0).toList();
    int used = Math.min(limit, fullest(machine, debits, gaveUp, settings));
    Instant start = exits.isEmpty() ? gaveUp.getFirst().at() : exits.getFirst().at();
    Instant end = exits.isEmpty() ? start : exits.getLast().at();
    for (Mark mark : gaveUp) {
      end = mark.at().isAfter(end) ? mark.at() : end;
    }
    boolean early = beginsInside(machine, start, settings);
    boolean unseen = !gaveUp.isEmpty() && used < limit;
    boolean bound = early || unseen;
    List<Evidence> lines = new ArrayList<>();
    gaveUp.forEach(mark -> lines.add(mark.evidence()));
    exits.forEach(exit -> lines.add(exit.evidence().getFirst()));
    String atLeast = bound ? "at least " : "";
    String title =
        gaveUp.isEmpty()
            ? machine.machine() + " used " + atLeast + used + " of " + limit + " retries"
            : "The platform gave up on " + machine.machine() + " after " + limit + " retries";
    StringBuilder text = new StringBuilder();
    text.append("The platform retries ").append(limit).append(" times within ");
    text.append(Wording.length(settings.retryWindow()))
        .append(" and then leaves the machine down. ");
    text.append("The log shows ").append(atLeast).append(used);
    text.append(" failed exits in the fullest such window; stops that were asked for are free.");
    if (unseen) {
      text.append(" The give-up line proves that ").append(limit - used);
      text.append(" more came before: the log does not show them.");
    } else if (early) {
      text.append(" The log about this machine begins inside the window, so there may be more.");
    }
    if (gaveUp.isEmpty()) {
      text.append(" No line says that it gave up.");
    }
    return Findings.of(
        start,
        end.equals(start) ? null : end,
        List.of(machine.machine()),
        gaveUp.isEmpty() ? Severity.INFO : Severity.CRITICAL,
        0.9,
        title,
        text.toString(),
        lines,
        new Details.RestartBudget(used, limit, bound, !gaveUp.isEmpty()));
  }

  /** The most debits in one window; each time the platform gave up, a new count begins. */
  private static int fullest(
      MachineHistory machine, List<Exit> debits, List<Mark> gaveUp, AnalysisSettings settings) {
    int most = 0;
    List<Exit> count = new ArrayList<>();
    int next = 0;
    for (Exit debit : debits) {
      while (next < gaveUp.size() && gaveUp.get(next).at().isBefore(debit.at())) {
        count.clear();
        next++;
      }
      count.add(debit);
      most =
          Math.max(
              most, new RestartBursts.Burst(machine.machine(), count).peak(settings.retryWindow()));
      if (count.size() > 2 * settings.retries()) {
        count.removeFirst();
      }
    }
    return most;
  }

  private static boolean beginsInside(
      MachineHistory machine, Instant start, AnalysisSettings settings) {
    @Nullable Instant first = machine.first() == null ? null : machine.first().at();
    return first == null || first.isAfter(start.minus(settings.retryWindow()));
  }
}
