package dev.debrief.analysis.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Grouping accuracy as Zhu et al. define it ("Tools and benchmarks for automated log parsing",
 * ICSE-SEIP 2019): a message is right where its group is exactly the group of the labels.
 */
final class GroupingAccuracy {
  private GroupingAccuracy() {}

  /** A labelled message of a Loghub sheet. */
  record Labelled(String content, String event) {}

  static double of(List<String> found, List<String> truth) {
    Map<String, Set<Integer>> byFound = groups(found);
    Map<String, Set<Integer>> byTruth = groups(truth);
    long right = 0;
    for (Set<Integer> group : byFound.values()) {
      if (byTruth.get(truth.get(group.iterator().next())).equals(group)) {
        right += group.size();
      }
    }
    return found.isEmpty() ? 1 : (double) right / found.size();
  }

  private static Map<String, Set<Integer>> groups(List<String> labels) {
    Map<String, Set<Integer>> groups = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      groups.computeIfAbsent(labels.get(i), l -> new HashSet<>()).add(i);
    }
    return groups;
  }

  static List<String> mined(List<Labelled> sheet) {
    Templates templates = new Templates();
    int[] shapes = sheet.stream().mapToInt(row -> templates.add(row.content())).toArray();
    List<Template> byShape = templates.byShape();
    List<String> found = new ArrayList<>();
    for (int shape : shapes) {
      found.add(byShape.get(shape).text());
    }
    return found;
  }

  /** The labelled messages of a {@code *.log_structured.csv}. */
  static List<Labelled> sheet(Path csv) throws IOException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .decode(ByteBuffer.wrap(Files.readAllBytes(csv)))
            .toString();
    List<List<String>> rows = rows(text);
    int content = rows.getFirst().indexOf("Content");
    int event = rows.getFirst().indexOf("EventId");
    return rows.stream()
        .skip(1)
        .filter(row -> row.size() > Math.max(content, event))
        .map(row -> new Labelled(row.get(content), row.get(event)))
        .toList();
  }

  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (!quoted && c == '\n') {
        row.add(cell.toString());
        rows.add(row);
        row = new ArrayList<>();
        cell.setLength(0);
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }

  /** Prints what is wrong with each sheet of a folder: {@code GroupingAccuracy FOLDER [SET]}. */
  public static void main(String[] args) throws IOException {
    Map<String, Double> all = new TreeMap<>();
    try (var files = Files.list(Path.of(args[0]))) {
      for (Path csv :
          files.filter(f -> f.toString().endsWith("structured.csv")).sorted().toList()) {
        List<Labelled> sheet = sheet(csv);
        List<String> found = mined(sheet);
        String name = csv.getFileName().toString().replaceAll("_2k.*", "");
        List<String> truth = sheet.stream().map(Labelled::event).toList();
        all.put(name, of(found, truth));
        if (args.length > 1 && name.equals(args[1])) {
          explain(found, truth, sheet);
        }
      }
    }
    all.forEach((name, accuracy) -> System.out.printf("%-12s %.4f%n", name, accuracy));
    System.out.printf(
        "mean %.4f%n", all.values().stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }

  private static void explain(List<String> found, List<String> truth, List<Labelled> sheet) {
    Map<String, Set<Integer>> byFound = groups(found);
    List<String> lines = new ArrayList<>();
    groups(truth)
        .forEach(
            (event, rows) -> {
              Map<String, Integer> parts = new TreeMap<>();
              rows.forEach(i -> parts.merge(found.get(i), 1, Integer::sum));
              Set<Integer> whole = byFound.get(found.get(rows.iterator().next()));
              if (!rows.equals(whole)) {
                StringBuilder line = new StringBuilder();
                line.append(String.format("%05d %s%n", rows.size(), event));
                parts.entrySet().stream()
                    .limit(8)
                    .forEach(
                        part -> {
                          Set<String> events = new HashSet<>();
                          byFound.get(part.getKey()).forEach(i -> events.add(truth.get(i)));
                          line.append(
                              String.format(
                                  "      %d of %d %s %s%n",
                                  part.getValue(),
                                  byFound.get(part.getKey()).size(),
                                  events,
                                  part.getKey()));
                        });
                lines.add(line.toString());
              }
            });
    lines.stream().sorted(Comparator.reverseOrder()).forEach(System.out::print);
  }
}
