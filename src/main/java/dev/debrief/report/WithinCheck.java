package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** {@code It was fixed within ten minutes}: how soon an outage is said to have been over. */
final class WithinCheck implements ClaimCheck {
  private static final Pattern OVER =
      Pattern.compile(
          "\\b(?:fixed|resolved|recovered|restored|over|back(?: up)?|mended)(?: again)?(?: (?:with)?in)?(?: just| only| about| under| less than)* *$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WITHIN =
      Pattern.compile("\\b(?:with)?in\\b[^.;|]{0,30}$", Pattern.CASE_INSENSITIVE);

  /** From when the time runs, where not from the beginning. */
  private static final Pattern SINCE = Pattern.compile("^\\s*(?:of|after|from|once)\\b.*");

  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|never|if|should|must|could|would|will|aim|target|goal)\\b|n't\\b|\\?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    List<Found<Details.Outage>> over =
        reading.incident().outages().stream().filter(one -> one.finding().end() != null).toList();
    if (over.isEmpty()) {
      return;
    }
    for (ReportLine line : reading.lines()) {
      String plain = line.plain();
      for (LengthMention length : LengthScanner.lengths(plain)) {
        boolean within = WITHIN.matcher(plain.substring(0, length.to())).find();
        if (within
            && OVER.matcher(plain.substring(0, length.from())).find()
            && !SINCE.matcher(plain.substring(length.to())).matches()
            && !NOT.matcher(plain).find()) {
          judge(reading, line, length, over);
        }
      }
    }
  }

  private static void judge(
      Reading reading, ReportLine line, LengthMention length, List<Found<Details.Outage>> over) {
    Duration most = length.high().plus(length.high().dividedBy(5)).plusMinutes(1);
    boolean fits = over.stream().anyMatch(one -> one.length().compareTo(most) <= 0);
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "The evidence shows "
            + Wording.list(over.stream().limit(3).map(one -> Wording.length(one.length())).toList())
            + ".",
        over.stream().flatMap(one -> one.finding().evidence().stream().limit(2)).toList());
  }
}
