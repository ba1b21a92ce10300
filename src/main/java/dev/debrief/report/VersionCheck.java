package dev.debrief.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of software, where a table or a line names one that the logs show too. */
final class VersionCheck implements ClaimCheck {
  @Override
  public void check(Reading reading) {
    List<Environment.Component> known = Environment.of(reading.incident().dossier());
    for (ReportLine line : reading.lines()) {
      for (Environment.Component component : known) {
        one(reading, line, component);
      }
    }
  }

  private static void one(Reading reading, ReportLine line, Environment.Component component) {
    String name = Pattern.quote(component.name()).replace("_", "\\E[_ ]?\\Q");
    Matcher m =
        Pattern.compile(
                "(?i)(?<![\\w./-])"
                    + name
                    + "(?:\\s*\\|\\s*|\\s+(?:version\\s+)?|:\\s*)v?(\\d+\\.(?:\\d+|x)(?:\\.(?:\\d+|x))?)(?![\\w.])")
            .matcher(line.plain());
    if (!m.find()) {
      return;
    }
    String said = m.group(1).toLowerCase(Locale.ROOT);
    String open = said.replace("x", "").replaceAll("\\.+$", "");
    boolean fits =
        component.detail().stream()
            .anyMatch(version -> version.equals(open) || version.startsWith(open + "."));
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "The logs show " + component.name() + " " + Wording.list(component.detail()) + ".",
        component.evidence());
  }
}
