package dev.debrief.analysis;

import dev.debrief.analysis.incident.Incidents;
import dev.debrief.model.Progress;
import java.util.List;

/** Prints how the detectors do on generated incidents: {@code Bench SEEDS [STORY…]}. */
final class Bench {
  private Bench() {}

  public static void main(String[] args) {
    int seeds = Integer.parseInt(args[0]);
    for (Incidents.Story story : Incidents.Story.values()) {
      if (args.length > 1 && !List.of(args).contains(story.name())) {
        continue;
      }
      Score score = new Score();
      for (long seed = 1; seed <= seeds; seed++) {
        var incident = Incidents.of(seed, story);
        score.add(incident, Analysis.of(incident.data(), AnalysisSettings.DEFAULT, Progress.NONE));
      }
      System.out.println("== " + story + "\n" + score.table());
      score.complaints.stream().limit(6).forEach(System.out::println);
    }
  }
}
