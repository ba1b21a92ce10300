package dev.debrief.analysis.silence;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Wording;
import java.time.Duration;
import java.util.Locale;

/** A silence beside the rhythm before it, in words. */
final class SilenceWords {
  private SilenceWords() {}

  /** How it spoke before, how long it did not, and how often chance would make such a pause. */
  static String rhythm(Beat beat, Pause pause, RenewalModel model, AnalysisSettings settings) {
    String name = beat.emitter.equals(Heartbeats.PROGRAM) ? "Its program" : beat.emitter;
    return name
        + " spoke "
        + Wording.number(beat.count)
        + " times, one line every "
        + seconds(model.mean())
        + " on average and never more than "
        + seconds(model.other())
        + " apart; then nothing for "
        + Wording.length(pause.length())
        + " ("
        + Wording.p(model.p())
        + "; a healthy source is told silent by mistake at most once in "
        + String.format(Locale.ROOT, "%,.0f", 1 / settings.falseAlarmsPerSourceDay())
        + " days). ";
  }

  /** Said of a silence that lasted to the log's end. */
  static String open(RenewalModel model) {
    return model.inside() ? "" : " It had not spoken again when the log ended.";
  }

  private static String seconds(double seconds) {
    return Wording.length(Duration.ofMillis((long) (seconds * 1000)));
  }
}
