package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.report.Incident.Found;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a supervisor's children restarted: {@code exhausts 500 max_restarts in under 30
 * seconds}. A process that dies without a word restarts unseen, so a number above what the log
 * shows is unsupported, never contradicted.
 */
final class ProcessRestartCheck implements ClaimCheck {
  private static final Pattern RATE =
      Pattern.compile(
          "(?<![\\w./:-])(\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,6})\\+?\\s+(?:child |process |worker |supervised |GenServer )?"
              + "(?:max_?restarts|restarts|crashes|terminations)\\b[^.;|]{0,30}?\\b(?:in|within|per)\\s+"
              + "(?:under |less than |about |~)?(\\d{1,3})\\s*(?:s|sec|seconds?)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    List<Found<Details.SupervisorBudget>> budgets =
        reading.incident().all(Details.SupervisorBudget.class);
    if (budgets.isEmpty()) {
      return;
    }
    for (ReportLine line : reading.lines()) {
      Matcher rate = RATE.matcher(line.plain());
      while (rate.find()) {
        long said = Long.parseLong(rate.group(1).replace(",", ""));
        judge(reading, line, said, Integer.parseInt(rate.group(2)), budgets);
      }
    }
  }

  private static void judge(
      Reading reading,
      ReportLine line,
      long said,
      int seconds,
      List<Found<Details.SupervisorBudget>> budgets) {
    int window = seconds <= 5 ? 5 : seconds <= 10 ? 10 : 30;
    if (seconds > 30) {
      return;
    }
    Found<Details.SupervisorBudget> most =
        budgets.stream()
            .max(Comparator.comparingInt(budget -> peak(budget.details(), window)))
            .orElseThrow();
    int seen = peak(most.details(), window);
    List<Evidence> lines = most.finding().evidence();
    reading.tell(
        line,
        said <= seen ? Judgement.SUPPORTED : Judgement.UNSUPPORTED,
        "The log shows at most "
            + seen
            + " crashes of supervised processes in "
            + window
            + " s"
            + (said <= seen ? "." : "; those that die without a word are not in it."),
        lines);
  }

  private static int peak(Details.SupervisorBudget budget, int window) {
    return window == 5
        ? budget.peaks().in5s()
        : window == 10 ? budget.peaks().in10s() : budget.peaks().in30s();
  }
}
