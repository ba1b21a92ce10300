package dev.debrief.analysis;

import dev.debrief.analysis.change.ChangeImpacts;
import dev.debrief.analysis.change.FailureWords;
import dev.debrief.analysis.change.Turns;
import dev.debrief.analysis.hypothesis.Hypotheses;
import dev.debrief.analysis.life.ExitFindings;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.RestartBudgets;
import dev.debrief.analysis.life.RestartBursts;
import dev.debrief.analysis.life.SimultaneousExits;
import dev.debrief.analysis.outage.Lives;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.outage.OutageFindings;
import dev.debrief.analysis.outage.Span;
import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.analysis.signal.SignalFindings;
import dev.debrief.analysis.silence.BelowBaseline;
import dev.debrief.analysis.silence.KnownReasons;
import dev.debrief.analysis.silence.LogGaps;
import dev.debrief.analysis.silence.SilentMachines;
import dev.debrief.model.CaseData;
import dev.debrief.model.Change;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Works out of a case whatever its evidence carries. */
public final class Analysis {
  private Analysis() {}

  /**
   * The conclusions of a case by the built-in rules.
   *
   * @throws Progress.Cancelled where the user asked to stop
   */
  public static Conclusions of(CaseData data, AnalysisSettings settings, Progress progress) {
    return of(data, settings, RuleLibrary.builtIn(), progress);
  }

  /**
   * The conclusions of a case. One pass over its records, then pure detectors; linear in the
   * records, and its memory grows with what is notable among them.
   *
   * @param library the rules to look for, the user's own among them
   * @throws Progress.Cancelled where the user asked to stop
   */
  public static Conclusions of(
      CaseData data, AnalysisSettings settings, RuleLibrary library, Progress progress) {
    return of(data, settings, library, Onlooker.NONE, progress);
  }

  /**
   * The same, while somebody looks on.
   *
   * @param onlooker sees every record that the analysis reads
   * @throws Progress.Cancelled where the user asked to stop
   */
  public static Conclusions of(
      CaseData data,
      AnalysisSettings settings,
      RuleLibrary library,
      Onlooker onlooker,
      Progress progress) {
    Pass pass = Pass.over(data, library, onlooker, progress);
    progress.at("drawing conclusions", 0, 0);
    Apps apps = pass.census.apps(data.facts());
    return apps.several()
        ? SeveralApps.of(data, settings, library, apps, pass, progress)
        : of(AppCourse.of(data, pass, true), settings, List.of());
  }

  /**
   * The conclusions from the course of one app.
   *
   * @param elsewhere when other apps of the same case fell by themselves
   */
  static Conclusions of(AppCourse course, AnalysisSettings settings, List<Instant> elsewhere) {
    Pass pass = course.pass();
    List<MachineHistory> machines = course.machines();
    List<Change> changes = course.changes();
    List<Outage> outages = course.outages();
    List<Outage> lasting = course.lasting(settings);
    List<RestartBursts.Burst> bursts = RestartBursts.bursts(machines, settings);
    List<LogGaps.Gap> gaps = pass.rhythm.gaps(machines);
    ChangeImpacts.Judged judged =
        ChangeImpacts.of(
            changes,
            machines,
            pass.requests,
            pass.telltales,
            pass.signatures.templates(),
            lasting,
            pass.log,
            gaps.stream().map(LogGaps.Gap::span).toList(),
            Turns.of(lasting, bursts, machines, elsewhere),
            settings);
    List<RuleOutcome> outcomes = pass.rules.outcomes();
    Instant failures =
        earlier(failuresBegan(machines, lasting, pass.log), jobsBegan(judged.findings()));
    TimeRange healthy = new TimeRange(pass.log.first(), failures);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(ExitFindings.of(machines));
    findings.addAll(RestartBursts.of(bursts, settings));
    findings.addAll(RestartBudgets.of(machines, bursts, settings));
    findings.addAll(pass.supervisors.findings());
    findings.addAll(SimultaneousExits.of(machines));
    findings.addAll(SignalFindings.of(machines));
    findings.addAll(pass.absent.findings(machines));
    findings.addAll(silences(pass, machines, outages, gaps, judged.changes(), settings));
    findings.addAll(LogGaps.findings(gaps));
    findings.addAll(OutageFindings.of(outages, settings));
    findings.addAll(judged.findings());
    findings.addAll(pass.signatures.newSignatures(healthy));
    outcomes.forEach(outcome -> findings.addAll(outcome.findings()));
    List<Finding> numbered = Findings.numbered(findings);
    List<String> unknowns =
        new ArrayList<>(Coverage.unknowns(course.data(), pass.log, machines, pass.requests, gaps));
    unknowns.addAll(course.releases().notes());
    if (failures.isBefore(pass.log.last())) {
      pass.signatures.notAssessable(healthy).ifPresent(unknowns::add);
    }
    return new Conclusions(
        numbered,
        judged.changes(),
        Lives.of(machines, outages, pass.log),
        pass.signatures.signatures(failures),
        Hypotheses.rank(
            numbered,
            judged.changes(),
            outcomes,
            pass.signatures.lastWords(numbered),
            FailureWords.of(pass.telltales, pass.signatures.templates(), lasting, pass.log.first()),
            pass.app),
        unknowns);
  }

  /** Who fell silent with no reason known, everywhere or on one machine. */
  private static List<Finding> silences(
      Pass pass,
      List<MachineHistory> machines,
      List<Outage> outages,
      List<LogGaps.Gap> gaps,
      List<Change> changes,
      AnalysisSettings settings) {
    KnownReasons reasons =
        new KnownReasons(
            pass.log,
            machines,
            explained(machines, outages, gaps),
            changes.stream().map(change -> change.moment().at()).toList(),
            pass.captures);
    List<Finding> silences =
        new ArrayList<>(
            new BelowBaseline(settings, pass.log, reasons, pass.rhythm)
                .findings(pass.heartbeats, pass.signatures.templates()));
    silences.addAll(
        new SilentMachines(settings, pass.log, machines, reasons)
            .findings(pass.heartbeats, List.copyOf(silences)));
    return silences;
  }

  /** Times whose silences need no other reason. */
  private static List<Span> explained(
      List<MachineHistory> machines, List<Outage> outages, List<LogGaps.Gap> gaps) {
    List<Span> spans = new ArrayList<>();
    outages.forEach(outage -> spans.add(outage.span()));
    gaps.forEach(gap -> spans.add(gap.span()));
    for (MachineHistory machine : machines) {
      machine.exits().stream()
          .filter(exit -> exit.crash())
          .forEach(exit -> spans.add(new Span(exit.at(), exit.at().plusSeconds(60))));
    }
    return spans;
  }

  /** When a change made jobs or a worker fail, which neither an exit nor an outage shows. */
  private static Instant jobsBegan(List<Finding> impacts) {
    return impacts.stream()
        .filter(
            finding ->
                finding.details() instanceof Details.ChangeImpact impact
                    && impact.verdict() == Verdict.INTRODUCED
                    && impact.measure().equals("errors"))
        .map(Finding::start)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** The first unasked exit or outage; the log's end where there is none. */
  private static Instant failuresBegan(
      List<MachineHistory> machines, List<Outage> lasting, LogExtent log) {
    Instant first = log.last();
    for (MachineHistory machine : machines) {
      for (var exit : machine.exits()) {
        if (exit.crash() && exit.at().isBefore(first)) {
          first = exit.at();
        }
      }
    }
    for (Outage outage : lasting) {
      if (outage.span().from().isBefore(first)) {
        first = outage.span().from();
      }
    }
    return first.isBefore(log.first()) ? log.first() : first;
  }
}
