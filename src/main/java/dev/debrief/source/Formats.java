package dev.debrief.source;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.util.List;
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
          new GrafanaCopy(),
          new TimeOnly(),
          new DeployOutput(),
          new GitLog(),
          new ElixirConsole(),
          new FlyJson(),
          new ShipperNdjson(),
          new ReleasesJson(),
          new MachineJson());

  private static final List<TextFormat> TEXT =
      ALL.stream().filter(TextFormat.class::isInstance).map(TextFormat.class::cast).toList();

  private static final List<JsonFormat> JSON =
      ALL.stream().filter(JsonFormat.class::isInstance).map(JsonFormat.class::cast).toList();

  private Formats() {}

  /** The formats made of lines. */
  static List<TextFormat> text() {
    return TEXT;
  }

  /** The format that an object of JSON is of, or null. */
  static @Nullable JsonFormat of(JsonObject object) {
    for (JsonFormat format : JSON) {
      if (format.recognises(object)) {
        return format;
      }
    }
    return null;
  }

  /** Lines looked at to find out which JSON begins. */
  private static final int FAR = 400;

  /** A block of JSON if one that is known begins here, else null. */
  static @Nullable Block json(Line line, LineReader ahead, Reading reading) throws IOException {
    if (!JsonText.structural(line.text()) && !JsonText.fragment(line.text())) {
      return null;
    }
    JsonProbe probe = new JsonProbe();
    JsonFormat found = probe.add(line.text());
    for (int i = 0; found == null && i < FAR; i++) {
      Line next = ahead.peek(i);
      if (next == null || (!next.blank() && !JsonText.inside(next.text()))) {
        break;
      }
      found = probe.add(next.text());
    }
    return found == null ? null : new JsonBlock(reading, found);
  }

  /**
   * The format of that name.
   *
   * @throws InputProblem where there is none, naming those there are
   */
  public static Format named(String name) throws InputProblem {
    for (Format format : ALL) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    throw new InputProblem(
        "--format " + name,
        "there is no such format",
        "use one of "
            + ALL.stream().map(Format::name).distinct().collect(Collectors.joining(", ")));
  }

  /** What was looked for, for the message that refuses an unknown file. */
  static String lookedFor() {
    return ALL.stream()
        .map(format -> format.name() + " (" + format.looksLike() + ")")
        .collect(Collectors.joining(", "));
  }
}
