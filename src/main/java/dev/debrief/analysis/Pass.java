package dev.debrief.analysis;

import dev.debrief.analysis.change.PulledImages;
import dev.debrief.analysis.change.Telltales;
import dev.debrief.analysis.life.MachineLines;
import dev.debrief.analysis.life.SupervisorBudgets;
import dev.debrief.analysis.line.Literals;
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
  final MachineLines lines;
  final Requests requests;
  final PulledImages pulled = new PulledImages();
  final LogGaps rhythm = new LogGaps();
  final Heartbeats heartbeats = new Heartbeats();
  final Captures captures = new Captures();
  final Telltales telltales = new Telltales();
  final Signatures signatures;
  final AppCensus census = new AppCensus();
  final RuleMatcher rules;
  final AbsentEmitters absent;
  final SupervisorBudgets supervisors;
  String app = "";

  private final Onlooker onlooker;
  private final Collector states = new States();
  private final Collector speakers = new Speakers();
  private final Collector shapes = new Shapes();

  private Pass(List<Entry> facts, RuleLibrary library, Onlooker onlooker) {
    Literals literals = new Literals();
    this.rules = new RuleMatcher(library, this::tellsNothing, literals);
    this.lines = new MachineLines(literals);
    this.requests = new Requests(lines);
    this.absent = new AbsentEmitters(literals);
    this.supervisors = new SupervisorBudgets(literals);
    facts.forEach(rules::accept);
    this.signatures =
        new Signatures(
            (head, shape, severity) -> {
              heartbeats.message(head, shape, severity);
              telltales.message(head, shape, severity);
              onlooker.message(head, shape, severity);
            });
    this.onlooker = onlooker;
  }

  /** A refused connection means nothing on a machine that serves, or that may still be down. */
  private boolean tellsNothing(String machine) {
    return lines.served(machine) || !lines.heard(machine);
  }

  // Groups of collectors that share nothing. Each calls its collectors by their names, since a loop
  // over them looks every one of them up for every record; each is a class, and not a method handed
  // over, so that its body isn't compiled again within each of its callers.

  /** What machines and requests did; takes as long as the two others together. */
  private final class States implements Collector {
    @Override
    public void take(LogRecord record) {
      lines.take(record);
      requests.take(record);
      pulled.take(record);
      absent.take(record);
      supervisors.take(record);
      rules.take(record);
    }
  }

  /** Who spoke, and when. */
  private final class Speakers implements Collector {
    @Override
    public void take(LogRecord record) {
      if (app.isEmpty()) {
        app = record.app();
      }
      log.take(record);
      rhythm.take(record);
      captures.take(record);
      census.take(record);
      onlooker.record(record);
    }
  }

  /** What was said. */
  private final class Shapes implements Collector {
    @Override
    public void take(LogRecord record) {
      signatures.accept(record);
    }
  }

  /** A group of whichever pass a record belongs to; nobody's records are left out. */
  private record Whose(Function<LogRecord, @Nullable Pass> whose, Function<Pass, Collector> group)
      implements Collector {
    @Override
    public void take(LogRecord record) {
      Pass pass = whose.apply(record);
      if (pass != null) {
        group.apply(pass).take(record);
      }
    }
  }

  /**
   * Reads a case once.
   *
   * @param onlooker sees the same records
   * @throws Progress.Cancelled where the user asked to stop
   */
  static Pass over(CaseData data, RuleLibrary library, Onlooker onlooker, Progress progress) {
    Pass pass = new Pass(data.facts(), library, onlooker);
    read(data, pass.states, List.of(pass.speakers, pass.shapes), progress);
    pass.signatures.end();
    onlooker.ended(pass.signatures.templates());
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
    shares.forEach(
        share -> passes.put(share.app(), new Pass(share.facts(), library, Onlooker.NONE)));
    Function<LogRecord, @Nullable Pass> whose = record -> passes.get(apps.of(record));
    read(
        data,
        new Whose(whose, pass -> pass.states),
        List.of(new Whose(whose, pass -> pass.speakers), new Whose(whose, pass -> pass.shapes)),
        progress);
    passes.values().forEach(pass -> pass.signatures.end());
    return passes;
  }

  /** Reads all records: for one group as they are read, for the others on a second thread. */
  private static void read(
      CaseData data, Collector first, List<Collector> second, Progress progress) {
    long[] read = {0};
    try (Batches batches = new Batches(List.of(List.of(first), second))) {
      data.records(
          record -> {
            if (++read[0] % TELL_EVERY == 0) {
              progress.stopIfCancelled();
              progress.at("reading records for the analysis", read[0], 0);
            }
            batches.take(record);
          });
      batches.end();
    }
    progress.stopIfCancelled();
  }
}
