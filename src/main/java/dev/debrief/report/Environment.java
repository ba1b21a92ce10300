package dev.debrief.report;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineLife;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Release;
import dev.debrief.model.Signature;
import dev.debrief.model.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The software and the machines as the logs show them: versions in stack frames and in start-up
 * banners, images, regions. Reads the example of each signature, not every record.
 */
final class Environment {
  /** A frame of an Elixir or Erlang stack: {@code (ecto 3.13.2) lib/ecto/repo.ex:1: …}. */
  private static final Pattern FRAME =
      Pattern.compile(
          "\\(([a-z][a-z0-9_]{1,40}) (\\d+\\.\\d+[\\w.+-]{0,30})\\) [\\w/.-]+\\.(?:ex|erl)");

  private static final Pattern BANNER =
      Pattern.compile(
          "\\b(Bandit|[Cc]owboy|Elixir|Erlang/OTP|PostgreSQL|Python|Node\\.js|Next\\.js|Puma version:|Rails|ruby|gunicorn|Uvicorn|Spring Boot|Firecracker|nginx|Gunicorn|Django|Express|Oban|Phoenix)"
              + "[ /:]{1,3}v?(\\d+(?:\\.\\d+){0,3}[\\w+-]{0,12})");

  private static final List<String> PHRASES =
      List.of(
          "with Bandit",
          "with cowboy",
          "Erlang/OTP",
          "Running Firecracker",
          "Puma version",
          "Next.js",
          "Node.js",
          "Starting gunicorn");

  /** The most signatures looked at. */
  private static final int EXAMPLES = 400;

  private Environment() {}

  /**
   * One thing seen.
   *
   * @param detail versions or names, the first seen first
   */
  record Component(String name, List<String> detail, List<Evidence> evidence) {}

  /** What is seen, by name. */
  static List<Component> of(Dossier dossier) {
    Map<String, Component> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Conclusions conclusions = dossier.conclusions();
    for (Signature signature : conclusions.signatures().stream().limit(EXAMPLES).toList()) {
      dossier.lookup().at(signature.example()).ifPresent(entry -> read(entry, found));
    }
    for (String phrase : PHRASES) {
      dossier.lookup().saying(phrase, TimeRange.ALWAYS, 1).forEach(log -> read(log, found));
    }
    return new ArrayList<>(found.values());
  }

  /** The images that ran, the regions, the machines. */
  static List<Component> machines(Dossier dossier) {
    List<Component> out = new ArrayList<>();
    Map<String, Evidence> images = new TreeMap<>();
    TreeSet<String> regions = new TreeSet<>();
    List<Evidence> places = new ArrayList<>();
    for (Entry fact : dossier.facts()) {
      switch (fact) {
        case Release release when !release.image().isBlank() ->
            images.putIfAbsent(release.image(), release.evidence());
        case MachineSnapshot machine -> {
          if (!machine.image().isBlank()) {
            images.putIfAbsent(machine.image(), machine.evidence());
          }
          if (!machine.region().isBlank()) {
            regions.add(machine.region());
            places.add(machine.evidence());
          }
        }
        default -> {}
      }
    }
    for (MachineLife life : dossier.conclusions().lives()) {
      if (!life.region().isBlank()) {
        regions.add(life.region());
        life.phases().stream()
            .flatMap(phase -> phase.evidence().stream())
            .findFirst()
            .ifPresent(places::add);
      }
    }
    if (!regions.isEmpty()) {
      out.add(new Component("Regions", List.copyOf(regions), places));
    }
    if (!images.isEmpty()) {
      out.add(
          new Component(
              "Images",
              images.keySet().stream().limit(8).toList(),
              images.values().stream().limit(References.SHOWN).toList()));
    }
    return out;
  }

  private static void read(Entry entry, Map<String, Component> found) {
    String text = Reference.text(entry);
    String head = text.substring(0, Math.min(text.length(), 4000));
    for (Pattern pattern : List.of(FRAME, BANNER)) {
      Matcher matcher = pattern.matcher(head);
      while (matcher.find()) {
        put(
            found,
            matcher.group(1).replaceAll(" version:$|:$", ""),
            matcher.group(2),
            entry.evidence());
      }
    }
  }

  private static void put(
      Map<String, Component> found, String name, String version, Evidence evidence) {
    Component known = found.get(name);
    if (known == null) {
      found.put(name, new Component(name, List.of(version), List.of(evidence)));
    } else if (!known.detail().contains(version) && known.detail().size() < 6) {
      List<String> versions = new ArrayList<>(known.detail());
      versions.add(version);
      List<Evidence> lines = new ArrayList<>(known.evidence());
      lines.add(evidence);
      found.put(name, new Component(known.name(), List.copyOf(versions), List.copyOf(lines)));
    }
  }
}
