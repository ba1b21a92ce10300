package dev.debrief.desktop.draft;

import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The findings that the author added to a draft by hand: a section of one line each. */
final class AddedFindings {
  private static final int LINES_NAMED = 3;

  private AddedFindings() {}

  /** The draft with a finding's line; as it is where that stands there already. */
  static String with(String markdown, Finding finding, UnaryOperator<String> redaction) {
    List<String> lines = new ArrayList<>(markdown.lines().toList());
    String line = line(finding, redaction);
    if (lines.contains(line)) {
      return markdown;
    }
    String heading = "## " + Texts.text("draft.added");
    int at = lines.indexOf(heading);
    if (at < 0) {
      at = endOfText(lines);
      List<String> section = new ArrayList<>(List.of(heading, "", line, ""));
      if (at > 0 && !lines.get(at - 1).isBlank()) {
        section.addFirst("");
      }
      lines.addAll(at, section);
    } else {
      int next = at + 1;
      while (next < lines.size()
          && ((lines.get(next).isBlank() && next == at + 1) || lines.get(next).startsWith("- "))) {
        next++;
      }
      lines.add(next, line);
    }
    return String.join("\n", lines) + "\n";
  }

  /** The draft without a finding's line, and without the section where it was the last. */
  static String without(String markdown, Finding finding, UnaryOperator<String> redaction) {
    List<String> lines = new ArrayList<>(markdown.lines().toList());
    if (!lines.remove(line(finding, redaction))) {
      return markdown;
    }
    int at = lines.indexOf("## " + Texts.text("draft.added"));
    if (at >= 0) {
      int next = at + 1;
      while (next < lines.size() && lines.get(next).isBlank()) {
        next++;
      }
      if (next >= lines.size() || !lines.get(next).startsWith("- ")) {
        lines.subList(at, next).clear();
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Before the evidence, which stands at the end. */
  private static int endOfText(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("[^") || lines.get(i).startsWith("Hidden before this left")) {
        return i;
      }
    }
    return lines.size();
  }

  private static String line(Finding finding, UnaryOperator<String> redaction) {
    String places =
        finding.evidence().stream()
            .limit(LINES_NAMED)
            .map(Evidence::toString)
            .map(place -> "`" + place + "`")
            .collect(Collectors.joining(", "));
    return "- "
        + Times.second(finding.start(), ZoneOffset.UTC)
        + " UTC: "
        + escaped(redaction.apply(finding.title()))
        + (places.isEmpty() ? "" : " (" + places + ")");
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replace('\n', ' ');
  }
}
