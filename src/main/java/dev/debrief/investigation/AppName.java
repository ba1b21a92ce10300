package dev.debrief.investigation;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.FindingKind;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The app's name where no log line bears it: an image's reference does, since the platform's
 * registry names a repository after its app ({@code registry.fly.io/APP:deployment-…}).
 */
final class AppName {
  private static final String REGISTRY = "registry.fly.io/";

  private AppName() {}

  /** The name that most of the facts bear, the first by alphabet among equals; empty where none. */
  static String of(List<Entry> facts) {
    Map<String, Long> named =
        facts.stream()
            .map(AppName::of)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    return named.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The app that a report of several is about: the one that was down longest; empty where none. */
  static String failing(Conclusions conclusions) {
    Map<String, String> apps = new TreeMap<>();
    conclusions.lives().forEach(life -> apps.put(life.machine(), life.app()));
    if (apps.values().stream().distinct().count() < 2) {
      return "";
    }
    return conclusions.findings().stream()
        .filter(finding -> finding.kind() == FindingKind.OUTAGE)
        .max(Comparator.comparing(finding -> finding.range().length()))
        .flatMap(finding -> finding.machines().stream().findFirst())
        .map(machine -> apps.getOrDefault(machine, ""))
        .orElse("");
  }

  private static String of(Entry fact) {
    return switch (fact) {
      case Release release -> release.app().isEmpty() ? repository(release.image()) : release.app();
      case MachineSnapshot machine ->
          machine.app().isEmpty() ? repository(machine.image()) : machine.app();
      case Operation operation ->
          operation.app().isEmpty() ? repository(operation.image()) : operation.app();
      default -> "";
    };
  }

  private static String repository(String image) {
    int begin = image.startsWith(REGISTRY) ? REGISTRY.length() : 0;
    int end = begin;
    while (end < image.length() && ":@/".indexOf(image.charAt(end)) < 0) {
      end++;
    }
    return begin == 0 && (end == image.length() || image.charAt(end) == '/')
        ? ""
        : image.substring(begin, end);
  }
}
