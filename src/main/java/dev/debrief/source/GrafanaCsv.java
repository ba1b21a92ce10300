package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Grafana's CSV download (RFC 4180): a header with {@code Date} or a time, {@code Line} or {@code
 * message}, and the labels. A cell in quotes may go over lines.
 */
final class GrafanaCsv implements TextFormat {
  private static final int LONGEST = 1 << 20;

  @Override
  public String name() {
    return "shipper-ndjson";
  }

  @Override
  public String looksLike() {
    return "Grafana's CSV with the columns Date and Line";
  }

  @Override
  public List<String> samples() {
    return List.of(
        "\"Date\",\"Time\",\"Line\",\"fly.app.name\",\"event.provider\"\n"
            + "\"2025-06-27T14:22:42.661Z\",\"1751034162661\",\"a \"\"quoted\"\" word\",\"a\",\"app\"\n"
            + "\"2025-06-27T14:22:41.661Z\",\"1751034161661\",\"two\nlines\",\"a\",\"app\"\n");
  }

  @Override
  public boolean begins(Line line, LineReader ahead) {
    return header(line.text()) != null;
  }

  /** The columns of a header in small letters, or null where the line is none. */
  private static @Nullable List<String> header(String text) {
    if (text.indexOf(',') < 0 || text.length() > 4_000) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    for (String cell : cells(text)) {
      cells.add(cell.strip().toLowerCase(Locale.ROOT));
    }
    boolean line = cells.contains("line") || cells.contains("message") || cells.contains("_msg");
    boolean time =
        cells.contains("date")
            || cells.contains("time")
            || cells.contains("timestamp")
            || cells.contains("_time");
    return line && time ? cells : null;
  }

  /** The cells of a record; an open quote takes the rest. */
  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Whether a quote is open behind a line where none was before it, or the other way round. */
  private static boolean turnsQuote(String line) {
    return line.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new Rows(reading);
  }

  private final class Rows implements Block {
    private final Reading reading;
    private List<String> columns = List.of();
    private final StringBuilder row = new StringBuilder();
    private long first;
    private int lines;
    private int blanks;
    private boolean quoted;

    Rows(Reading reading) {
      this.reading = reading;
    }

    @Override
    public Format format() {
      return GrafanaCsv.this;
    }

    @Override
    public boolean take(Line line, LineReader ahead) {
      List<String> header = columns.isEmpty() ? header(line.text()) : null;
      if (header != null) {
        columns = header;
        reading.account(GrafanaCsv.this).continuations(1);
        return true;
      }
      if (lines == 0) {
        first = line.number();
        if (!line.text().startsWith("\"") && line.text().indexOf(',') < 0) {
          return false;
        }
      } else {
        row.append("\n".repeat(blanks + 1));
        reading.unblank(GrafanaCsv.this, blanks);
        lines += blanks;
      }
      blanks = 0;
      lines++;
      row.append(line.text());
      quoted ^= turnsQuote(line.text());
      if (!quoted || row.length() > LONGEST) {
        end();
      }
      return true;
    }

    @Override
    public boolean follow(Line line) {
      return false;
    }

    @Override
    public void blank(Line line) {
      blanks += lines > 0 ? 1 : 0;
    }

    @Override
    public void end() {
      if (lines == 0) {
        return;
      }
      List<String> cells = cells(row.toString());
      Moment moment = null;
      for (String name : List.of("date", "_time", "timestamp", "time", "tsns")) {
        moment = moment == null ? Values.moment(cell(cells, name), Clock.PLATFORM) : moment;
      }
      String message = cell(cells, "line") + cell(cells, "message") + cell(cells, "_msg");
      String provider = cell(cells, "event.provider") + cell(cells, "event_provider");
      reading.record(
          new Told(
              GrafanaCsv.this,
              first,
              lines,
              moment == null ? reading.carried() : moment,
              cell(cells, "fly.app.name") + cell(cells, "fly_app_name"),
              provider.isEmpty() ? Providers.of(message) : provider,
              cell(cells, "fly.app.instance") + cell(cells, "fly_app_instance"),
              cell(cells, "fly.region") + cell(cells, "fly_region"),
              Values.level(cell(cells, "log.level") + cell(cells, "level")),
              message,
              Map.of()));
      row.setLength(0);
      lines = 0;
      blanks = 0;
      quoted = false;
    }

    private String cell(List<String> cells, String column) {
      int at = columns.indexOf(column);
      return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }
  }
}
