package dev.debrief.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns: numbers to the right, the last column as wide as it likes. */
final class Table {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    this.header = List.of(header);
  }

  Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(TerminalText.safe(cell.toString()));
    }
    rows.add(row);
    return this;
  }

  void print(Terminal terminal) {
    int[] widths = new int[header.size()];
    boolean[] numeric = new boolean[header.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] = header.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
      numeric[i] =
          !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[0-9.,%]*"));
    }
    line(header, widths, numeric, terminal);
    rows.forEach(row -> line(row, widths, numeric, terminal));
  }

  private static void line(List<String> cells, int[] widths, boolean[] numeric, Terminal terminal) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(widths[i] - cells.get(i).length());
      line.append(numeric[i] ? pad + cells.get(i) : cells.get(i) + pad).append("  ");
    }
    terminal.say(line.toString().stripTrailing());
  }
}
