package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.model.Evidence;
import dev.debrief.model.FailureSeries.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which errors a change began, ended or left as they were, in words. */
final class ErrorWords {
  /** A reader takes in so many of each sort; the details name more. */
  private static final int NAMED = 2;

  /** So many stand in the details. */
  private static final int TOLD = 12;

  /** A template longer than this is cut in a sentence. */
  private static final int LONGEST = 100;

  private final Trial trial;

  ErrorWords(Trial trial) {
    this.trial = trial;
  }

  /** Whether a lasting error that the log never showed before came with the change. */
  boolean began() {
    return with(Effect.BEGAN).stream().anyMatch(this::unseen);
  }

  /** Sentences for those that came with it, rose, fell, ended, went on; nothing where none did. */
  String sentences() {
    List<Comparison> began = with(Effect.BEGAN);
    return sentence(began.stream().filter(this::unseen).toList(), " never seen before came with it")
        + sentence(began.stream().filter(each -> !unseen(each)).toList(), " came back with it")
        + sentence(with(Effect.ROSE), " came far more often after it")
        + sentence(with(Effect.FELL), " came far less often after it")
        + sentence(with(Effect.ENDED), " came no more after it")
        + sentence(with(Effect.WENT_ON), " went on");
  }

  private boolean unseen(Comparison each) {
    return each.error() != null && each.error().unseenBefore(trial.rollout().begin());
  }

  private String sentence(List<Comparison> own, String what) {
    if (own.isEmpty()) {
      return "";
    }
    String named =
        own.stream().limit(NAMED).map(ErrorWords::told).collect(Collectors.joining("; "));
    return " "
        + Wording.count(own.size(), "error", "errors")
        + what
        + (own.size() > NAMED ? ", among them " : ": ")
        + named
        + ".";
  }

  /** {@code “no notifier running” (0 times before, 274 after; rate ratio 12.1 or more)}. */
  private static String told(Comparison error) {
    return quoted(error)
        + " ("
        + Wording.count(error.before().messages(), "time", "times")
        + " before, "
        + Wording.number(error.after().messages())
        + " after; rate ratio "
        + interval(error)
        + ")";
  }

  /** The template in quotes; a long one keeps the place that raised it, as that tells it apart. */
  static String quoted(Comparison error) {
    return error.error() == null ? "“”" : quoted(error.error());
  }

  static String quoted(ErrorSeries error) {
    String text = error.template().replace("\n", " ");
    if (text.length() > LONGEST) {
      int place = text.lastIndexOf(" at ");
      boolean told = place > 0 && text.length() - place <= LONGEST / 2;
      String tail = told ? text.substring(place) : "";
      text = text.substring(0, LONGEST - tail.length()) + "…" + tail;
    }
    return "“" + text + "”";
  }

  /** The exact 95 % interval of the ratio. */
  static String interval(Comparison by) {
    double low = by.test().low();
    double high = by.test().high();
    return ImpactNumbers.number(low)
        + (Double.isInfinite(high) ? " or more" : " to " + ImpactNumbers.number(high));
  }

  /** The lines to check: of those that came with it, then of those that ended. */
  List<Evidence> lines() {
    List<Evidence> lines = new ArrayList<>();
    for (Effect effect : List.of(Effect.BEGAN, Effect.ROSE, Effect.ENDED, Effect.FELL)) {
      for (Comparison error : with(effect).stream().limit(NAMED).toList()) {
        @Nullable Evidence line = error.told().line();
        if (line != null) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** Those that the details name: what the change did something to first, then the frequent. */
  List<Comparison> told() {
    List<Comparison> told = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      told.addAll(with(effect));
    }
    return told.stream().limit(TOLD).toList();
  }

  private List<Comparison> with(Effect effect) {
    return trial.errors().stream()
        .filter(error -> error.effect() == effect)
        .sorted(
            Comparator.comparing(
                    (Comparison error) -> error.error() != null && !error.error().program())
                .thenComparingLong(error -> -error.before().messages() - error.after().messages()))
        .toList();
  }
}
