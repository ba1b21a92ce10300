package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.Details;
import dev.debrief.model.Details.Outage.Phase;
import dev.debrief.model.Evidence;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long it lasted, when it was seen, what it cost, as far as the lines tell. */
final class OutageFacts {
  private static final int ENDPOINTS = 8;

  private final Incident incident;
  private final Telling telling;

  OutageFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** The lines that show the recovery. */
  static List<Evidence> endEvidence(Found<Details.Outage> outage) {
    Phase ended = outage.details().ended();
    if (ended != null) {
      List<Evidence> lines = new ArrayList<>();
      if (ended.after() != null) {
        lines.add(ended.after());
      }
      if (ended.before() != null) {
        lines.add(ended.before());
      }
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    List<Evidence> all = outage.finding().evidence();
    return all.isEmpty() ? all : List.of(all.getLast());
  }

  /** One entry an outage, for templates. */
  List<Map<String, Object>> outages() {
    return incident.outages().stream().map(this::outage).toList();
  }

  private Map<String, Object> outage(Found<Details.Outage> outage) {
    boolean over = outage.finding().end() != null;
    List<Evidence> ends = Telling.both(firstOf(outage.finding().evidence()), endEvidence(outage));
    String span = Wording.at(outage.start()) + " UTC to " + Wording.at(outage.end()) + " UTC";
    String whose = app(outage).map(app -> ", " + app).orElse("");
    return Map.of(
        "extent", outage.details().extent(),
        "duration", over ? Wording.length(outage.length()) : "not over when the log ends",
        "start", Wording.at(outage.start()),
        "end", over ? Wording.at(outage.end()) : "not in these logs",
        "sentence",
            over
                ? telling.say(
                    "**" + Wording.length(outage.length()) + "** (" + span + ")" + whose, ends)
                : telling.say(
                    "From "
                        + Wording.at(outage.start())
                        + " UTC, not over when the log ends"
                        + whose,
                    ends),
        "phases", phases(outage),
        "scope", scope(outage));
  }

  /** Which app was hit, where the case holds several. */
  private Optional<String> app(Found<Details.Outage> outage) {
    return new Course(incident.dossier().conclusions()).of(outage).app().map(telling::code);
  }

  private static List<Evidence> firstOf(List<Evidence> lines) {
    return lines.isEmpty() ? lines : List.of(lines.getFirst());
  }

  /** When it began, was noticed, was eased and ended: each an interval between two lines. */
  private List<String> phases(Found<Details.Outage> outage) {
    List<String> out = new ArrayList<>();
    phase(out, "It began", outage.details().began());
    noticed(out, outage.details().detected());
    phase(
        out,
        "It was mitigated (a machine ran again, requests or checks still failed)",
        outage.details().mitigated());
    phase(out, "It ended", outage.details().ended());
    spread(out, outage.details());
    return out;
  }

  /**
   * The first sign that it was noticed: what the platform said, or what was done about it. It may
   * have been noticed before, and acted on later; the log shows neither.
   */
  private void noticed(List<String> out, @Nullable Phase phase) {
    if (phase == null || phase.after() == null) {
      return;
    }
    Optional<Change> answer = incident.changeAt(phase.after());
    String when = Wording.at(phase.notAfter()) + " UTC";
    out.add(
        telling.say(
            answer
                .map(
                    change ->
                        "The first change after that is "
                            + ChangeWords.called(change, telling)
                            + ", at "
                            + Wording.at(change.moment())
                            + " UTC: somebody had noticed by then, if it is an answer")
                .orElse("The platform itself first reported it at " + when),
            List.of(phase.after())));
  }

  private void phase(List<String> out, String what, @Nullable Phase phase) {
    if (phase == null) {
      return;
    }
    List<Evidence> lines = new ArrayList<>();
    if (phase.before() != null) {
      lines.add(phase.before());
    }
    if (phase.after() != null) {
      lines.add(phase.after());
    }
    if (lines.isEmpty()) {
      return; // a time that no line carries is not told
    }
    String when =
        phase.notBefore().equals(phase.notAfter())
            ? " at " + Wording.at(phase.notAfter()) + " UTC"
            : " between "
                + Wording.at(phase.notBefore())
                + " and "
                + Wording.at(phase.notAfter())
                + " UTC";
    out.add(telling.say(what + when, lines));
  }

  /** The shortest and the longest that the two bounds allow, where they differ by a second. */
  private void spread(List<String> out, Details.Outage outage) {
    Phase began = outage.began();
    Phase ended = outage.ended();
    if (began == null || ended == null) {
      return;
    }
    Duration least = Duration.between(began.notAfter(), ended.notBefore());
    Duration most = Duration.between(began.notBefore(), ended.notAfter());
    if (least.isNegative() || Wording.length(least).equals(Wording.length(most))) {
      return;
    }
    List<Evidence> lines = new ArrayList<>();
    for (Evidence line :
        new Evidence[] {began.before(), began.after(), ended.before(), ended.after()}) {
      if (line != null) {
        lines.add(line);
      }
    }
    out.add(
        telling.say(
            "Between these bounds it can have lasted from "
                + Wording.length(least)
                + " to "
                + Wording.length(most),
            lines));
  }

  /**
   * How many requests failed, where the log tells.
   *
   * @param whose whose requests were counted, {@code to `shop`}, or empty
   */
  static Optional<String> requests(Details.Outage outage, String whose) {
    if (outage.requestsFailed() == null || outage.requestsSeen() == null) {
      return Optional.empty();
    }
    long failed = outage.requestsFailed();
    long seen = outage.requestsSeen();
    String shown = whose + " that the log shows in this time failed";
    if (all(outage)) {
      return Optional.of(
          seen == 1
              ? "The only request" + shown
              : "All " + Wording.number(seen) + " requests" + shown);
    }
    String share = seen == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * failed / seen);
    return Optional.of(
        Wording.number(failed) + " of the " + Wording.number(seen) + " requests" + shown + share);
  }

  /** Whether every request that the log shows failed. */
  static boolean all(Details.Outage outage) {
    return outage.requestsSeen() != null
        && outage.requestsSeen() > 0
        && outage.requestsSeen().equals(outage.requestsFailed());
  }

  /** Who and what was hit. */
  private List<String> scope(Found<Details.Outage> outage) {
    List<String> out = new ArrayList<>();
    Details.Outage details = outage.details();
    List<Evidence> lines = outage.finding().evidence();
    String whose = app(outage).map(app -> " to " + app).orElse("");
    requests(details, whose).ifPresent(words -> out.add(telling.say(words, lines)));
    List<String> machines = outage.finding().machines();
    if (!machines.isEmpty()) {
      out.add(
          telling.say(
              "It concerned "
                  + ("one_instance".equals(details.scope())
                      ? "one machine alone"
                      : Wording.count(machines.size(), "machine", "machines"))
                  + ": "
                  + telling.codes(machines),
              lines));
    }
    List<String> endpoints = details.endpoints();
    boolean mostly = details.onOneEndpoint() && endpoints.size() > 1;
    if (endpoints.size() == 1 || mostly) {
      out.add(
          telling.say(
              (mostly
                      ? "It concerned mostly one endpoint: "
                      : all(details)
                          ? "The log shows requests to one endpoint only: "
                          : "It concerned one endpoint alone: ")
                  + telling.code(endpoints.getFirst()),
              lines));
    } else if (!endpoints.isEmpty()) {
      int more = endpoints.size() - ENDPOINTS;
      out.add(
          telling.say(
              "Failing endpoints: "
                  + Wording.list(
                      Stream.concat(
                              endpoints.stream().limit(ENDPOINTS).map(telling::code),
                              more > 0 ? Stream.of(more + " more") : Stream.empty())
                          .toList()),
              lines));
    }
    return out;
  }
}
