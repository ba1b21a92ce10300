package dev.debrief.report;

import dev.debrief.model.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** The draft's timeline as a table for other tools: RFC 4180, UTF-8, one row an event. */
public final class TimelineCsv {
  private TimelineCsv() {}

  /**
   * The rows under a heading row: {@code time_utc}, {@code event}, {@code evidence} as {@code
   * file:line}, three at most. Redacted; a cell that a spreadsheet would take for a formula begins
   * with an apostrophe (OWASP, "CSV Injection").
   */
  public static String of(Dossier dossier, Redaction redaction) {
    Redaction.Session session = redaction.session();
    References references = new References(dossier.lookup(), session);
    Telling telling = new Telling(session, references);
    StringBuilder out = new StringBuilder("time_utc,event,evidence\r\n");
    for (Chronology.Row row : Chronology.full(new Incident(dossier), telling)) {
      String lines =
          row.evidence().stream()
              .distinct()
              .limit(References.SHOWN)
              .map(Evidence::toString)
              .map(session::hide)
              .collect(Collectors.joining("; "));
      out.append(
              List.of(row.time(), DraftHtml.plain(row.event()), lines).stream()
                  .map(TimelineCsv::cell)
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return out.toString();
  }

  /**
   * Any text as one cell of a table. A spreadsheet takes a leading sign for a formula, and one in
   * Japan's wide form in some places too.
   */
  public static String cell(String text) {
    String safe = Markdown.visible(text);
    boolean formula = !safe.isBlank() && "=+-@＝＋－＠".indexOf(safe.strip().charAt(0)) >= 0;
    String guarded = formula ? "'" + safe : safe;
    boolean quoted = guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\'' || c == ';');
    return quoted ? "\"" + guarded.replace("\"", "\"\"") + "\"" : guarded;
  }
}
