package dev.debrief.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table as flyctl prints it, and how a row of it is split: at {@code │}, else at
 * tabs, else where the header's words begin, else at two or more blanks. Cells are trimmed.
 */
final class Table {
  private static final List<String> NAMES =
      List.of(
          "DOCKER IMAGE",
          "LAST UPDATED",
          "IP ADDRESS",
          "PROCESS GROUP",
          "HEALTH CHECKS",
          "CREATED AT",
          "VERSION",
          "STABLE",
          "TYPE",
          "STATUS",
          "DESCRIPTION",
          "USER",
          "DATE",
          "REASON",
          "STATE",
          "EVENT",
          "SOURCE",
          "TIMESTAMP",
          "INFO",
          "ID",
          "NAME",
          "CHECKS",
          "REGION",
          "ROLE",
          "IMAGE",
          "VOLUME",
          "CREATED",
          "SIZE",
          "APP",
          "PLATFORM",
          "PROCESS",
          "MACHINE",
          "OUTPUT",
          "DESIRED",
          "RESTARTS",
          "MESSAGE",
          "UPDATED",
          "TASK",
          "HEALTH",
          "INSTANCE",
          "HOST");

  private final List<String> columns;
  private final List<Integer> starts;

  private Table(List<String> columns, List<Integer> starts) {
    this.columns = List.copyOf(columns);
    this.starts = List.copyOf(starts);
  }

  /** The table that this line is the header of, or null. */
  static @Nullable Table of(String line) {
    List<String> columns = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c <= ' ' || c == '│') {
        at++;
        continue;
      }
      String name = name(line, at);
      if (name == null || columns.contains(name)) {
        return null;
      }
      columns.add(name);
      starts.add(at);
      at += name.length();
    }
    return columns.size() < 3 ? null : new Table(columns, starts);
  }

  private static @Nullable String name(String line, int at) {
    for (String name : NAMES) {
      int end = at + name.length();
      if (line.startsWith(name, at)
          && (end == line.length() || line.charAt(end) <= ' ' || line.charAt(end) == '│')) {
        return name;
      }
    }
    return null;
  }

  /** Whether it has all of these columns. */
  boolean has(String... names) {
    return Set.copyOf(columns).containsAll(List.of(names));
  }

  /** The cells of a row, as many as there are columns; what is missing is empty. */
  List<String> cells(String row) {
    List<String> cells = new ArrayList<>(split(row));
    while (cells.size() < columns.size()) {
      cells.add("");
    }
    return cells;
  }

  /** The cell of that column, or empty. */
  String cell(List<String> cells, String column) {
    int at = columns.indexOf(column);
    return at < 0 || at >= cells.size() ? "" : cells.get(at);
  }

  private List<String> split(String row) {
    if (row.indexOf('│') >= 0) {
      return trimmed(row.split("│", -1));
    }
    if (row.indexOf('\t') >= 0) {
      return trimmed(row.split("\t", -1));
    }
    if (aligned(row)) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < starts.size(); i++) {
        int from = Math.min(i == 0 ? 0 : starts.get(i), row.length());
        int to = i + 1 < starts.size() ? Math.min(starts.get(i + 1), row.length()) : row.length();
        cells.add(row.substring(from, to).strip());
      }
      return cells;
    }
    return trimmed(row.strip().split(" {2,}", -1));
  }

  /** Whether every column that the row reaches begins where its header does, after a blank. */
  private boolean aligned(String row) {
    for (int start : starts) {
      if (start > 0 && start <= row.length() && row.charAt(start - 1) > ' ') {
        return false;
      }
    }
    return true;
  }

  private static List<String> trimmed(String[] parts) {
    List<String> cells = new ArrayList<>();
    for (String part : parts) {
      cells.add(part.strip());
    }
    return cells;
  }
}
