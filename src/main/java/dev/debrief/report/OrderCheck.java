package dev.debrief.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The order of a chronicle's rows, and spans that end before they begin. */
final class OrderCheck implements ClaimCheck {
  @Override
  public void check(Reading reading) {
    for (ReportLine line : reading.lines()) {
      for (TimeSpan span : reading.spans(line)) {
        if (span.length().isNegative() && span.first().dated() && span.last().dated()) {
          reading.tell(line, Judgement.CONTRADICTED, "This span ends before it begins.", List.of());
        }
      }
    }
    for (List<ReportLine> rows : chronicles(reading)) {
      inOrder(reading, rows);
    }
  }

  /** Neighbouring rows of one table, or items of one list, that each begin with a time. */
  private static List<List<ReportLine>> chronicles(Reading reading) {
    List<List<ReportLine>> out = new ArrayList<>();
    List<ReportLine> run = new ArrayList<>();
    ReportLine before = null;
    for (ReportLine line : reading.lines()) {
      boolean leads = !reading.leading(line).isEmpty();
      boolean together =
          before != null
              && before.kind() == line.kind()
              && before.heading().equals(line.heading())
              && before.columns().equals(line.columns());
      if (leads) {
        if (!together && !run.isEmpty()) {
          out.add(run);
          run = new ArrayList<>();
        }
        run.add(line);
        before = line;
      }
    }
    out.add(run);
    return out.stream().filter(rows -> rows.size() >= 3).toList();
  }

  private static void inOrder(Reading reading, List<ReportLine> rows) {
    if (backwards(reading, rows)) {
      reading.tell(
          rows.getFirst(),
          Judgement.ADVICE,
          "This chronicle runs from the newest to the oldest; readers expect it the other way.",
          List.of());
      return;
    }
    for (int i = 1; i < rows.size(); i++) {
      ReportLine line = rows.get(i);
      ReportLine above = rows.get(i - 1);
      TimeMention now = reading.leading(line).getFirst();
      TimeMention before = reading.leading(above).getFirst();
      Duration slack = now.slack().plus(before.slack());
      Duration grain = now.width().compareTo(before.width()) > 0 ? now.width() : before.width();
      if (now.start().plus(slack).plus(grain).isBefore(before.start())
          || (slack.isZero() && now.end().compareTo(before.start()) <= 0)) {
        reading.tell(
            line,
            Judgement.CONTRADICTED,
            "It stands after line "
                + above.number()
                + ", which is later: "
                + Wording.at(before.start())
                + " UTC.",
            List.of());
        continue;
      }
      overlap(reading, above, line);
    }
  }

  private static boolean backwards(Reading reading, List<ReportLine> rows) {
    for (int i = 1; i < rows.size(); i++) {
      TimeMention above = reading.leading(rows.get(i - 1)).getFirst();
      if (!reading.leading(rows.get(i)).getFirst().start().isBefore(above.start())) {
        return false;
      }
    }
    return true;
  }

  private static void overlap(Reading reading, ReportLine above, ReportLine line) {
    List<TimeSpan> first = reading.spans(above);
    List<TimeSpan> second = reading.spans(line);
    if (first.isEmpty() || second.isEmpty() || !leads(reading, above) || !leads(reading, line)) {
      return;
    }
    TimeSpan a = first.getFirst();
    TimeSpan b = second.getFirst();
    Duration slack = a.last().slack().plus(b.first().slack()).plus(Duration.ofMinutes(1));
    boolean partly =
        b.start().isAfter(a.start())
            && b.start().plus(slack).isBefore(a.end())
            && b.end().isAfter(a.end().plus(slack));
    if (partly) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "It begins before the span of line " + above.number() + " ends.",
          List.of());
    }
  }

  private static boolean leads(Reading reading, ReportLine line) {
    return reading.spans(line).getFirst().from() == reading.leading(line).getFirst().from();
  }
}
