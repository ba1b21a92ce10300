package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Verdict;
import dev.debrief.report.Incident.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a history as attempts. A release of the same image that changed nothing belongs to
 * the attempt before it; one after which a known cause first shows stands for itself.
 */
final class Attempts {
  private final Map<String, Found<Details.KnownCause>> firsts = new LinkedHashMap<>();

  Attempts(Incident incident) {
    for (Found<Details.KnownCause> cause : incident.all(Details.KnownCause.class)) {
      firsts.putIfAbsent(cause.details().rule(), cause);
    }
  }

  /**
   * One attempt.
   *
   * @param changes the first, and those of the same image that followed; at least one
   * @param next when the next attempt was made, null where none was
   * @param firstSeen the known causes whose first line comes between this and the next
   */
  record Attempt(
      List<Change> changes, @Nullable Instant next, List<Found<Details.KnownCause>> firstSeen) {
    Change first() {
      return changes.getFirst();
    }

    Change last() {
      return changes.getLast();
    }
  }

  /** The attempts that these changes make, in their order. */
  List<Attempt> of(List<Change> changes) {
    List<List<Change>> runs = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      Instant next = i + 1 < changes.size() ? changes.get(i + 1).moment().at() : null;
      if (!runs.isEmpty() && joins(runs.getLast(), change, next)) {
        runs.getLast().add(change);
      } else {
        runs.add(new ArrayList<>(List.of(change)));
      }
    }
    List<Attempt> out = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Instant next = i + 1 < runs.size() ? runs.get(i + 1).getFirst().moment().at() : null;
      Instant from = runs.get(i).getFirst().moment().at();
      out.add(new Attempt(List.copyOf(runs.get(i)), next, between(from, next)));
    }
    return out;
  }

  private boolean joins(List<Change> run, Change change, @Nullable Instant next) {
    boolean alike =
        change.kind() == ChangeKind.CONFIG
            && change.impact() == run.getLast().impact()
            && (change.impact() == Verdict.NO_EFFECT
                || change.impact() == Verdict.INCONCLUSIVE
                || change.impact() == Verdict.NEUTRAL);
    boolean stops =
        change.kind() == run.getFirst().kind()
            && (change.kind() == ChangeKind.STOP || change.kind() == ChangeKind.START)
            && change.impact() == run.getFirst().impact();
    return (alike || stops) && between(change.moment().at(), next).isEmpty();
  }

  private List<Found<Details.KnownCause>> between(Instant from, @Nullable Instant to) {
    return firsts.values().stream()
        .filter(cause -> !cause.start().isBefore(from))
        .filter(cause -> to == null || cause.start().isBefore(to))
        .toList();
  }
}
