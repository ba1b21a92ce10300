package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How rows leave the table: always redacted, always in UTC with their place. */
public enum CopyAs {
  TEXT,
  MARKDOWN,
  CSV;

  /** The entries in this form. */
  public String of(List<Entry> entries, UnaryOperator<String> redaction) {
    return switch (this) {
      case TEXT ->
          entries.stream()
              .map(entry -> time(entry) + " " + who(entry) + " " + message(entry, redaction))
              .collect(Collectors.joining("\n", "", "\n"));
      case MARKDOWN ->
          entries.stream()
              .map(
                  entry ->
                      "| "
                          + time(entry)
                          + " | "
                          + cell(who(entry))
                          + " | "
                          + cell(message(entry, redaction))
                          + " | "
                          + cell(entry.evidence().toString())
                          + " |")
              .collect(
                  Collectors.joining(
                      "\n",
                      "| Time (UTC) | From | Message | Line |\n| --- | --- | --- | --- |\n",
                      "\n"));
      case CSV ->
          entries.stream()
              .map(
                  entry ->
                      String.join(
                          ",",
                          quoted(time(entry)),
                          quoted(Lines.machine(entry)),
                          quoted(Lines.provider(entry)),
                          quoted(Lines.level(entry).name().toLowerCase(Locale.ROOT)),
                          quoted(message(entry, redaction)),
                          quoted(entry.evidence().source()),
                          Long.toString(entry.evidence().line())))
              .collect(
                  Collectors.joining(
                      "\r\n", "time_utc,machine,provider,level,message,source,line\r\n", "\r\n"));
    };
  }

  private static String time(Entry entry) {
    return Times.moment(entry.moment(), ZoneOffset.UTC);
  }

  private static String who(Entry entry) {
    return (Lines.provider(entry) + " " + Lines.machine(entry)).strip();
  }

  private static String message(Entry entry, UnaryOperator<String> redaction) {
    return redaction.apply(Lines.message(entry));
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("\n", "<br>");
  }

  /** A cell that begins like a formula is made a text, as spreadsheets would run it. */
  private static String quoted(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
