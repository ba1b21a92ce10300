package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineLife;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The machines as logs and events show them: which there were, how each was before and at last. */
final class MachineFacts {
  /** How near the trouble a machine must have been seen to be told of as it was before. */
  private static final Duration BEFORE = Duration.ofHours(1);

  private final Incident incident;
  private final Telling telling;

  MachineFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  private List<MachineLife> lives() {
    return incident.dossier().conclusions().lives().stream()
        .filter(life -> life.phases().stream().anyMatch(phase -> !phase.evidence().isEmpty()))
        .toList();
  }

  private String named(MachineLife life) {
    return telling.code(life.machine())
        + (life.region().isBlank() ? "" : " in " + telling.code(life.region()));
  }

  /** One entry a machine, for templates. */
  List<Map<String, Object>> machines() {
    List<Map<String, Object>> out = new ArrayList<>();
    for (MachineLife life : lives()) {
      var first = life.phases().getFirst();
      var last = life.phases().getLast();
      String state = last.state().name().toLowerCase(Locale.ROOT);
      out.add(
          Map.of(
              "machine",
              telling.code(life.machine()),
              "region",
              life.region().isBlank() ? "region not known" : telling.code(life.region()),
              "state",
              state,
              "sentence",
              telling.say(
                  "Machine "
                      + named(life)
                      + ": seen from "
                      + Wording.at(first.range().from())
                      + " UTC, "
                      + state
                      + " when last seen, "
                      + Wording.at(last.range().to())
                      + " UTC",
                  ends(life))));
    }
    return out;
  }

  /** All of them in one sentence; none where none is named. */
  List<String> list() {
    List<MachineLife> lives = lives();
    if (lives.isEmpty()) {
      return List.of();
    }
    List<Evidence> lines = lives.stream().flatMap(life -> ends(life).stream().limit(1)).toList();
    return List.of(telling.say(Wording.list(lives.stream().map(this::named).toList()), lines));
  }

  /** Those that were up before the trouble, and for how long. */
  List<String> before() {
    Optional<TimeRange> trouble = incident.trouble();
    List<String> out = new ArrayList<>();
    for (MachineLife life : lives()) {
      life.phases().stream()
          .filter(phase -> phase.state() == MachineLife.State.UP && !phase.evidence().isEmpty())
          .filter(
              phase ->
                  trouble
                      .map(
                          range ->
                              !phase.range().from().isAfter(range.from())
                                  && phase.range().to().isAfter(range.from().minus(BEFORE)))
                      .orElse(true))
          .reduce((first, second) -> second)
          .ifPresent(
              phase ->
                  out.add(
                      telling.say(
                          "Machine "
                              + named(life)
                              + " was up from "
                              + Wording.at(phase.range().from())
                              + " to "
                              + Wording.at(phase.range().to())
                              + " UTC",
                          phase.evidence())));
    }
    return out;
  }

  /** What the last change left running. */
  List<String> deployed() {
    return incident.changes().stream()
        .filter(change -> !change.image().isBlank())
        .reduce((first, second) -> second)
        .map(this::deployed)
        .stream()
        .toList();
  }

  private String deployed(Change change) {
    return telling.say(
        "The last release in the evidence is "
            + ChangeWords.called(change, telling)
            + ", made "
            + Wording.at(change.moment())
            + " UTC, image "
            + telling.code(change.image()),
        change.evidence());
  }

  /** The lines that a life begins and ends with. */
  private static List<Evidence> ends(MachineLife life) {
    List<Evidence> all =
        life.phases().stream().flatMap(phase -> phase.evidence().stream()).toList();
    return all.isEmpty()
        ? all
        : List.of(all.getFirst(), all.getLast()).stream().distinct().toList();
  }
}
