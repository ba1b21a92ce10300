package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Verdict;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The outage that a report is about, and what each change was to it: which began it, which ended
 * it, which eased it without ending it, which did nothing. Drawn from the conclusions alone, so
 * that whoever tells of it tells the same.
 */
public final class Course {
  /** A change this long before an outage may have begun it; failures need not show at once. */
  private static final Duration LEAD = Duration.ofHours(1);

  /**
   * How long after an outage's end the change that ended it may be dated: a release is dated late.
   */
  private static final Duration LAG = Duration.ofMinutes(5);

  /** A change that ended an outage ended it within this: what goes on longer, it only eased. */
  private static final Duration RECOVERY = Duration.ofHours(1);

  /** A machine that a person starts is up, or not, within this; its event may trail the log. */
  private static final Duration RESTART = Duration.ofMinutes(2);

  private final Conclusions conclusions;
  private final Optional<Found<Details.Outage>> outage;

  /** Whose machines were hit: another app's changes did nothing to them. */
  private final Set<String> apps;

  /** The course of these conclusions' worst outage. */
  public Course(Conclusions conclusions) {
    this(
        conclusions,
        Conclusions.worstOutage(conclusions.findings())
            .map(finding -> new Found<>(finding, (Details.Outage) finding.details())));
  }

  private Course(Conclusions conclusions, Optional<Found<Details.Outage>> outage) {
    this.conclusions = conclusions;
    this.outage = outage;
    this.apps =
        outage
            .map(
                found ->
                    conclusions.lives().stream()
                        .filter(life -> found.finding().machines().contains(life.machine()))
                        .map(MachineLife::app)
                        .filter(app -> !app.isEmpty())
                        .collect(Collectors.toSet()))
            .orElse(Set.of());
  }

  /** The course of another outage of the same conclusions. */
  Course of(Found<Details.Outage> other) {
    return new Course(conclusions, Optional.of(other));
  }

  /** The outage to tell of: whole before partial, then the longest. */
  Optional<Found<Details.Outage>> outage() {
    return outage;
  }

  /** The one app that was hit, where the case holds several. */
  Optional<String> app() {
    boolean several = conclusions.changes().stream().anyMatch(change -> !change.app().isEmpty());
    return several && apps.size() == 1 ? apps.stream().findFirst() : Optional.empty();
  }

  /** The change it began with. */
  public Optional<Change> began() {
    return outage.flatMap(
        found ->
            conclusions.judged(Verdict.INTRODUCED).stream()
                .filter(
                    change ->
                        within(change, found.start().minus(LEAD), found.start().plusSeconds(1)))
                .filter(change -> fuse(change).isEmpty())
                .reduce((earlier, later) -> later));
  }

  /**
   * The last release made in missing log after which it was there: it may have begun with it, and
   * nobody saw.
   */
  Optional<Change> hidden() {
    return outage.flatMap(
        found ->
            conclusions.changes().stream()
                .filter(change -> change.impact() == Verdict.INCONCLUSIVE)
                .filter(change -> within(change, found.start().minus(LEAD), found.start()))
                .filter(
                    change ->
                        conclusions.findings().stream()
                            .filter(gap -> gap.details() instanceof Details.LogGap)
                            .filter(gap -> within(change, gap.start(), gap.range().to()))
                            .anyMatch(gap -> !found.start().isAfter(gap.range().to().plus(LAG))))
                .reduce((earlier, later) -> later));
  }

  /** The change before it that it goes back to, though all went well at first. */
  public Optional<Change> lit() {
    return outage.flatMap(
        found ->
            conclusions.judged(Verdict.INTRODUCED).stream()
                .filter(change -> !fuse(change).isEmpty())
                .filter(change -> change.moment().at().isBefore(found.start()))
                .reduce((earlier, later) -> later));
  }

  /**
   * Whether a rollback that changed nothing acquits the code: it ran an image that had run before
   * the change the outage began with, and not one that failed already.
   */
  boolean acquits(Change rollback) {
    return began()
        .filter(
            suspect ->
                conclusions.changes().stream()
                    .filter(
                        earlier -> earlier.moment().latest().isBefore(suspect.moment().earliest()))
                    .anyMatch(
                        earlier ->
                            !earlier.image().isEmpty()
                                && earlier.image().equals(rollback.image())
                                && earlier.app().equals(rollback.app())))
        .isPresent();
  }

  /** Changes with which failures came back while it went on. */
  List<Change> again() {
    return outage
        .map(
            found ->
                conclusions.judged(Verdict.INTRODUCED).stream()
                    .filter(change -> within(change, found.start().plusSeconds(1), found.end()))
                    // A date to the minute reaches into the outage that the change began.
                    .filter(change -> began().filter(change::equals).isEmpty())
                    .toList())
        .orElse(List.of());
  }

  /** The change it ended with. */
  public Optional<Change> ended() {
    return outage
        .filter(found -> found.finding().end() != null)
        .flatMap(
            found ->
                conclusions.judged(Verdict.FIXED).stream()
                    .filter(change -> within(change, found.start(), found.end().plus(LAG)))
                    .filter(change -> within(change, found.end().minus(RECOVERY), Instant.MAX))
                    .reduce((earlier, later) -> later));
  }

  /** What a person started just as it ended: the last of these. */
  Optional<Change> started() {
    return outage
        .filter(found -> found.finding().end() != null)
        .flatMap(
            found ->
                conclusions.changes().stream()
                    .filter(change -> change.kind() == ChangeKind.START)
                    .filter(
                        change ->
                            within(change, found.end().minus(RESTART), found.end().plus(RESTART)))
                    .reduce((earlier, later) -> later));
  }

  /** Changes that ended the crashes, or some of the failures, while the outage went on. */
  List<Change> eased() {
    return outage
        .map(
            found ->
                conclusions.judged(Verdict.FIXED).stream()
                    .filter(change -> within(change, found.start(), found.end()))
                    .filter(change -> ended().filter(change::equals).isEmpty())
                    .toList())
        .orElse(List.of());
  }

  /** Changes made while it went on that did nothing. */
  public List<Change> unmoved() {
    return outage
        .map(
            found ->
                conclusions.judged(Verdict.NO_EFFECT).stream()
                    .filter(change -> within(change, found.start(), found.end()))
                    .toList())
        .orElse(List.of());
  }

  /** Whether the evidence rules the new code of a change out as the cause. */
  public boolean acquitted(Change change) {
    return conclusions.acquitsCodeOf(change.change());
  }

  /** What carries that failures long after a change go back to it, empty where nothing does. */
  String fuse(Change change) {
    return conclusions
        .impactOf(change)
        .map(finding -> finding.details() instanceof Details.ChangeImpact told ? told.fuse() : "")
        .orElse("");
  }

  private boolean within(Change change, Instant from, Instant to) {
    return (change.app().isEmpty() || apps.isEmpty() || apps.contains(change.app()))
        && !change.moment().latest().isBefore(from)
        && !change.moment().earliest().isAfter(to);
  }
}
