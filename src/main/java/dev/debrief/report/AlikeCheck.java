package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.report.Incident.Found;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a line of its kind came, as drafts say it. */
final class AlikeCheck implements ClaimCheck {
  private static final Pattern SAID =
      Pattern.compile(
          "\\bfirst of (?<alike>\\d[\\d,]{0,12}) (?:alike|matches)\\b|\\b(?<all>\\d[\\d,]{0,12}) matches (?:in all|of)\\b");

  @Override
  public void check(Reading reading) {
    Set<Long> counts = counts(reading.incident());
    if (counts.isEmpty()) {
      return;
    }
    for (ReportLine line : reading.lines()) {
      Matcher said = SAID.matcher(line.plain());
      while (said.find()) {
        String number = said.group("alike") == null ? said.group("all") : said.group("alike");
        boolean fits = counts.contains(Long.parseLong(number.replace(",", "")));
        reading.tell(
            line,
            fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
            fits
                ? "So many are in the evidence."
                : "No error and no known cause came " + number + " times.",
            List.of());
      }
    }
  }

  private static Set<Long> counts(Incident incident) {
    Set<Long> out = new HashSet<>();
    incident.all(Details.NewSignature.class).forEach(found -> out.add(found.details().count()));
    Map<String, Long> rules = new HashMap<>();
    for (Found<Details.KnownCause> cause : incident.all(Details.KnownCause.class)) {
      long count = cause.details().count();
      out.add(count);
      rules.merge(cause.details().rule(), count, Long::sum);
    }
    out.addAll(rules.values());
    return out;
  }
}
