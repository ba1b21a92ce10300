package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The outages that the author doesn't count. That the logs hold none would not be so. */
final class SetAsideFacts {
  private static final int MOST_LINES = 4;

  private final List<SetAside> outages;
  private final Telling telling;

  SetAsideFacts(Incident incident, Telling telling) {
    this.outages = outages(incident);
    this.telling = telling;
  }

  /** By start. */
  static List<SetAside> outages(Incident incident) {
    return incident.dossier().setAside().stream()
        .filter(one -> one.finding().details() instanceof Details.Outage)
        .sorted(Comparator.comparing(one -> one.finding().start()))
        .toList();
  }

  /** What they were and why they don't count; nothing where there are none. */
  Optional<String> sentence() {
    if (outages.isEmpty()) {
      return Optional.empty();
    }
    Instant from = outages.getFirst().finding().start();
    Instant to =
        outages.stream()
            .map(one -> one.finding().range().to())
            .max(Comparator.naturalOrder())
            .orElse(from);
    boolean one = outages.size() == 1;
    List<String> reasons = outages.stream().map(SetAside::reason).distinct().toList();
    String why = reasons.size() == 1 ? reasons.getFirst().strip() : "";
    return Optional.of(
        telling.say(
            (one ? "An outage was found from " : outages.size() + " outages were found between ")
                + Wording.at(from)
                + (one ? " to " : " and ")
                + Wording.at(to)
                + " UTC, and the author set "
                + (one ? "it" : "them")
                + " aside"
                + (why.isEmpty() ? "" : ": " + telling.text(why)),
            lines()));
  }

  /** Whether one begins after an instant. */
  boolean after(Instant instant) {
    return outages.stream().anyMatch(one -> one.finding().start().isAfter(instant));
  }

  private List<Evidence> lines() {
    return outages.stream()
        .flatMap(one -> one.finding().evidence().stream().limit(1))
        .limit(MOST_LINES)
        .toList();
  }
}
