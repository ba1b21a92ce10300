package dev.debrief.report;

import java.util.List;

/**
 * One line of a report.
 *
 * @param number from 1
 * @param plain its words without markup: quoted text, references and comments are blanked, names in
 *     code stay
 * @param raw as it stands
 * @param cells of a table's row, plain; else empty
 * @param heading the nearest heading above it, or empty
 * @param columns the table's headings, plain; else empty
 */
record ReportLine(
    int number,
    Kind kind,
    String plain,
    String raw,
    List<String> cells,
    String heading,
    List<String> columns) {
  enum Kind {
    HEADING,
    TEXT,
    ITEM,
    ROW,
    CODE,
    NONE
  }

  /** Whether its words are the report's own claims. */
  boolean speaks() {
    return kind != Kind.CODE && kind != Kind.NONE;
  }

  /** The words around a place, for a message. */
  String claim() {
    String words = plain.strip().replaceAll("\\s+", " ");
    return words.length() > 160 ? words.substring(0, 159) + "…" : words;
  }
}
