package dev.debrief.analysis;

import dev.debrief.model.Clock;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Progress;
import dev.debrief.model.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A log written by hand, line by line, for tests. */
public final class Lines {
  private final List<Entry> entries = new ArrayList<>();
  private String machine = "148e21ea7d3d89";
  private String app = "shop";
  private String source = "fly-logs.txt";
  private long line;
  private long releases;

  /** The lines that follow are about this machine. */
  public Lines on(String id) {
    machine = id;
    return this;
  }

  /** The lines that follow are this app's; empty where their format names none. */
  public Lines of(String name) {
    app = name;
    return this;
  }

  /** The lines that follow stand in this source. */
  public Lines in(String path) {
    source = path;
    return this;
  }

  /** A complete release of the app {@code shop}, the next row of {@code releases.json}. */
  public Lines release(Instant at, String version, String image) {
    releases++;
    return fact(
        new Release(
            new Evidence("releases.json", releases),
            1,
            new Moment(at, Precision.SECOND, Clock.RELEASE),
            "shop",
            version,
            "complete",
            "Release",
            "",
            "dev@example.com",
            "registry.fly.io/shop:deployment-" + image));
  }

  /** A line of the app; a time with a fraction is known to the ms, one without to the second. */
  public Lines app(String at, String text) {
    return say(at, "app", Level.INFO, text);
  }

  /** A line of the app that its own logger calls an error. */
  public Lines error(String at, String text) {
    return say(at, "app", Level.ERROR, text);
  }

  /** A line of the app that its own logger calls a warning. */
  public Lines warning(String at, String text) {
    return say(at, "app", Level.WARNING, text);
  }

  /** A line of the runner. */
  public Lines runner(String at, String text) {
    return say(at, "runner", Level.INFO, text);
  }

  /** A line of the proxy. */
  public Lines proxy(String at, Level level, String text) {
    return say(at, "proxy", level, text);
  }

  /** A line of the health checks. */
  public Lines health(String at, Level level, String text) {
    return say(at, "health", level, text);
  }

  /** A fact beside the log. */
  public Lines fact(Entry entry) {
    entries.add(entry);
    return this;
  }

  /** All that was said and added, in that order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  private Lines say(String at, String provider, Level level, String text) {
    line++;
    Precision precision = at.contains(".") ? Precision.MILLISECOND : Precision.SECOND;
    entries.add(
        new LogRecord(
            new Evidence(source, line),
            1,
            new Moment(Instant.parse(at), precision, Clock.PLATFORM),
            app,
            provider,
            machine,
            "ord",
            level,
            level,
            text,
            line,
            Map.of()));
    return this;
  }

  /** What is concluded of it. */
  public Conclusions concluded() {
    return Analysis.of(Dumps.of(List.of(), entries), AnalysisSettings.DEFAULT, Progress.NONE);
  }
}
