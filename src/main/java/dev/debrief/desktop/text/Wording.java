package dev.debrief.desktop.text;

import dev.debrief.investigation.Chapter;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Findings' names and numbers in plain words. */
public final class Wording {
  private Wording() {}

  /** A label and what it says. */
  public record Fact(String name, String value) {}

  /** A kind's name, for one or several. */
  public static String kind(FindingKind kind) {
    return Texts.text("kind." + kind.id());
  }

  /** The heading of a group of findings. */
  public static String chapter(Chapter chapter) {
    return switch (chapter) {
      case UNCHANGED -> Texts.text("chapter.unchanged");
      case NOT_JUDGED -> Texts.text("chapter.notJudged");
      default -> kind(chapter.kind());
    };
  }

  /** When a finding holds, with how long. */
  public static String when(Finding finding, ZoneId zone) {
    Instant end = finding.end();
    return end == null
        ? Times.second(finding.start(), zone)
        : Times.range(finding.start(), end, zone)
            + " ("
            + Times.duration(Duration.between(finding.start(), end))
            + ")";
  }

  /** How sure the analysis is, in words and as a percentage. */
  public static String confidence(double confidence) {
    String word =
        confidence >= 0.9
            ? "confidence.high"
            : confidence >= 0.6 ? "confidence.likely" : "confidence.low";
    return Texts.text(word, Math.round(confidence * 100));
  }

  /** What would change this verdict. */
  public static String otherwise(Finding finding) {
    return Texts.text("otherwise." + finding.kind().id());
  }

  /** The details as facts to read; absent ones are left out. */
  public static List<Fact> facts(Finding finding, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    switch (finding.details()) {
      case Details.Exit exit -> {
        put(facts, "exitCode", exit.code());
        put(facts, "signal", exit.signal());
        put(facts, "oom", yes(exit.oom()));
        put(facts, "requested", yes(exit.requested()));
        put(facts, "reason", exit.reason().replace('_', ' '));
      }
      case Details.RestartBurst burst -> {
        put(facts, "exits", burst.count());
        put(facts, "peak", burst.peak());
      }
      case Details.Signal signal -> {
        put(facts, "signal", signal.signal());
        put(facts, "role", Texts.text("role." + lower(signal.role())));
        put(facts, "times", signal.count());
      }
      case Details.Silence silence -> {
        put(facts, "emitter", silence.emitter());
        put(facts, "mode", Texts.text("mode." + lower(silence.mode())));
        put(facts, "reason", silence.reason().replace('_', ' '));
        put(facts, "pValue", chance(silence.pValue()));
      }
      case Details.LogGap gap -> {}
      case Details.SimultaneousExit exit -> {
        put(facts, "machines", exit.count());
        put(facts, "spread", exit.spreadMillis() + " ms");
      }
      case Details.ChangeImpact impact -> impact(facts, impact);
      case Details.Outage outage -> outage(facts, outage, zone);
      case Details.KnownCause cause -> {
        put(facts, "rule", cause.rule());
        put(facts, "times", cause.count());
        put(facts, "check", cause.check());
        put(facts, "fix", cause.fix());
        put(facts, "reference", cause.reference());
      }
      case Details.NewSignature signature -> {
        put(facts, "signature", signature.signature());
        put(facts, "times", signature.count());
      }
      case Details.RestartBudget budget -> {
        put(facts, "used", Texts.text("fact.usedOf", budget.used(), budget.limit()));
        put(facts, "exact", yes(!budget.bound()));
        put(facts, "gaveUp", yes(budget.gaveUp()));
      }
      case Details.SupervisorBudget budget -> {
        put(facts, "supervisor", budget.supervisor());
        put(
            facts,
            "peaks",
            Texts.text(
                "fact.peaksOf",
                budget.peaks().in5s(),
                budget.peaks().in10s(),
                budget.peaks().in30s()));
        put(facts, "wouldHold", budget.wouldHold());
      }
    }
    return facts;
  }

  private static void impact(List<Fact> facts, Details.ChangeImpact impact) {
    put(facts, "change", impact.change());
    put(facts, "verdict", Texts.text("verdict." + lower(impact.verdict())));
    put(facts, "before", rate(impact.before(), impact.beforeSeconds()));
    put(facts, "after", rate(impact.after(), impact.afterSeconds()));
    Double ratio = impact.rateRatio();
    if (ratio != null && Double.isFinite(ratio)) {
      Double low = impact.ratioLow();
      Double high = impact.ratioHigh();
      put(
          facts,
          "ratio",
          low == null || high == null
              ? Texts.text("fact.times1", number(ratio))
              : Texts.text("fact.times3", number(ratio), number(low), number(high)));
    }
    put(facts, "pValue", chance(impact.pValue()));
    put(facts, "alibi", impact.alibi());
    put(facts, "fuse", impact.fuse());
  }

  private static void outage(List<Fact> facts, Details.Outage outage, ZoneId zone) {
    put(facts, "extent", Texts.textOr("extent." + outage.extent(), outage.extent()));
    Long failed = outage.requestsFailed();
    Long seen = outage.requestsSeen();
    if (failed != null) {
      put(
          facts,
          "requests",
          seen == null
              ? Texts.text("fact.failed", failed)
              : Texts.text("fact.failedOf", failed, seen));
    }
    put(facts, "scope", outage.scope().replace('_', ' '));
    put(facts, "endpoints", String.join(", ", outage.endpoints()));
    phase(facts, "began", outage.began(), zone);
    phase(facts, "detected", outage.detected(), zone);
    phase(facts, "mitigated", outage.mitigated(), zone);
    phase(facts, "ended", outage.ended(), zone);
  }

  private static void phase(
      List<Fact> facts, String name, Details.Outage.@Nullable Phase phase, ZoneId zone) {
    if (phase == null) {
      return;
    }
    put(
        facts,
        name,
        phase.notBefore().equals(phase.notAfter())
            ? Times.second(phase.notAfter(), zone)
            : Texts.text(
                "fact.between",
                Times.second(phase.notBefore(), zone),
                Times.second(phase.notAfter(), zone)));
  }

  private static String rate(long count, double seconds) {
    if (seconds <= 0) {
      return Texts.text("fact.notCovered");
    }
    return Texts.text(
        "fact.rate", count, Times.duration(Duration.ofMillis(Math.round(seconds * 1000))));
  }

  private static @Nullable String chance(@Nullable Double p) {
    if (p == null) {
      return null;
    }
    if (p < 1e-6) {
      return Texts.text("fact.chanceTiny");
    }
    return p < 0.01
        ? Texts.text("fact.chanceOneIn", Math.round(1 / p))
        : Texts.text("fact.chancePercent", number(p * 100));
  }

  private static String number(double value) {
    return value >= 10
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
  }

  private static String yes(boolean value) {
    return Texts.text(value ? "yes" : "no");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void put(List<Fact> facts, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      String text =
          value instanceof Integer || value instanceof Long
              ? Texts.text("number", value)
              : value.toString();
      facts.add(new Fact(Texts.text("fact." + name), text));
    }
  }
}
