package dev.debrief.analysis;

import dev.debrief.analysis.change.Ledger;
import dev.debrief.analysis.change.ReleaseTimes;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.Histories;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.outage.Outages;
import dev.debrief.model.CaseData;
import dev.debrief.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to one app, before any of it is judged.
 *
 * @param data its part of the case
 * @param pass what one pass read of its log
 * @param machines by id
 * @param releases with the best times that the case gives
 * @param changes oldest first
 * @param outages in order, those too short to be told among them
 */
record AppCourse(
    CaseData data,
    Pass pass,
    List<MachineHistory> machines,
    ReleaseTimes.Placed releases,
    List<Change> changes,
    List<Outage> outages) {
  /** An outage this soon after a change of the same app is its own. */
  private static final Duration OWN = Duration.ofMinutes(2);

  /**
   * The course of what one pass read.
   *
   * @param asked whether users ask anything of the app: a database server that is down beside the
   *     app that needs it is no outage of its own, for that app tells what users see
   */
  static AppCourse of(CaseData data, Pass pass, boolean asked) {
    List<MachineHistory> machines = Histories.of(pass.lines, data);
    ReleaseTimes.Placed releases = ReleaseTimes.of(data, machines, pass.log);
    List<Change> changes = Ledger.of(data, releases.releases(), pass.pulled, machines);
    List<Outage> outages =
        asked ? Outages.of(pass.requests, machines, pass.log, changes) : List.of();
    return new AppCourse(data, pass, machines, releases, changes, outages);
  }

  /** The outages that lasted long enough to be told. */
  List<Outage> lasting(AnalysisSettings settings) {
    return outages.stream()
        .filter(outage -> outage.lasted().compareTo(settings.shortestOutage()) >= 0)
        .toList();
  }

  /**
   * When it fell by itself, for the other apps of the case: its machines crashed, or it failed with
   * a change of its own. What merely fails along with another tells nobody anything.
   */
  List<Instant> falls(AnalysisSettings settings) {
    List<Instant> falls = new ArrayList<>();
    machines.stream()
        .filter(machine -> !machine.oneOff())
        .flatMap(machine -> machine.exits().stream())
        .filter(Exit::crash)
        .forEach(exit -> falls.add(exit.at()));
    for (Outage outage : lasting(settings)) {
      Instant from = outage.span().from();
      boolean own =
          changes.stream()
              .map(change -> change.moment().at())
              .anyMatch(at -> !at.isAfter(from) && at.isAfter(from.minus(OWN)));
      if (own) {
        falls.add(from);
      }
    }
    return falls;
  }
}
