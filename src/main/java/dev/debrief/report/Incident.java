package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dossier's conclusions as a writer and a reader of reports ask for them. */
final class Incident {
  private static final Set<String> STREAMS =
      Set.of("fly-text", "fly-json", "shipper-ndjson", "elixir-console");

  private final Dossier dossier;

  Incident(Dossier dossier) {
    this.dossier = dossier;
  }

  /** A finding with its details in their own type. */
  record Found<D extends Details>(Finding finding, D details) {
    Instant start() {
      return finding.start();
    }

    /** Its end, or its start where it is an instant. */
    Instant end() {
      return finding.range().to();
    }

    Duration length() {
      return finding.range().length();
    }
  }

  Dossier dossier() {
    return dossier;
  }

  /** The findings of a kind, by start. */
  <D extends Details> List<Found<D>> all(Class<D> type) {
    return dossier.conclusions().findings().stream()
        .filter(finding -> type.isInstance(finding.details()))
        .map(finding -> new Found<>(finding, type.cast(finding.details())))
        .sorted(Comparator.comparing(Found::start))
        .toList();
  }

  /** Exits that nobody asked for, but for one-offs that had done their work. */
  List<Found<Details.Exit>> crashes() {
    return all(Details.Exit.class).stream().filter(exit -> exit.details().unasked()).toList();
  }

  List<Found<Details.Outage>> outages() {
    return all(Details.Outage.class);
  }

  /** From the first outage's start to the last one's end. */
  Optional<TimeRange> outageWindow() {
    return span(outages());
  }

  /** The time of trouble: the outages, or else the crashes and the causes that matched. */
  Optional<TimeRange> trouble() {
    return outageWindow()
        .or(() -> span(all(Details.RestartBurst.class)))
        .or(() -> span(crashes()))
        .or(() -> span(all(Details.KnownCause.class)));
  }

  private static <D extends Details> Optional<TimeRange> span(List<Found<D>> findings) {
    return findings.stream()
        .map(Found::start)
        .min(Comparator.naturalOrder())
        .map(
            from ->
                new TimeRange(
                    from,
                    findings.stream().map(Found::end).max(Comparator.naturalOrder()).orElse(from)));
  }

  /** From the first to the last line of the log streams, or of everything where there is none. */
  Optional<TimeRange> logged() {
    return covered(source -> STREAMS.contains(source.format())).or(() -> covered(source -> true));
  }

  private Optional<TimeRange> covered(Predicate<Source> which) {
    List<Source> sources = dossier.sources().stream().filter(which).toList();
    Stream<Instant> ends =
        sources.stream()
            .flatMap(source -> Stream.ofNullable(source.last()))
            .filter(Objects::nonNull);
    Optional<Instant> last = ends.max(Comparator.naturalOrder());
    return sources.stream()
        .flatMap(source -> Stream.ofNullable(source.first()))
        .min(Comparator.naturalOrder())
        .flatMap(first -> last.map(end -> new TimeRange(first, end)));
  }

  /**
   * The lines that bound what the log tells: where it begins and where it ends. What is not in it
   * is shown by these.
   */
  List<Evidence> bounds() {
    List<Source> logs =
        dossier.sources().stream().filter(source -> STREAMS.contains(source.format())).toList();
    List<Source> all = logs.isEmpty() ? dossier.sources() : logs;
    List<Evidence> out = new ArrayList<>();
    all.stream()
        .filter(source -> source.first() != null)
        .min(Comparator.comparing(source -> Objects.requireNonNull(source.first())))
        .ifPresent(source -> ends(source).stream().limit(1).forEach(out::add));
    all.stream()
        .filter(source -> source.last() != null)
        .max(Comparator.comparing(source -> Objects.requireNonNull(source.last())))
        .ifPresent(source -> out.addAll(ends(source).reversed().stream().limit(1).toList()));
    if (out.isEmpty()) {
      all.stream()
          .map(this::ends)
          .filter(ends -> !ends.isEmpty())
          .findFirst()
          .ifPresent(out::addAll);
    }
    return out.stream().distinct().toList();
  }

  /** A source's first and last line that the case holds something of. */
  List<Evidence> ends(Source source) {
    return dossier.lookup().ends(source).stream().map(Entry::evidence).distinct().toList();
  }

  /** The lines that show the change history: its first and its last entry, or the log's bounds. */
  List<Evidence> history() {
    List<Evidence> out = new ArrayList<>();
    List<Change> all = changes();
    if (!all.isEmpty()) {
      out.addAll(all.getFirst().evidence().stream().limit(1).toList());
      out.addAll(all.getLast().evidence().stream().limit(1).toList());
    }
    return out.isEmpty() ? bounds() : out.stream().distinct().toList();
  }

  /** The changes to what ran: all but commits, oldest first. */
  List<Change> changes() {
    return dossier.conclusions().changes().stream()
        .filter(change -> change.kind() != ChangeKind.COMMIT)
        .toList();
  }

  /** The commits, oldest first. */
  List<Change> commits() {
    return dossier.conclusions().changes().stream()
        .filter(change -> change.kind() == ChangeKind.COMMIT)
        .toList();
  }

  /** The changes made while it went on, one hour to either side; all where there was no trouble. */
  List<Change> attempts() {
    Optional<TimeRange> trouble = trouble();
    return changes().stream()
        .filter(
            change ->
                trouble
                    .map(
                        range ->
                            change.moment().latest().isAfter(range.from().minusSeconds(3600))
                                && change
                                    .moment()
                                    .earliest()
                                    .isBefore(range.to().plusSeconds(3600)))
                    .orElse(true))
        .toList();
  }

  /** The last change before the attempts, if the history shows one. */
  Optional<Change> baseline() {
    List<Change> attempts = attempts();
    List<Change> all = changes();
    if (attempts.isEmpty()) {
      return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
    int first = all.indexOf(attempts.getFirst());
    return first > 0 ? Optional.of(all.get(first - 1)) : Optional.empty();
  }

  List<Change> judged(Verdict verdict) {
    return dossier.conclusions().judged(verdict);
  }

  /**
   * The change that a line means by a name. Where two apps of the case have one of that name, the
   * line must tell whose it means.
   */
  Optional<Change> change(String name, String line) {
    List<Change> named =
        dossier.conclusions().changes().stream()
            .filter(change -> change.change().equals(name))
            .toList();
    if (named.stream().map(Change::app).distinct().count() < 2) {
      return named.stream().findFirst();
    }
    List<Change> meant = named.stream().filter(change -> line.contains(change.app())).toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  /** The change that a line tells of. */
  Optional<Change> changeAt(Evidence line) {
    return changes().stream().filter(change -> change.evidence().contains(line)).findFirst();
  }

  /** Whether a change was made before the log begins, so that it tells nothing of its effect. */
  boolean beforeTheLog(Change change) {
    return logged().filter(range -> change.moment().latest().isBefore(range.from())).isPresent();
  }

  /** What a change did, as a finding. */
  Optional<Found<Details.ChangeImpact>> impact(Change change) {
    return dossier
        .conclusions()
        .impactOf(change)
        .map(finding -> new Found<>(finding, (Details.ChangeImpact) finding.details()));
  }

  /** {@code , of which the log is missing for 2 h}, or nothing where the log is whole. */
  String missingIn(TimeRange range) {
    Duration missing = Duration.ZERO;
    for (Found<Details.LogGap> gap : all(Details.LogGap.class)) {
      Instant from = gap.start().isAfter(range.from()) ? gap.start() : range.from();
      Instant to = gap.end().isBefore(range.to()) ? gap.end() : range.to();
      missing = from.isBefore(to) ? missing.plus(Duration.between(from, to)) : missing;
    }
    return missing.isZero() ? "" : ", of which the log is missing for " + Wording.length(missing);
  }

  /** The lines by which the known causes are told already. */
  static Set<Evidence> told(Incident incident) {
    return incident.all(Details.KnownCause.class).stream()
        .flatMap(cause -> cause.finding().evidence().stream())
        .collect(Collectors.toSet());
  }

  /** The machines that anything tells of. */
  List<String> machines() {
    Stream<String> lives = dossier.conclusions().lives().stream().map(MachineLife::machine);
    Stream<String> findings =
        dossier.conclusions().findings().stream().flatMap(finding -> finding.machines().stream());
    return Stream.concat(lives, findings).filter(id -> !id.isEmpty()).distinct().sorted().toList();
  }
}
