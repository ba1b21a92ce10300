package dev.debrief.desktop.shell;

import dev.debrief.model.Change;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Findings and changes in order of time, for a spreadsheet. */
final class TimelineCsv {
  private TimelineCsv() {}

  private record Line(Instant at, String cells) {}

  static String of(Conclusions conclusions, UnaryOperator<String> redaction) {
    List<Line> lines = new ArrayList<>();
    for (Finding finding : conclusions.findings()) {
      Instant end = finding.end();
      lines.add(
          new Line(
              finding.start(),
              row(
                  finding.start().toString(),
                  end == null ? "" : end.toString(),
                  finding.kind().id(),
                  finding.severity().name().toLowerCase(Locale.ROOT),
                  redaction.apply(finding.title()),
                  String.join(" ", finding.machines()),
                  places(finding.evidence()))));
    }
    for (Change change : conclusions.changes()) {
      lines.add(
          new Line(
              change.moment().at(),
              row(
                  change.moment().at().toString(),
                  "",
                  change.kind().name().toLowerCase(Locale.ROOT),
                  "",
                  redaction.apply(change.change() + " " + change.description()),
                  "",
                  places(change.evidence()))));
    }
    return lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .map(Line::cells)
        .collect(
            Collectors.joining(
                "\r\n", "start_utc,end_utc,kind,severity,what,machines,lines\r\n", "\r\n"));
  }

  private static String places(List<Evidence> evidence) {
    return evidence.stream().limit(5).map(Evidence::toString).collect(Collectors.joining(" "));
  }

  private static String row(String... cells) {
    return java.util.Arrays.stream(cells).map(TimelineCsv::cell).collect(Collectors.joining(","));
  }

  /** Quoted; what a spreadsheet would run as a formula is made a text. */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
