package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.rule.Counter;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import java.util.Locale;
import java.util.Map;

/** A finding's details under their names in JSON, as rules speak of them. */
final class FindingDetails {
  private FindingDetails() {}

  /** Whether a finding is what a rule's author asked for. */
  static boolean holds(Counter.Found wanted, Finding finding) {
    if (wanted.kind() != finding.kind()) {
      return false;
    }
    Map<String, String> has = of(finding.details());
    return wanted.details().entrySet().stream()
        .allMatch(entry -> same(has.getOrDefault(entry.getKey(), ""), entry.getValue()));
  }

  /** Equal, or a module within the one that was asked for: {@code Postgrex.Protocol}. */
  private static boolean same(String has, String wanted) {
    return has.equalsIgnoreCase(wanted)
        || has.startsWith(wanted + ".")
        || (wanted.equals("*") && !has.isEmpty());
  }

  private static Map<String, String> of(Details details) {
    return switch (details) {
      case Details.Exit exit ->
          Map.of(
              "code", String.valueOf(exit.code()),
              "signal", String.valueOf(exit.signal()),
              "oom", String.valueOf(exit.oom()),
              "requested", String.valueOf(exit.requested()),
              "reason", exit.reason());
      case Details.RestartBurst burst ->
          Map.of("count", String.valueOf(burst.count()), "peak", String.valueOf(burst.peak()));
      case Details.Signal signal -> Map.of("signal", signal.signal(), "role", id(signal.role()));
      case Details.Silence silence ->
          Map.of(
              "emitter", silence.emitter(),
              "mode", id(silence.mode()),
              "reason", silence.reason());
      case Details.LogGap gap -> Map.of();
      case Details.SimultaneousExit exits -> Map.of("count", String.valueOf(exits.count()));
      case Details.ChangeImpact impact ->
          Map.of("change", impact.change(), "verdict", id(impact.verdict()));
      case Details.Outage outage -> Map.of("extent", outage.extent(), "scope", outage.scope());
      case Details.KnownCause cause -> Map.of("rule", cause.rule());
      case Details.NewSignature fresh -> Map.of("signature", fresh.signature());
      case Details.RestartBudget budget ->
          Map.of(
              "bound", String.valueOf(budget.bound()), "gave_up", String.valueOf(budget.gaveUp()));
      case Details.SupervisorBudget budget -> Map.of("supervisor", budget.supervisor());
    };
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
