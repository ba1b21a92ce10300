package dev.debrief.analysis;

import dev.debrief.analysis.change.ErrorTimes;
import dev.debrief.analysis.change.PulledImages;
import dev.debrief.analysis.life.MachineLines;
import dev.debrief.analysis.life.SupervisorBudgets;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.analysis.rule.RuleMatcher;
import dev.debrief.analysis.silence.AbsentEmitters;
import dev.debrief.analysis.silence.Heartbeats;
import dev.debrief.analysis.silence.LogGaps;
import dev.debrief.analysis.template.Signatures;
import dev.debrief.model.CaseData;
import dev.debrief.model.Progress;
import java.util.List;

/** The one pass over a case's records: who collects, and what they kept. */
final class Pass {
  private static final int TELL_EVERY = 50_000;

  final LogExtent log = new LogExtent();
  final MachineLines lines = new MachineLines();
  final Requests requests = new Requests(lines);
  final AbsentEmitters absent = new AbsentEmitters();
  final PulledImages pulled = new PulledImages();
  final LogGaps rhythm = new LogGaps();
  final SupervisorBudgets supervisors = new SupervisorBudgets();
  final Heartbeats heartbeats = new Heartbeats();
  final ErrorTimes errors = new ErrorTimes();
  final Signatures signatures =
      new Signatures(
          (head, shape, severity) -> {
            heartbeats.message(head, shape, severity);
            errors.message(head, shape, severity);
          });
  final RuleMatcher rules;
  String app = "";

  private Pass(RuleLibrary library) {
    this.rules = new RuleMatcher(library);
  }

  /**
   * Reads a case once.
   *
   * @throws Progress.Cancelled where the user asked to stop
   */
  static Pass over(CaseData data, RuleLibrary library, Progress progress) {
    Pass pass = new Pass(library);
    List<Collector> collectors =
        List.of(
            pass.log,
            pass.lines,
            pass.requests,
            pass.absent,
            pass.pulled,
            pass.rhythm,
            pass.supervisors,
            pass.signatures::accept,
            pass.rules::accept);
    data.facts().forEach(pass.rules::accept);
    long[] read = {0};
    data.records(
        record -> {
          if (++read[0] % TELL_EVERY == 0) {
            progress.stopIfCancelled();
            progress.at("reading records for the analysis", read[0], 0);
          }
          if (pass.app.isEmpty()) {
            pass.app = record.app();
          }
          for (Collector collector : collectors) {
            collector.take(record);
          }
        });
    pass.signatures.end();
    progress.stopIfCancelled();
    return pass;
  }
}
