package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import dev.debrief.report.Markdown;
import dev.debrief.report.TimelineCsv;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How rows leave the table: always redacted, always in UTC with their place, and harmless where
 * they are pasted, be it a terminal, a page or a spreadsheet.
 */
public enum CopyAs {
  TEXT,
  MARKDOWN,
  CSV;

  /** The entries in this form. */
  public String of(List<Entry> entries, UnaryOperator<String> redaction) {
    return switch (this) {
      case TEXT ->
          entries.stream()
              .map(
                  entry ->
                      time(entry)
                          + " "
                          + visible(who(entry, redaction))
                          + " "
                          + visible(message(entry, redaction)))
              .collect(Collectors.joining("\n", "", "\n"));
      case MARKDOWN ->
          entries.stream()
              .map(
                  entry ->
                      "| "
                          + time(entry)
                          + " | "
                          + cell(who(entry, redaction))
                          + " | "
                          + cell(message(entry, redaction))
                          + " | "
                          + cell(redaction.apply(entry.evidence().toString()))
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
                          time(entry),
                          TimelineCsv.cell(redaction.apply(Lines.machine(entry))),
                          TimelineCsv.cell(redaction.apply(Lines.provider(entry))),
                          Lines.level(entry).name().toLowerCase(Locale.ROOT),
                          TimelineCsv.cell(message(entry, redaction)),
                          TimelineCsv.cell(redaction.apply(entry.evidence().source())),
                          Long.toString(entry.evidence().line())))
              .collect(
                  Collectors.joining(
                      "\r\n", "time_utc,machine,provider,level,message,source,line\r\n", "\r\n"));
    };
  }

  /**
   * Text for any place it may be pasted into: its lines stay lines, and what would control a
   * terminal is written out, since a log line could else end the paste and run what follows.
   */
  static String visible(String text) {
    return text.lines().map(Markdown::visible).collect(Collectors.joining("\n"));
  }

  /**
   * What of a selection may leave: the selection itself where nothing is hidden in the lines that
   * it touches. Else those lines, redacted: a part of a line no longer tells that it is a secret.
   */
  static String selected(String text, int anchor, int caret, UnaryOperator<String> redaction) {
    int from = Math.min(anchor, caret);
    int to = Math.max(anchor, caret);
    if (from == to) {
      return "";
    }
    String all = redaction.apply(text);
    if (all.lines().count() != text.lines().count()) {
      // A key of several lines, which one of them alone does not tell.
      return visible(all);
    }
    int start = text.lastIndexOf('\n', from - 1) + 1;
    int feed = text.indexOf('\n', to);
    String lines = text.substring(start, feed < 0 ? text.length() : feed);
    String hidden = redaction.apply(lines);
    return visible(hidden.equals(lines) ? text.substring(from, to) : hidden);
  }

  private static String time(Entry entry) {
    return Times.moment(entry.moment(), ZoneOffset.UTC);
  }

  private static String who(Entry entry, UnaryOperator<String> redaction) {
    return redaction.apply((Lines.provider(entry) + " " + Lines.machine(entry)).strip());
  }

  private static String message(Entry entry, UnaryOperator<String> redaction) {
    return redaction.apply(Lines.message(entry));
  }

  private static String cell(String text) {
    return Markdown.cell(Markdown.text(text));
  }
}
