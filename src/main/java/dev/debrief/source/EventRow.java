package dev.debrief.source;

import dev.debrief.model.MachineEvent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a machine's events.
 *
 * @param stamp when, or empty
 * @param info what else the row tells
 */
record EventRow(String type, String state, String source, String stamp, String info) {
  private static final Pattern CODE = Pattern.compile("exit_code=(-?\\d{1,9})");

  /** From the cells of a table. */
  static EventRow of(Table columns, List<String> cells) {
    return new EventRow(
        word(columns.cell(cells, "EVENT")),
        columns.cell(cells, "STATE"),
        word(columns.cell(cells, "SOURCE")),
        columns.cell(cells, "TIMESTAMP"),
        columns.cell(cells, "INFO"));
  }

  /** From its words where it has no header: state, type, source, and a time perhaps. */
  static EventRow of(String text) {
    String[] words = text.split("[\\s│]+", 5);
    boolean stamped = words.length > 3 && Stamp.of(words[3]) != null;
    return new EventRow(words[1], words[0], words[2], stamped ? words[3] : "", text);
  }

  private static String word(String cell) {
    int blank = cell.indexOf(' ');
    return blank < 0 ? cell : cell.substring(0, blank);
  }

  /** How the machine's program ended, where the row tells that. */
  MachineEvent.@Nullable Exit exit() {
    if (!type.equals("exit")) {
      return null;
    }
    Matcher code = CODE.matcher(info);
    return code.find()
        ? new MachineEvent.Exit(
            Integer.valueOf(code.group(1)),
            null,
            told("oom_killed"),
            told("requested_stop"),
            null,
            null,
            null)
        : null;
  }

  private @Nullable Boolean told(String key) {
    return info.contains(key + "=true")
        ? Boolean.TRUE
        : info.contains(key + "=false") ? Boolean.FALSE : null;
  }
}
