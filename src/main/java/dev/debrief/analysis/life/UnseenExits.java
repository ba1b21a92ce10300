package dev.debrief.analysis.life;

import dev.debrief.analysis.AnalysisSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exits that no line tells of. A dump may hold the boots of a crash loop and not its exits, where
 * somebody kept only the program's own lines. A machine that boots again had ended before, but one
 * such end can be a stop whose lines are lost; so only a row of them counts, as many as a burst
 * needs, each soon after the last.
 */
final class UnseenExits {
  /** Boots closer than this are one, told twice. */
  private static final Duration APART = Duration.ofSeconds(2);

  private UnseenExits() {}

  /**
   * Puts an exit to each run that has none, is followed by another boot, and shows no sign that
   * somebody wanted that: no signal sent, no autostop, no new version.
   */
  static void suppose(List<HistoryBuilder.Run> runs) {
    for (int i = 0; i + 1 < runs.size(); i++) {
      HistoryBuilder.Run run = runs.get(i);
      HistoryBuilder.Run next = runs.get(i + 1);
      @Nullable Mark boot = next.start;
      boolean wanted =
          !run.asked.isEmpty() || run.autostop != null || run.trial != null || next.created;
      if (run.exit != null || boot == null || wanted || oneBoot(run.start, boot)) {
        continue;
      }
      @Nullable Mark word = boot.before();
      if (word == null && run.start == null) {
        continue; // the machine's first line is this boot
      }
      ExitDraft draft = new ExitDraft();
      draft.supposed = true;
      draft.hint(word == null ? boot : word);
      draft.evidence.add(boot.evidence());
      run.exit = draft;
    }
  }

  private static boolean oneBoot(@Nullable Mark start, Mark boot) {
    return start != null && Duration.between(start.at(), boot.at()).compareTo(APART) < 0;
  }

  /**
   * The supposed exits not to believe.
   *
   * @param exits of one machine, by time
   */
  static List<Exit> doubted(List<Exit> exits) {
    List<Exit> doubted = new ArrayList<>();
    List<Exit> row = new ArrayList<>();
    for (Exit exit : exits) {
      if (!exit.crash() || exit.machine().isEmpty()) {
        if (exit.supposed()) {
          doubted.add(exit);
        }
        continue;
      }
      boolean follows =
          !row.isEmpty()
              && !row.getLast().at().plus(AnalysisSettings.DEFAULT.burstGap()).isBefore(exit.at());
      if (!row.isEmpty() && !follows) {
        close(row, doubted);
      }
      row.add(exit);
    }
    close(row, doubted);
    return doubted;
  }

  private static void close(List<Exit> row, List<Exit> doubted) {
    if (row.size() < RestartBursts.LEAST) {
      row.stream().filter(Exit::supposed).forEach(doubted::add);
    }
    row.clear();
  }
}
