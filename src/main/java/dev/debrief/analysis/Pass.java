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
import dev.debrief.analysis.silence.Captures;
import dev.debrief.analysis.silence.Heartbeats;
import dev.debrief.analysis.silence.LogGaps;
import dev.debrief.analysis.template.Signatures;
import dev.debrief.model.CaseData;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
  final Captures captures = new Captures();
  final ErrorTimes errors = new ErrorTimes();
  final Signatures signatures =
      new Signatures(
          (head, shape, severity) -> {
            heartbeats.message(head, shape, severity);
            errors.message(head, shape, severity);
          });
  final AppCensus census = new AppCensus();
  final RuleMatcher rules;
  String app = "";
  private final List<Collector> collectors;

  private Pass(List<Entry> facts, RuleLibrary library) {
    this.rules = new RuleMatcher(library);
    facts.forEach(rules::accept);
    this.collectors =
        List.of(
            log,
            lines,
            requests,
            absent,
            pulled,
            rhythm,
            captures,
            supervisors,
            census,
            signatures::accept,
            rules::accept);
  }

  /**
   * Reads a case once.
   *
   * @throws Progress.Cancelled where the user asked to stop
   */
  static Pass over(CaseData data, RuleLibrary library, Progress progress) {
    Pass pass = new Pass(data.facts(), library);
    read(data, record -> pass, progress);
    pass.signatures.end();
    return pass;
  }

  /**
   * Reads a case once for each of its apps by itself.
   *
   * @return by app, in the order of the shares
   * @throws Progress.Cancelled where the user asked to stop
   */
  static Map<String, Pass> over(
      CaseData data, Apps apps, List<AppShare> shares, RuleLibrary library, Progress progress) {
    Map<String, Pass> passes = new LinkedHashMap<>();
    shares.forEach(share -> passes.put(share.app(), new Pass(share.facts(), library)));
    read(data, record -> passes.get(apps.of(record)), progress);
    passes.values().forEach(pass -> pass.signatures.end());
    return passes;
  }

  private static void read(
      CaseData data, Function<LogRecord, @Nullable Pass> whose, Progress progress) {
    long[] read = {0};
    data.records(
        record -> {
          if (++read[0] % TELL_EVERY == 0) {
            progress.stopIfCancelled();
            progress.at("reading records for the analysis", read[0], 0);
          }
          Pass pass = whose.apply(record);
          if (pass != null) {
            pass.take(record);
          }
        });
    progress.stopIfCancelled();
  }

  private void take(LogRecord record) {
    if (app.isEmpty()) {
      app = record.app();
    }
    for (Collector collector : collectors) {
      collector.take(record);
    }
  }
}
