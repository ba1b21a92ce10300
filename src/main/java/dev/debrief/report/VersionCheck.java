package dev.debrief.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of software, where a table or a line names one that the logs show too. */
final class VersionCheck implements ClaimCheck {
  @Override
  public void check(Reading reading) {
    List<Named> known =
        Environment.of(reading.incident().dossier()).stream().map(VersionCheck::named).toList();
    for (ReportLine line : reading.lines()) {
      for (Named component : known) {
        if (component.said().test(line.plain())) {
          one(reading, line, component);
        }
      }
    }
  }

  private record Named(Environment.Component component, Predicate<String> said, Pattern version) {}

  private static Named named(Environment.Component component) {
    String name = component.name();
    String loose = Pattern.quote(name).replace("_", "\\E[_ ]?\\Q");
    String first = name.split("_", 2)[0].toLowerCase(Locale.ROOT);
    return new Named(
        component,
        plain -> plain.toLowerCase(Locale.ROOT).contains(first),
        Pattern.compile(
            "(?i)(?<![\\w./-])"
                + loose
                + "(?:\\s*\\|\\s*|\\s+(?:version\\s+)?|:\\s*)v?(\\d+\\.(?:\\d+|x)(?:\\.(?:\\d+|x))?)(?![\\w.])"));
  }

  private static void one(Reading reading, ReportLine line, Named named) {
    Environment.Component component = named.component();
    Matcher m = named.version().matcher(line.plain());
    if (!m.find()) {
      return;
    }
    String said = m.group(1).toLowerCase(Locale.ROOT);
    String open = said.replace("x", "").replaceAll("\\.+$", "");
    boolean fits =
        component.detail().stream()
            .anyMatch(
                version ->
                    version.equals(open)
                        || version.startsWith(open + ".")
                        // Ruby's patch level and a build's suffix follow a hyphen.
                        || version.startsWith(open + "-"));
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "The logs show " + component.name() + " " + Wording.list(component.detail()) + ".",
        component.evidence());
  }
}
