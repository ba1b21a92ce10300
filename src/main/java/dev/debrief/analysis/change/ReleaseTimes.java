package dev.debrief.analysis.change;

import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.model.CaseData;
import dev.debrief.model.Release;
import java.util.List;

/**
 * Works out the times of releases that their table alone doesn't tell: local dates whose zone
 * nothing in the table tells ({@link LocalDates}), dates in the hour that autumn tells twice or on
 * the other side of a change of clocks ({@link TurnedClocks}), and ages where nobody knows when the
 * table was saved ({@link AgedTables}). Another source's release of the same version tells, or the
 * machines that run it, or the rollouts that the log shows.
 */
public final class ReleaseTimes {
  private ReleaseTimes() {}

  /**
   * The releases with the best times that the case gives.
   *
   * @param notes what a reader should know of them
   */
  public record Placed(List<Release> releases, List<String> notes) {}

  /**
   * Places the releases of a case.
   *
   * @param machines their rollouts show when releases reached them
   * @param log how far it goes
   */
  public static Placed of(CaseData data, List<MachineHistory> machines, LogExtent log) {
    ReleaseRows releases = new ReleaseRows(data, machines, log);
    LocalDates.place(releases);
    TurnedClocks.place(releases);
    AgedTables.place(releases, data);
    return new Placed(releases.releases(), releases.notes());
  }
}
