package dev.debrief.desktop.shell;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Arrangement;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the window remembers with a case, as one small text.
 *
 * @param view the page that showed
 * @param zoom what the timeline showed of time
 * @param query the search
 * @param dismissed reasons by finding
 * @param drafted findings added to the draft
 * @param lanes how the timeline's lanes are arranged
 * @param idleFolded whether idle time is drawn short
 */
record CaseState(
    View view,
    Optional<TimeRange> zoom,
    String query,
    Map<String, String> dismissed,
    Set<String> drafted,
    Arrangement lanes,
    boolean idleFolded,
    double width,
    double height) {
  static final String KEY = "desktop.state";
  static final CaseState FRESH =
      new CaseState(
          View.TIMELINE, Optional.empty(), "", Map.of(), Set.of(), Arrangement.DEFAULT, true, 0, 0);

  private static final String DISMISSED = "dismissed.";

  CaseState {
    dismissed = Map.copyOf(dismissed);
    drafted = Set.copyOf(drafted);
  }

  /** The state that a text tells; what can't be read in it is as in a fresh case. */
  static CaseState read(String text) {
    Properties kept = new Properties();
    try {
      kept.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException damaged) {
      return FRESH;
    }
    Map<String, String> dismissed = new TreeMap<>();
    for (String key : kept.stringPropertyNames()) {
      if (key.startsWith(DISMISSED)) {
        dismissed.put(key.substring(DISMISSED.length()), kept.getProperty(key));
      }
    }
    Set<String> drafted = new TreeSet<>(List.of(kept.getProperty("drafted", "").split(" ")));
    drafted.remove("");
    return new CaseState(
        View.named(kept.getProperty("view", "")).orElse(View.TIMELINE),
        zoom(kept),
        kept.getProperty("query", ""),
        dismissed,
        drafted,
        Arrangement.read(kept.getProperty("lanes", "")),
        !kept.getProperty("idle", "").equals("unfolded"),
        number(kept.getProperty("width", "")),
        number(kept.getProperty("height", "")));
  }

  /** The same as a text, always the same for the same state. */
  String written() {
    Properties out = new Properties();
    out.setProperty("view", view.id());
    zoom.ifPresent(
        range -> {
          out.setProperty("from", range.from().toString());
          out.setProperty("to", range.to().toString());
        });
    out.setProperty("query", query);
    out.setProperty("drafted", String.join(" ", new TreeSet<>(drafted)));
    out.setProperty("lanes", lanes.written());
    out.setProperty("idle", idleFolded ? "folded" : "unfolded");
    out.setProperty("width", Double.toString(width));
    out.setProperty("height", Double.toString(height));
    dismissed.forEach((id, reason) -> out.setProperty(DISMISSED + id, reason));
    StringWriter text = new StringWriter();
    try {
      out.store(text, null);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text.toString().replaceAll("^#.*\\R", "");
  }

  private static Optional<TimeRange> zoom(Properties kept) {
    try {
      Instant from = Instant.parse(kept.getProperty("from", ""));
      Instant to = Instant.parse(kept.getProperty("to", ""));
      return from.isBefore(to) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static double number(String text) {
    return text.matches("\\d{1,5}(\\.\\d+)?") ? Double.parseDouble(text) : 0;
  }
}
