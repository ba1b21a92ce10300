package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.report.Incident.Found;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The incident as a Mermaid gantt block, which GitHub and GitLab draw. Its grammar has no escapes,
 * so names lose everything but letters, digits and a few signs.
 */
final class MermaidTimeline {
  private static final int MOST = 30;

  private MermaidTimeline() {}

  /** The block with its fence, or empty where there is nothing to draw. */
  static String of(Incident incident, Redaction.Session redaction) {
    List<String> lines = new ArrayList<>();
    section(
        lines,
        "Changes",
        new Attempts(incident)
            .of(incident.attempts()).stream()
                .map(Attempts.Attempt::first)
                .filter(change -> Wording.shown(change.moment()))
                .limit(MOST)
                .map(
                    change ->
                        milestone(name(redaction.hide(change.change())), change.moment().at()))
                .toList());
    section(
        lines,
        "Outage",
        incident.outages().stream()
            .limit(MOST)
            .map(outage -> bar(name(outage.details().extent()), outage, "crit"))
            .toList());
    section(
        lines,
        "Crash loops",
        incident.all(Details.RestartBurst.class).stream()
            .limit(MOST)
            .map(
                burst ->
                    bar(
                        name(String.join(" ", burst.finding().machines()))
                            + " "
                            + burst.details().count()
                            + " crashes",
                        burst,
                        "active"))
            .toList());
    section(
        lines,
        "Silence",
        incident.all(Details.Silence.class).stream()
            .limit(MOST)
            .map(silence -> bar(name(redaction.hide(silence.details().emitter())), silence, "done"))
            .toList());
    if (lines.isEmpty()) {
      return "";
    }
    return "```mermaid\ngantt\n    dateFormat YYYY-MM-DDTHH:mm:ss\n    axisFormat %d %H:%M\n"
        + String.join("\n", lines)
        + "\n```\n";
  }

  private static void section(List<String> lines, String title, List<String> tasks) {
    if (!tasks.isEmpty()) {
      lines.add("    section " + title);
      tasks.forEach(task -> lines.add("    " + task));
    }
  }

  private static String milestone(String name, Instant at) {
    return name + " :milestone, " + stamp(at) + ", 0s";
  }

  private static String bar(String name, Found<?> found, String style) {
    Instant end =
        found.end().isAfter(found.start().plusSeconds(1))
            ? found.end()
            : found.start().plusSeconds(1);
    return name + " :" + style + ", " + stamp(found.start()) + ", " + stamp(end);
  }

  private static String stamp(Instant at) {
    String text = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.substring(0, text.length() - 1);
  }

  private static String name(String text) {
    String safe = text.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
    return safe.isEmpty() ? "unnamed" : safe.substring(0, Math.min(40, safe.length()));
  }
}
