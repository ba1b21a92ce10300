package dev.debrief.analysis.change;

import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.change.Comparison.Kind;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.FailureSeries;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a change did, in words: the attempt, the result, the numbers. */
final class ImpactWords {
  /** An outage that lasts this long past a rollout did not end with it. */
  private static final Duration ENDED_WITH_IT = Duration.ofMinutes(2);

  private final List<Change> all;
  private final List<Outage> outages;
  private final LogExtent log;

  ImpactWords(List<Change> all, List<Outage> outages, LogExtent log) {
    this.all = all;
    this.outages = outages;
    this.log = log;
  }

  Finding finding(Trial trial, Judgement judgement) {
    Change change = trial.change();
    Verdict verdict = judgement.verdict();
    ErrorWords errors = new ErrorWords(trial);
    StringBuilder text = new StringBuilder(change.description());
    if (verdict == Verdict.INCONCLUSIVE) {
      text.append(' ').append(ImpactNumbers.uncovered(trial, log));
    } else {
      text.append(' ').append(ImpactNumbers.of(trial, judgement.by()));
      text.append(conclusion(trial, judgement));
    }
    if (judgement.ground() != null) {
      text.append(judgement.ground().said());
    }
    if (judgement.fuse() != null) {
      text.append(" The app was well at first, and yet the failures go back to it: ");
      text.append(judgement.fuse().said()).append(". No other change lies between.");
    }
    text.append(errors.sentences());
    if (!judgement.alibi().isEmpty()) {
      text.append(" It did not begin the failures: ").append(judgement.alibi()).append('.');
    }
    if (judgement.untold()) {
      text.append(
          " Whether it is behind those that came later is unknown: nothing that the log measures"
              + " led from it to them.");
    }
    List<Evidence> lines = new ArrayList<>(change.evidence());
    if (judgement.fuse() != null) {
      lines.addAll(judgement.fuse().lines());
    }
    if (judgement.ground() != null) {
      lines.addAll(judgement.ground().lines());
    }
    lines.addAll(errors.lines());
    return Findings.of(
        change.moment().at(),
        null,
        List.of(),
        severity(verdict, errors),
        confidence(trial, judgement),
        title(change, judgement, errors),
        text.toString(),
        lines,
        details(trial, judgement));
  }

  private static Severity severity(Verdict verdict, ErrorWords errors) {
    return switch (verdict) {
      case INTRODUCED -> Severity.CRITICAL;
      case FIXED, NO_EFFECT -> Severity.WARNING;
      case NEUTRAL -> errors.began() ? Severity.WARNING : Severity.INFO;
      case INCONCLUSIVE -> Severity.INFO;
    };
  }

  private static double confidence(Trial trial, Judgement judgement) {
    if (judgement.fuse() != null) {
      return 0.7;
    }
    boolean plain = judgement.by().made() && judgement.by().p() <= 0.001;
    return switch (judgement.verdict()) {
      case INTRODUCED, FIXED -> !plain ? 0.85 : judgement.by().kind() == Kind.ERRORS ? 0.8 : 0.97;
      case NO_EFFECT, NEUTRAL ->
          trial.before().seconds() > 600 && trial.after().seconds() > 600 ? 0.9 : 0.75;
      case INCONCLUSIVE -> 0.5;
    };
  }

  private static String title(Change change, Judgement judgement, ErrorWords errors) {
    String name =
        change.change()
            + switch (change.kind()) {
              case ROLLBACK -> " (rollback)";
              case CONFIG -> " (same image)";
              case SCALE -> " (scaling)";
              case DEPLOY, COMMIT, STOP, START, OTHER -> "";
            };
    String what = judgement.remaining().isEmpty() ? "failures" : named(judgement.by().kind());
    return switch (judgement.verdict()) {
      case INTRODUCED ->
          judgement.fuse() != null
              ? "The failures go back to " + name + ", after which all went well at first"
              : "The " + what + " began with " + name + also(judgement, " had failed before it");
      case FIXED -> name + " ended the " + what + also(judgement, " still failed");
      case NO_EFFECT -> name + " changed nothing: the failures went on";
      case NEUTRAL ->
          errors.began()
              ? name + " crashed nothing and failed no request, but brought a new error"
              : name + " did no harm: healthy before and after";
      case INCONCLUSIVE -> "What " + name + " did can't be told from this log";
    };
  }

  private static String named(Kind kind) {
    return switch (kind) {
      case CRASHES -> "crashes";
      case REQUESTS -> "failed requests";
      case ERRORS -> "errors";
    };
  }

  /** {@code , but requests still failed}: what the verdict alone would hide. */
  private static String also(Judgement judgement, String what) {
    if (judgement.remaining().isEmpty()) {
      return "";
    }
    boolean requests = judgement.remaining().contains(Kind.REQUESTS.id);
    return ", but "
        + (requests ? "requests" + what : "machines" + what.replace("failed", "crashed"));
  }

  private String conclusion(Trial trial, Judgement judgement) {
    Change change = trial.change();
    return switch (judgement.verdict()) {
      case NO_EFFECT -> {
        if (change.kind() == ChangeKind.ROLLBACK) {
          yield new Acquittal(all, outages).of(change);
        }
        yield change.description().contains("cache")
            ? " The build may not have held the change at all."
            : "";
      }
      case FIXED -> remained(trial, judgement);
      case INTRODUCED -> earlier(trial, judgement);
      case NEUTRAL, INCONCLUSIVE -> "";
    };
  }

  /** A fix that left something failing was no recovery. */
  private String remained(Trial trial, Judgement judgement) {
    if (judgement.remaining().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(" It ended the ");
    text.append(named(judgement.by().kind())).append(" and no more: ");
    text.append(ImpactNumbers.stillFailing(trial.after(), judgement)).append(" after it");
    Instant past = trial.rollout().complete().plus(ENDED_WITH_IT);
    outages.stream()
        .filter(outage -> outage.span().from().isBefore(past) && outage.span().to().isAfter(past))
        .findFirst()
        .ifPresent(
            outage ->
                text.append(", and the outage went on until ")
                    .append(Wording.time(outage.span().to())));
    return text.append('.').toString();
  }

  private static String earlier(Trial trial, Judgement judgement) {
    StringBuilder text = new StringBuilder();
    if (!judgement.remaining().isEmpty()) {
      text.append(" The app was not well before it either: ");
      text.append(ImpactNumbers.stillFailing(trial.before(), judgement)).append(" before it.");
    }
    boolean traded = judgement.by().kind() == Kind.REQUESTS && trial.crashes().fell();
    if (traded) {
      text.append(" It ended the crashes and brought failed requests instead.");
    }
    return text.toString();
  }

  private static Details.ChangeImpact details(Trial trial, Judgement judgement) {
    FailureSeries by = judgement.by().told();
    List<FailureSeries> series = new ArrayList<>();
    series.add(trial.crashes().told());
    series.add(trial.requests().told());
    new ErrorWords(trial).told().forEach(each -> series.add(each.told()));
    boolean covered = judgement.verdict() != Verdict.INCONCLUSIVE || trial.covered();
    return new Details.ChangeImpact(
        trial.change().change(),
        judgement.verdict(),
        judgement.by().kind().id,
        by.before(),
        trial.before().seconds(),
        by.after(),
        trial.after().seconds(),
        covered ? by.rateRatio() : null,
        covered ? by.ratioLow() : null,
        covered ? by.ratioHigh() : null,
        covered ? by.pValue() : null,
        judgement.alibi(),
        judgement.remaining(),
        series,
        judgement.fuse() == null ? "" : judgement.fuse().said());
  }
}
