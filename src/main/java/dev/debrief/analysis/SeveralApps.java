package dev.debrief.analysis;

import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.model.CaseData;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Progress;
import dev.debrief.model.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conclusions of a case that holds several apps: each app is judged by itself, knowing of the
 * others only when they fell, and what comes of it is told in one list, each conclusion with its
 * app's name.
 */
final class SeveralApps {
  private SeveralApps() {}

  static Conclusions of(
      CaseData data,
      AnalysisSettings settings,
      RuleLibrary library,
      Apps apps,
      Pass whole,
      Progress progress) {
    List<AppShare> shares = new ArrayList<>();
    apps.names().forEach(app -> shares.add(new AppShare(data, apps, app)));
    shares.add(new AppShare(data, apps, ""));
    Map<String, Pass> passes = Pass.over(data, apps, shares, library, progress);
    shares.removeIf(
        share ->
            share.app().isEmpty()
                && passes.getOrDefault("", whole).log.empty()
                && share.facts().isEmpty());
    Map<String, AppCourse> courses = new LinkedHashMap<>();
    Map<String, List<Instant>> falls = new LinkedHashMap<>();
    for (AppShare share : shares) {
      Pass pass = passes.getOrDefault(share.app(), whole);
      AppCourse course = AppCourse.of(share, pass, !apps.server(share.app()));
      courses.put(share.app(), course);
      falls.put(share.app(), course.falls(settings));
    }
    Map<String, Conclusions> each = new LinkedHashMap<>();
    courses.forEach(
        (app, course) -> {
          List<Instant> elsewhere = new ArrayList<>();
          falls.forEach((other, own) -> elsewhere.addAll(other.equals(app) ? List.of() : own));
          each.put(app, Analysis.of(course, settings, elsewhere));
        });
    return together(each, whole);
  }

  private static Conclusions together(Map<String, Conclusions> each, Pass whole) {
    List<Finding> findings = new ArrayList<>();
    Set<Change> changes = new LinkedHashSet<>();
    List<MachineLife> lives = new ArrayList<>();
    List<Hypothesis> hypotheses = new ArrayList<>();
    List<String> unknowns = new ArrayList<>();
    each.forEach(
        (app, own) -> {
          own.findings().forEach(finding -> findings.add(named(finding, app)));
          own.changes().forEach(change -> changes.add(named(change, app)));
          own.lives().forEach(life -> lives.add(named(life, app)));
          own.hypotheses().forEach(hypothesis -> hypotheses.add(named(hypothesis, app)));
          own.unknowns().forEach(unknown -> unknowns.add(prefix(app) + unknown));
        });
    List<Change> byTime = new ArrayList<>(changes);
    byTime.sort(
        Comparator.comparing((Change change) -> change.moment().at())
            .thenComparing(Change::kind)
            .thenComparing(Change::change));
    lives.sort(Comparator.comparing(MachineLife::machine));
    hypotheses.sort(
        Comparator.comparing(Hypothesis::standing)
            .thenComparing(Comparator.comparingDouble(Hypothesis::score).reversed())
            .thenComparing(Hypothesis::id)
            .thenComparing(Hypothesis::title));
    return new Conclusions(
        Findings.numbered(findings),
        byTime,
        lives,
        signatures(findings, whole),
        hypotheses,
        unknowns);
  }

  private static Finding named(Finding finding, String app) {
    return new Finding(
        finding.id(),
        finding.start(),
        finding.end(),
        finding.machines(),
        finding.severity(),
        finding.confidence(),
        prefix(app) + finding.title(),
        finding.explanation(),
        finding.evidence(),
        finding.evidenceTotal(),
        finding.details());
  }

  private static Change named(Change change, String app) {
    if (change.kind() == ChangeKind.COMMIT) {
      return change;
    }
    return change.described(prefix(app) + change.description()).ofApp(app);
  }

  private static MachineLife named(MachineLife life, String app) {
    return app.isEmpty()
        ? life
        : new MachineLife(life.machine(), app, life.region(), life.phases());
  }

  private static Hypothesis named(Hypothesis hypothesis, String app) {
    return new Hypothesis(
        hypothesis.id(),
        prefix(app) + hypothesis.title(),
        hypothesis.standing(),
        hypothesis.score(),
        hypothesis.support(),
        hypothesis.refutation(),
        hypothesis.decide(),
        hypothesis.command());
  }

  private static String prefix(String app) {
    return app.isEmpty() ? "" : app + ": ";
  }

  /** Mined over the whole log, so that a shape that two apps print is one. */
  private static List<Signature> signatures(List<Finding> findings, Pass whole) {
    Instant failures =
        findings.stream()
            .filter(
                finding ->
                    finding.kind() == FindingKind.OUTAGE
                        || (finding.details() instanceof Details.Exit exit && exit.unasked()))
            .map(Finding::start)
            .min(Comparator.naturalOrder())
            .orElse(whole.log.last());
    return whole.signatures.signatures(failures);
  }
}
