package dev.debrief.analysis;

import dev.debrief.analysis.incident.Fact;
import dev.debrief.analysis.incident.Incident;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Release;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Precision and recall of findings by kind, against the facts of generated incidents. */
final class Score {
  /** Kinds of which every finding that no fact explains is a false alarm. */
  static final Set<FindingKind> STRICT =
      EnumSet.of(
          FindingKind.EXIT,
          FindingKind.RESTART_BURST,
          FindingKind.SILENCE,
          FindingKind.LOG_GAP,
          FindingKind.SIMULTANEOUS_EXIT,
          FindingKind.OUTAGE,
          FindingKind.CHANGE_IMPACT);

  /** How one kind did: facts, those found, findings, those that nothing explains. */
  static final class Row {
    int facts;
    int hit;
    int found;
    int spurious;

    double recall() {
      return facts == 0 ? 1 : (double) hit / facts;
    }

    double precision() {
      return found == 0 ? 1 : (double) (found - spurious) / found;
    }
  }

  final Map<FindingKind, Row> rows = new EnumMap<>(FindingKind.class);
  final List<String> complaints = new ArrayList<>();

  void add(Incident incident, Conclusions conclusions) {
    boolean releases = incident.entries().stream().anyMatch(Release.class::isInstance);
    for (FindingKind kind : FindingKind.values()) {
      List<Fact> facts =
          incident.facts().stream()
              .filter(fact -> fact.kind() == kind)
              .sorted(Comparator.comparing(Fact::start))
              .toList();
      List<Finding> found =
          conclusions.findings().stream().filter(finding -> finding.kind() == kind).toList();
      // Without a history a change has no name that truth could know.
      boolean strict = STRICT.contains(kind) && (kind != FindingKind.CHANGE_IMPACT || releases);
      Row row = rows.computeIfAbsent(kind, k -> new Row());
      Set<Finding> used = new HashSet<>();
      for (Fact fact : facts) {
        Finding hit =
            found.stream()
                .filter(finding -> !used.contains(finding) && matches(fact, finding))
                .findFirst()
                .orElse(null);
        row.facts += fact.required() ? 1 : 0;
        if (hit != null) {
          used.add(hit);
          row.hit += fact.required() ? 1 : 0;
        } else if (fact.required()) {
          complaints.add(incident + " missed " + fact);
        }
      }
      if (strict) {
        row.found += found.size();
        for (Finding finding : found) {
          boolean inconclusive =
              finding.details() instanceof Details.ChangeImpact impact
                  && finding.start().isBefore(start(incident))
                  && impact.verdict() == Verdict.INCONCLUSIVE;
          if (!used.contains(finding) && !inconclusive) {
            row.spurious++;
            complaints.add(
                incident
                    + " spurious "
                    + finding.kind()
                    + " "
                    + finding.start()
                    + " "
                    + finding.end()
                    + " "
                    + finding.machines()
                    + " "
                    + finding.details());
          }
        }
      }
    }
  }

  private static Instant start(Incident incident) {
    return incident.entries().stream()
        .filter(LogRecord.class::isInstance)
        .findFirst()
        .orElseThrow()
        .moment()
        .at();
  }

  private static boolean matches(Fact fact, Finding finding) {
    if (!fact.machine().isEmpty() && !finding.machines().contains(fact.machine())) {
      return false;
    }
    if (off(fact.start(), finding.start()) > fact.tolerance()) {
      return false;
    }
    if (fact.end() != null
        && (finding.end() == null || off(fact.end(), finding.end()) > fact.tolerance())) {
      return false;
    }
    Map<String, Object> said = said(finding.details());
    return fact.details().entrySet().stream()
        .allMatch(
            want ->
                want.getKey().equals("count")
                    ? Math.abs((int) want.getValue() - (int) said.getOrDefault("count", -1))
                        <= Math.max(1, 0.02 * (int) want.getValue())
                    : want.getValue().equals(said.get(want.getKey())));
  }

  private static double off(Instant a, Instant b) {
    return Duration.between(a, b).abs().toMillis() / 1000.0;
  }

  private static Map<String, Object> said(Details details) {
    Map<String, Object> said = new HashMap<>();
    switch (details) {
      case Details.Exit exit -> {
        said.put("code", exit.code());
        said.put("signal", exit.signal());
        said.put("oom", exit.oom());
        said.put("requested", exit.requested());
      }
      case Details.RestartBurst burst -> said.put("count", burst.count());
      case Details.Signal signal -> {
        said.put("signal", signal.signal());
        said.put("role", signal.role().name().toLowerCase(Locale.ROOT));
      }
      case Details.ChangeImpact impact -> {
        said.put("change", impact.change());
        said.put("remaining", String.join(" ", impact.remaining()));
        said.put("verdict", impact.verdict().name().toLowerCase(Locale.ROOT));
      }
      case Details.Outage outage -> said.put("extent", outage.extent());
      case Details.Silence silence -> said.put("emitter", silence.emitter());
      default -> {}
    }
    return said;
  }

  String table() {
    StringBuilder text =
        new StringBuilder("kind                 facts  recall  found  precision\n");
    rows.forEach(
        (kind, row) -> {
          if (row.facts + row.found > 0) {
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-20s %6d %7.3f %6d %10.3f%n",
                    kind.id(),
                    row.facts,
                    row.recall(),
                    row.found,
                    row.precision()));
          }
        });
    return text.toString();
  }
}
