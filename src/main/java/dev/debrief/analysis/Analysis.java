package dev.debrief.analysis;

import dev.debrief.analysis.change.ChangeImpacts;
import dev.debrief.analysis.change.Ledger;
import dev.debrief.analysis.change.PulledImages;
import dev.debrief.analysis.life.ExitFindings;
import dev.debrief.analysis.life.Histories;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.MachineLines;
import dev.debrief.analysis.life.RestartBudgets;
import dev.debrief.analysis.life.RestartBursts;
import dev.debrief.analysis.life.SimultaneousExits;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.outage.OutageFindings;
import dev.debrief.analysis.outage.Outages;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.signal.SignalFindings;
import dev.debrief.analysis.silence.AbsentEmitters;
import dev.debrief.analysis.silence.LogGaps;
import dev.debrief.model.CaseData;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Finding;
import dev.debrief.model.Progress;
import java.util.ArrayList;
import java.util.List;

/** Works out of a case whatever its evidence carries. */
public final class Analysis {
  private static final int TELL_EVERY = 100_000;

  private Analysis() {}

  /**
   * The conclusions of a case. One pass over its records, then pure detectors; linear in the
   * records, and its memory grows with what is notable among them.
   *
   * @throws Progress.Cancelled where the user asked to stop
   */
  public static Conclusions of(CaseData data, AnalysisSettings settings, Progress progress) {
    LogExtent log = new LogExtent();
    MachineLines lines = new MachineLines();
    Requests requests = new Requests(lines);
    AbsentEmitters absent = new AbsentEmitters();
    PulledImages pulled = new PulledImages();
    LogGaps rhythm = new LogGaps();
    List<Collector> collectors = List.of(log, lines, requests, absent, pulled, rhythm);
    long[] read = {0};
    data.records(
        record -> {
          if (++read[0] % TELL_EVERY == 0) {
            progress.stopIfCancelled();
            progress.at("reading records for the analysis", read[0], 0);
          }
          for (Collector collector : collectors) {
            collector.take(record);
          }
        });
    progress.stopIfCancelled();
    progress.at("drawing conclusions", 0, 0);
    List<MachineHistory> machines = Histories.of(lines, data);
    List<RestartBursts.Burst> bursts = RestartBursts.bursts(machines, settings);
    List<Outage> outages = Outages.of(requests, machines, log);
    List<LogGaps.Gap> gaps = rhythm.gaps(machines);
    ChangeImpacts.Judged judged =
        ChangeImpacts.of(
            Ledger.of(data, pulled),
            machines,
            requests,
            outages,
            log,
            gaps.stream().map(LogGaps.Gap::span).toList());
    List<Finding> findings = new ArrayList<>();
    findings.addAll(ExitFindings.of(machines));
    findings.addAll(RestartBursts.of(bursts, settings));
    findings.addAll(RestartBudgets.of(machines, bursts, settings));
    findings.addAll(SimultaneousExits.of(machines));
    findings.addAll(SignalFindings.of(machines));
    findings.addAll(absent.findings(machines));
    findings.addAll(LogGaps.findings(gaps));
    findings.addAll(OutageFindings.of(outages, settings));
    findings.addAll(judged.findings());
    return new Conclusions(
        Findings.numbered(findings), judged.changes(), List.of(), List.of(), List.of(), List.of());
  }
}
