package dev.debrief.report;

import dev.debrief.report.ReferenceCheck.Checked;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A draft's references held against the case as it is now: where the bytes behind one have changed,
 * every sentence that leans on it is told.
 */
final class ReferencesHold implements ClaimCheck {
  private static final Pattern USE = Pattern.compile("\\[\\^(e[0-9a-f]{8,64})](?!:)");

  @Override
  public void check(Reading reading) {
    String markdown = reading.all().stream().map(ReportLine::raw).collect(Collectors.joining("\n"));
    if (!markdown.contains("[^e")) {
      return;
    }
    Map<String, Checked> red = new LinkedHashMap<>();
    for (Checked checked : ReferenceCheck.check(markdown, reading.incident().dossier())) {
      if (checked.red()) {
        red.put(checked.label(), checked);
      }
    }
    if (red.isEmpty()) {
      return;
    }
    for (ReportLine line : reading.all()) {
      Set<Checked> here = new LinkedHashSet<>();
      Matcher use = USE.matcher(line.raw());
      while (use.find()) {
        Checked checked = red.get(use.group(1));
        if (checked != null) {
          here.add(checked);
        }
      }
      here.forEach(checked -> tell(reading, line, checked));
    }
  }

  private static void tell(Reading reading, ReportLine line, Checked checked) {
    String what =
        switch (checked.standing()) {
          case LINE_CHANGED -> "the line says something else now, or stands elsewhere";
          case SOURCE_CHANGED -> "the file it stands in is not the one the draft was written from";
          case GONE -> "the case holds no such line";
          case UNDEFINED -> "the report defines it nowhere";
          case HOLDS -> "it holds";
        };
    Judgement verdict =
        checked.standing() == ReferenceCheck.Standing.UNDEFINED
            ? Judgement.UNSUPPORTED
            : Judgement.CONTRADICTED;
    reading.tell(
        line,
        verdict,
        "The reference " + checked.label() + " no longer fits: " + what + ".",
        checked.evidence().map(List::of).orElse(List.of()));
  }
}
