package dev.debrief.analysis.rule;

import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How often something was seen, from when to when, where, and the first lines that show it. */
final class Sightings {
  private @Nullable Instant first;
  private @Nullable Instant last;
  private long occurrences;
  private long lines;
  private String example = "";
  private final TreeSet<String> machines = new TreeSet<>();
  private final List<Evidence> evidence = new ArrayList<>();

  void add(Instant at, String machine, Evidence line, String message, boolean newOccurrence) {
    if (first == null || at.isBefore(first)) {
      first = at;
    }
    if (last == null || at.isAfter(last)) {
      last = at;
    }
    if (lines == 0) {
      example = message;
    }
    lines++;
    occurrences += newOccurrence ? 1 : 0;
    if (!machine.isEmpty()) {
      machines.add(machine);
    }
    if (evidence.size() < Finding.EVIDENCE_SHOWN) {
      evidence.add(line);
    }
  }

  /** Takes over what a later stretch saw. */
  void append(Sightings later) {
    if (later.last != null && (last == null || later.last.isAfter(last))) {
      last = later.last;
    }
    if (first == null) {
      first = later.first;
      example = later.example;
    }
    lines += later.lines;
    occurrences += later.occurrences;
    machines.addAll(later.machines);
    for (Evidence line : later.evidence) {
      if (evidence.size() < Finding.EVIDENCE_SHOWN) {
        evidence.add(line);
      }
    }
  }

  boolean any() {
    return lines > 0;
  }

  Instant first() {
    return Objects.requireNonNull(first);
  }

  Instant last() {
    return Objects.requireNonNull(last);
  }

  long occurrences() {
    return occurrences;
  }

  long lines() {
    return lines;
  }

  String example() {
    return example;
  }

  List<String> machines() {
    return List.copyOf(machines);
  }

  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }
}
