package dev.debrief.source;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats that are known. A new one joins by being added to {@link #ALL}. */
public final class Formats {
  /** Every format, in the order in which they are asked whether a line is theirs. */
  public static final List<Format> ALL =
      List.of(
          new ReleasesTable(),
          new MachineStatus(),
          new FlyText(),
          new YearlessText(),
          new GrafanaCopy(),
          new GrafanaCsv(),
          new TimeOnly(),
          new DeployOutput(),
          new GitLog(),
          new ElixirConsole(),
          new FlyJson(),
          new ShipperNdjson(),
          new GrafanaJson(),
          new ReleasesJson(),
          new MachineJson(),
          new RenamedNdjson());

  /** Lines looked at to find out which JSON begins. */
  private static final int FAR = 400;

  /** As many where so many looks in a row found nothing: each line of an unknown object is one. */
  private static final int NEAR = 50;

  private static final int TRIES = 20;

  private static final Formats ANY = new Formats(ALL, false);

  private final List<TextFormat> text;
  private final List<JsonFormat> json;
  private final boolean chosen;

  private Formats(List<Format> formats, boolean chosen) {
    this.text =
        formats.stream().filter(TextFormat.class::isInstance).map(TextFormat.class::cast).toList();
    this.json =
        formats.stream().filter(JsonFormat.class::isInstance).map(JsonFormat.class::cast).toList();
    this.chosen = chosen;
  }

  /**
   * The formats of that name: there may be several dialects with a class each.
   *
   * @throws InputProblem where there is none, naming those there are
   */
  public static List<Format> named(String name) throws InputProblem {
    List<Format> named = ALL.stream().filter(format -> format.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new InputProblem(
          "--format " + name,
          "there is no such format",
          "use one of "
              + ALL.stream().map(Format::name).distinct().collect(Collectors.joining(", ")));
    }
    return named;
  }

  /** Those that may be recognised: those of the name that the user chose, or all. */
  static Formats candidates(Optional<String> name) throws InputProblem {
    return name.isPresent() ? new Formats(named(name.get()), true) : ANY;
  }

  /** The format that an object of JSON is of, or null. */
  @Nullable JsonFormat of(JsonObject object) {
    for (JsonFormat format : json) {
      if (format.recognises(object)) {
        return format;
      }
    }
    return null;
  }

  /** The block that begins at this line, or null where none is recognised. */
  @Nullable Block begun(Line line, LineReader ahead, Reading reading) throws IOException {
    for (TextFormat format : text) {
      if (format.begins(line, ahead)) {
        return format.open(reading, line);
      }
    }
    if (json.isEmpty() || (!JsonText.structural(line.text()) && !JsonText.fragment(line.text()))) {
      return null;
    }
    JsonProbe probe = new JsonProbe(this);
    JsonFormat found = probe.add(line.text());
    if (found == null && probe.foreign()) {
      return null; // what follows it speaks for itself
    }
    int far = reading.fruitless() < TRIES ? FAR : NEAR;
    for (int i = 0; found == null && i < far; i++) {
      Line next = ahead.peek(i);
      if (next == null || (!next.blank() && !JsonText.inside(next.text()))) {
        break;
      }
      found = probe.add(next.text());
      if (found == null && next.text().startsWith("}") && probe.foreign()) {
        reading.foreignTo(next.number());
        break;
      }
    }
    found = found == null ? probe.last() : found;
    reading.looked(found != null);
    return found == null ? null : new JsonBlock(reading, this, found);
  }

  /**
   * The block of the format that the user chose, though nothing was recognised; null if none was.
   */
  @Nullable Block forced(Reading reading, Line line) {
    if (!chosen) {
      return null;
    }
    return text.isEmpty()
        ? new JsonBlock(reading, this, json.getFirst())
        : text.getFirst().open(reading, line);
  }

  /** What was looked for, for the message that refuses an unknown file. */
  static String lookedFor() {
    return ALL.stream()
        .map(format -> format.name() + " (" + format.looksLike() + ")")
        .collect(Collectors.joining(", "));
  }
}
