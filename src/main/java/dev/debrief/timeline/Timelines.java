package dev.debrief.timeline;

import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes timelines. */
public final class Timelines {
  /** The most error signatures that get a lane of their own. */
  public static final int SIGNATURES_SHOWN = 8;

  private Timelines() {}

  /** The timeline of a case. Linear in the conclusions; reads no records. */
  public static Timeline of(
      String app,
      Conclusions conclusions,
      List<Source> sources,
      List<Annotation> notes,
      Density density) {
    TimeRange logs = hull(FactLanes.logs(sources));
    TimeRange extent =
        hull(
            Stream.of(
                    FactLanes.all(sources),
                    conclusions.findings().stream().map(Finding::range),
                    conclusions.changes().stream().map(c -> instant(c.moment().at())),
                    conclusions.lives().stream()
                        .flatMap(life -> life.phases().stream())
                        .map(phase -> phase.range()),
                    notes.stream().map(Timelines::range))
                .flatMap(s -> s));
    Instant seenUntil = logs.equals(NOTHING) ? extent.to() : logs.to();
    List<Lane> lanes = new ArrayList<>();
    lanes.addAll(FindingLanes.outages(conclusions));
    lanes.addAll(FactLanes.notes(notes));
    lanes.addAll(FactLanes.changes(conclusions, seenUntil));
    lanes.addAll(FindingLanes.causes(conclusions));
    lanes.addAll(MachineLanes.of(conclusions));
    lanes.addAll(FindingLanes.signals(conclusions));
    lanes.addAll(FindingLanes.silences(conclusions));
    lanes.addAll(CountLanes.errors(conclusions, density));
    lanes.addAll(CountLanes.requests(density));
    lanes.addAll(CountLanes.log(density));
    lanes.addAll(FactLanes.sources(sources));
    return new Timeline(
        app,
        extent,
        focus(conclusions, logs, extent),
        lanes,
        FindingLanes.gaps(conclusions),
        density);
  }

  /**
   * The timeline as the JSON that {@code debrief timeline --json} prints, ending in a line feed.
   */
  public static String json(Timeline timeline) {
    return TimelineJson.of(timeline);
  }

  /** What each source that is a log covers: from its first known time to just after its last. */
  public static List<TimeRange> logged(List<Source> sources) {
    return FactLanes.logs(sources)
        .map(range -> new TimeRange(range.from(), range.to().plusNanos(1)))
        .toList();
  }

  /** From a note's start to its end, or an empty range at its instant. */
  static TimeRange range(Annotation note) {
    Instant end = note.end();
    return new TimeRange(
        note.start(), end == null || end.isBefore(note.start()) ? note.start() : end);
  }

  private static final TimeRange NOTHING = new TimeRange(Instant.EPOCH, Instant.EPOCH);

  private static TimeRange instant(Instant at) {
    return new TimeRange(at, at);
  }

  private static TimeRange hull(Stream<TimeRange> ranges) {
    return ranges
        .reduce(
            (a, b) ->
                new TimeRange(
                    a.from().isBefore(b.from()) ? a.from() : b.from(),
                    a.to().isAfter(b.to()) ? a.to() : b.to()))
        .orElse(NOTHING);
  }

  /** The outages with a good tenth of air, never beyond what is known but by a little. */
  private static TimeRange focus(Conclusions conclusions, TimeRange logs, TimeRange extent) {
    TimeRange outages =
        hull(
            conclusions.findings().stream()
                .filter(f -> f.details() instanceof Details.Outage)
                .map(Finding::range));
    TimeRange known = logs.equals(NOTHING) ? extent : logs;
    if (outages.equals(NOTHING)) {
      return widened(known, 0.02);
    }
    TimeRange airy = widened(outages, 0.14);
    TimeRange all = widened(known, 0.02);
    Instant from = airy.from().isBefore(all.from()) ? all.from() : airy.from();
    Instant to = airy.to().isAfter(all.to()) ? all.to() : airy.to();
    return from.isBefore(to) ? new TimeRange(from, to) : airy;
  }

  /** A range with air on both sides; never shorter than two seconds. */
  static TimeRange widened(TimeRange range, double share) {
    long air = Math.round((Nanos.of(range.to()) - Nanos.of(range.from())) * share);
    Duration margin = Duration.ofNanos(Math.max(air, Nanos.SECOND));
    return new TimeRange(range.from().minus(margin), range.to().plus(margin));
  }
}
