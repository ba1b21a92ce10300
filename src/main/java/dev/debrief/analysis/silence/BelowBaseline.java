package dev.debrief.analysis.silence;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.template.JsonWords;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An emitter that spoke steadily and then did not, on any machine, while its machines ran, others
 * went on at their own pace, and nothing known explains it: no stop, no sleep, no crash, no outage,
 * no change, no missing log. An explained silence is no finding.
 */
public final class BelowBaseline {
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final int NAME = 80;

  /** The others' rate is taken over so much of the log before the silence. */
  private static final Duration BESIDE = Duration.ofMinutes(30);

  /** Fewer seconds with a line than this say nothing of anybody. */
  private static final double LEAST_ACTIVITY = 0.02;

  private final AnalysisSettings settings;
  private final LogExtent log;
  private final KnownReasons reasons;
  private final LogGaps rhythm;

  /**
   * A detector for one case.
   *
   * @param rhythm the log's own rhythm
   */
  public BelowBaseline(
      AnalysisSettings settings, LogExtent log, KnownReasons reasons, LogGaps rhythm) {
    this.settings = settings;
    this.log = log;
    this.reasons = reasons;
    this.rhythm = rhythm;
  }

  /**
   * A finding for each silence that nothing explains: of those who sign their lines, and of lines
   * that came like clockwork.
   *
   * @param templates by number of shape
   */
  public List<Finding> findings(Heartbeats heartbeats, List<Template> templates) {
    List<Silence> clocks = new ArrayList<>();
    heartbeats
        .shapes()
        .forEach(
            (shape, beat) -> {
              @Nullable Pause pause = reasons.untilStopped(beat.machines(), beat.longest(log));
              if (pause == null || pause.length().compareTo(SHORTEST) < 0) {
                return;
              }
              RenewalModel model = RenewalModel.of(beat, pause);
              if (model.stoppedClock(beat, pause, log)
                  && !reasons.explain(beat.machines(), pause)
                  && othersWentOn(beat, pause)) {
                beat.emitter = name(templates.get(shape).text());
                clocks.add(new Silence(beat, pause, model));
              }
            });
    List<Finding> findings = new ArrayList<>(together(clocks));
    for (Beat beat : heartbeats.beats()) {
      @Nullable Pause pause = reasons.untilStopped(beat.machines(), beat.longest(log));
      if (pause == null || pause.length().compareTo(SHORTEST) < 0) {
        continue;
      }
      RenewalModel model = RenewalModel.of(beat, pause);
      if (model.standsOut(beat, pause, settings, log)
          && !reasons.explain(beat.machines(), pause)
          && othersWentOn(beat, pause)) {
        findings.add(finding(new Silence(beat, pause, model), List.of()));
      }
    }
    return findings;
  }

  /** A pause that stands out. */
  private record Silence(Beat beat, Pause pause, RenewalModel model) {
    /** Whether another's lines come and cease with these: the steps of one job. */
    boolean with(Silence other) {
      double play = Math.max(model.mean(), other.model.mean());
      return beat.machines().equals(other.beat.machines())
          && near(pause.from(), other.pause.from(), play)
          && near(pause.to(), other.pause.to(), play);
    }

    private static boolean near(Instant a, Instant b, double seconds) {
      return Duration.between(a, b).abs().toMillis() <= seconds * 1000;
    }
  }

  /** One finding for what fell silent together, by the name of what fell silent first. */
  private List<Finding> together(List<Silence> silences) {
    List<Silence> left = new ArrayList<>(silences);
    left.sort(Comparator.comparing((Silence silence) -> silence.pause().from()));
    List<Finding> findings = new ArrayList<>();
    while (!left.isEmpty()) {
      Silence first = left.removeFirst();
      List<String> others =
          left.stream().filter(first::with).map(silence -> silence.beat().emitter).toList();
      left.removeIf(first::with);
      findings.add(finding(first, others));
    }
    return findings;
  }

  /** What a logger that prints JSON calls a line's words. */
  private static final Set<String> JSON_WORDS = Set.of("msg", "message", "event", "text");

  /** What a logger puts in brackets before the words: a clock, a level, a process. */
  private static final String LOGGERS_HEAD = "^\\[[^\\]\\[]*(?:<\\*>)[^\\]\\[]*\\]\\s*(?=\\p{L})";

  /** A line's own words, what varies left out. */
  static String name(String template) {
    List<String> said =
        template.startsWith("{") ? JsonWords.of(template, JSON_WORDS) : List.<String>of();
    String words =
        (said.isEmpty() ? template : said.getFirst())
            .replaceFirst(LOGGERS_HEAD, "")
            .replace("<*>", " ")
            .replaceAll("[(\\[{]\\s*[)\\]}]", " ")
            .replaceAll("\\b\\w+=(?=\\s|$)", " ")
            .replaceAll("\\s+", " ")
            .replaceAll("^\\P{L}+|[^\\p{L}\\p{N})]+$", "")
            .strip();
    return words.length() <= NAME ? words : words.substring(0, NAME) + "…";
  }

  /** Its own lines are gone from the log's rhythm; the others' must not be. */
  private boolean othersWentOn(Beat beat, Pause pause) {
    double own = beat.count / Math.max(1.0, Duration.between(beat.first, beat.last()).toSeconds());
    double during = rhythm.activity(pause.from(), pause.to());
    double before = rhythm.activity(pause.from().minus(BESIDE), pause.from());
    return during >= LEAST_ACTIVITY && during >= Math.max(0, before - own) / 2;
  }

  private Finding finding(Silence silence, List<String> others) {
    Beat beat = silence.beat();
    Pause pause = silence.pause();
    RenewalModel model = silence.model();
    String text =
        SilenceWords.rhythm(beat, pause, model, settings)
            + "Its machines ran, others went on speaking, and no stop, sleep, crash, outage, change"
            + " or missing log explains it."
            + (others.isEmpty() ? "" : " With it fell silent: " + Wording.list(others) + ".")
            + SilenceWords.open(model);
    return Findings.of(
        pause.from(),
        pause.to(),
        List.copyOf(beat.machines()),
        Severity.WARNING,
        0.85,
        beat.emitter + " fell silent for " + Wording.length(pause.length()),
        text,
        List.of(pause.before(), pause.after()),
        new Details.Silence(
            beat.emitter, Details.SilenceMode.BELOW_BASELINE, "unexplained", model.p()));
  }
}
