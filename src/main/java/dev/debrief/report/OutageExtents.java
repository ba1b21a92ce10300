package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.report.Incident.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences of the {@link Story} on how long outages lasted and what they hit. */
final class OutageExtents {
  /** The most outages beside the worst that are told each. */
  private static final int OTHERS = 2;

  private final Incident incident;
  private final Course course;
  private final Telling telling;

  OutageExtents(Incident incident, Course course, Telling telling) {
    this.incident = incident;
    this.course = course;
    this.telling = telling;
  }

  /** How long the worst lasted, which requests it hit and which machines ended in it. */
  List<String> of(Found<Details.Outage> outage) {
    List<String> out = new ArrayList<>();
    out.add(lasted(outage));
    hit(outage).ifPresent(out::add);
    crashes(outage).ifPresent(out::add);
    return out;
  }

  private String lasted(Found<Details.Outage> outage) {
    boolean over = outage.finding().end() != null;
    Optional<String> app = course.app();
    String what =
        outage.details().whole()
            ? "The app" + app.map(name -> " " + telling.code(name)).orElse("") + " was down"
            : "A part of the requests" + to(app) + " failed";
    return telling.say(
        what
            + (over
                ? span(outage)
                : " from " + Wording.at(outage.start()) + " UTC on, and still when the log ends"),
        ends(outage));
  }

  private String to(Optional<String> app) {
    return app.map(name -> " to " + telling.code(name)).orElse("");
  }

  private static String span(Found<Details.Outage> outage) {
    return " for **"
        + Wording.length(outage.length())
        + "**, from "
        + Wording.at(outage.start())
        + " to "
        + Wording.at(outage.end())
        + " UTC";
  }

  private static List<Evidence> ends(Found<Details.Outage> outage) {
    return Telling.both(
        outage.finding().evidence().stream().limit(1).toList(), OutageFacts.endEvidence(outage));
  }

  /** How many requests it hit, and of what, where that is one thing. */
  private Optional<String> hit(Found<Details.Outage> outage) {
    return OutageFacts.requests(outage.details(), to(course.app()))
        .map(words -> telling.say(words + on(outage.details()), outage.finding().evidence()));
  }

  private static String when(Found<Details.Outage> other, Found<Details.Outage> told) {
    if (other.end().isBefore(told.start())) {
      return "Before that ";
    }
    return other.start().isAfter(told.end()) ? "After that " : "Meanwhile ";
  }

  private String on(Details.Outage outage) {
    if (outage.endpoints().isEmpty()) {
      return "";
    }
    String first = telling.code(outage.endpoints().getFirst());
    if (outage.endpoints().size() == 1) {
      return OutageFacts.all(outage) ? ", all on " + first : ", on " + first + " alone";
    }
    return outage.onOneEndpoint() ? ", most of them on " + first : "";
  }

  /** The machines that ended unasked while it lasted. */
  private Optional<String> crashes(Found<Details.Outage> outage) {
    List<Found<Details.Exit>> during =
        incident.crashes().stream()
            .filter(exit -> !exit.start().isBefore(outage.start()))
            .filter(exit -> !exit.start().isAfter(outage.end()))
            .toList();
    return during.isEmpty()
        ? Optional.empty()
        : Optional.of(new CrashFacts(incident, telling).total(during));
  }

  /** The other outages: the first two each in a sentence, the rest counted. */
  List<String> others(Found<Details.Outage> told) {
    List<String> out = new ArrayList<>();
    List<Found<Details.Outage>> others =
        incident.outages().stream().filter(one -> !one.equals(told)).toList();
    for (Found<Details.Outage> other : others.stream().limit(OTHERS).toList()) {
      Optional<String> app = course.of(other).app();
      Optional<Change> end = course.of(other).ended();
      out.add(
          telling.say(
              when(other, told)
                  + (other.details().whole()
                      ? app.map(telling::code).orElse("it") + " was down"
                      : "a part of the requests" + to(app) + " failed")
                  + (other.finding().end() == null
                      ? " from " + Wording.at(other.start()) + " UTC on"
                      : span(other))
                  + end.map(change -> "; that ended with " + ChangeWords.called(change, telling))
                      .orElse(""),
              Telling.both(ends(other), end.map(Change::evidence).orElse(List.of()))));
    }
    if (others.size() > OTHERS) {
      out.add(
          telling.say(
              Wording.count(others.size() - OTHERS, "more outage is", "more outages are")
                  + " listed below",
              others.getLast().finding().evidence()));
    }
    new SetAsideFacts(incident, telling).sentence().ifPresent(out::add);
    return out;
  }
}
