package dev.debrief.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report's own statements of its status: two that exclude each other can't both hold. */
final class StatusCheck implements ClaimCheck {
  private static final Pattern STATUS =
      Pattern.compile("^\\W*(?:current )?status\\W*[:=]\\W*(.{2,80})$", Pattern.CASE_INSENSITIVE);
  private static final Pattern OVER =
      Pattern.compile(
          "\\b(?:resolved|fixed|closed|completed?|mitigated)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern OPEN =
      Pattern.compile(
          "\\b(?:blocked|open|ongoing|investigating|unresolved|not resolved|in progress|ready for fix|still down)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    ReportLine over = null;
    ReportLine open = null;
    for (ReportLine line : reading.lines()) {
      Matcher m = STATUS.matcher(line.plain());
      if (line.kind() == ReportLine.Kind.ROW || !m.matches()) {
        continue;
      }
      boolean isOpen = OPEN.matcher(m.group(1)).find();
      boolean isOver = !isOpen && OVER.matcher(m.group(1)).find();
      over = isOver && over == null ? line : over;
      open = isOpen && open == null ? line : open;
    }
    if (over != null && open != null) {
      ReportLine first = over.number() < open.number() ? over : open;
      ReportLine second = over.number() < open.number() ? open : over;
      reading.tell(
          second,
          Judgement.CONTRADICTED,
          "Line " + first.number() + " says: \"" + first.claim() + "\".",
          List.of());
    }
  }
}
