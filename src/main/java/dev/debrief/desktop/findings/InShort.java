package dev.debrief.desktop.findings;

import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.desktop.text.Wording;
import dev.debrief.investigation.Chapter;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a few sentences, each made from a finding and from nothing else. A draft's
 * summary tells the same in Markdown with the lines that carry it, in UTC; here a sentence leads to
 * its finding, in the time zone on show, and no line has to be looked up.
 */
public final class InShort {
  /** A change this long before an outage may have begun it; failures need not show at once. */
  private static final Duration LEAD = Duration.ofHours(1);

  /** How long after an outage's end the change that ended it may be dated. */
  private static final Duration LAG = Duration.ofMinutes(5);

  private static final int MOST = 7;

  private final Conclusions conclusions;
  private final ZoneId zone;
  private final List<Sentence> sentences = new ArrayList<>();

  private InShort(Conclusions conclusions, ZoneId zone) {
    this.conclusions = conclusions;
    this.zone = zone;
  }

  /** A sentence and the finding it stands on; none where it says what is not there. */
  public record Sentence(String text, Optional<Finding> finding) {}

  /**
   * At most seven sentences, in the order in which the draft tells them; none without conclusions.
   */
  public static List<Sentence> of(Conclusions conclusions, ZoneId zone) {
    return conclusions.equals(Conclusions.NONE) ? List.of() : new InShort(conclusions, zone).told();
  }

  private List<Sentence> told() {
    Optional<Finding> outage = Conclusions.worstOutage(conclusions.findings());
    if (outage.isPresent() && outage.get().details() instanceof Details.Outage details) {
      outage(outage.get(), details);
      began(outage.get());
      cause();
      silence();
      unmoved(outage.get());
      incidental();
      ended(outage.get(), details);
    } else {
      say(Texts.text("short.healthy"), null);
      if (!gravest()) {
        say(Texts.text("short.nothingGrave"), null);
      }
      cause();
      silence();
      incidental();
    }
    gap();
    return List.copyOf(sentences.subList(0, Math.min(MOST, sentences.size())));
  }

  private void outage(Finding finding, Details.Outage details) {
    String length = Times.duration(finding.range().length());
    String span = Times.range(finding.start(), finding.range().to(), zone);
    boolean whole = details.whole();
    Long failed = details.requestsFailed();
    Long seen = details.requestsSeen();
    String text = Texts.text(whole ? "short.down" : "short.partly", length, span);
    if (failed != null && seen != null) {
      text += " " + Texts.text("short.requests", failed, seen);
    }
    long others =
        conclusions.findings().stream().filter(f -> f.details() instanceof Details.Outage).count()
            - 1;
    if (others > 0) {
      text += " " + Texts.text("short.others", others);
    }
    say(text, finding);
  }

  private void began(Finding outage) {
    Optional<Finding> first = first(outage).or(() -> back(outage));
    if (first.isEmpty()) {
      say(Texts.text("short.beganUnknown"), outage);
      return;
    }
    say(told(first.get()), first.get());
  }

  /** The change that the outage began with. */
  private Optional<Finding> first(Finding outage) {
    return impacts(Verdict.INTRODUCED, outage.start().minus(LEAD), outage.range().to()).stream()
        .filter(finding -> !finding.start().isAfter(outage.start()))
        .filter(finding -> !lit(finding))
        .reduce((earlier, later) -> later);
  }

  /** The change long before it that it goes back to. */
  private Optional<Finding> back(Finding outage) {
    return impacts(Verdict.INTRODUCED, Instant.MIN, outage.start()).stream()
        .filter(InShort::lit)
        .reduce((earlier, later) -> later);
  }

  private static boolean lit(Finding finding) {
    return finding.details() instanceof Details.ChangeImpact impact && !impact.fuse().isEmpty();
  }

  private void cause() {
    conclusions.bestCauses().stream()
        .findFirst()
        .ifPresent(
            cause -> say(Texts.text("short.cause", cause.title()), carrying(cause).orElse(null)));
  }

  /** The known cause's finding that has a line of those which speak for it. */
  private Optional<Finding> carrying(Hypothesis cause) {
    Set<Evidence> lines =
        cause.support().stream()
            .flatMap(argument -> argument.evidence().stream())
            .collect(Collectors.toSet());
    return conclusions.findings().stream()
        .filter(finding -> finding.details() instanceof Details.KnownCause)
        .filter(finding -> finding.evidence().stream().anyMatch(lines::contains))
        .min(Comparator.comparing(Chapter::of).thenComparing(Chapter.RANK));
  }

  private void unmoved(Finding outage) {
    List<Finding> none = impacts(Verdict.NO_EFFECT, outage.start(), outage.range().to());
    if (none.isEmpty()) {
      return;
    }
    Optional<Finding> rollback = none.stream().filter(this::isRollback).findFirst();
    if (rollback.isEmpty()) {
      say(Texts.text("short.unmoved", none.size()), none.getFirst());
      return;
    }
    boolean code =
        first(outage).filter(change -> conclusions.acquitsCodeOf(name(change))).isPresent();
    say(
        Texts.text(
            code ? "short.noCode" : "short.unmovedRollback", name(rollback.get()), none.size() - 1),
        rollback.get());
  }

  private void ended(Finding outage, Details.Outage details) {
    List<Finding> fixed = impacts(Verdict.FIXED, outage.start(), outage.range().to().plus(LAG));
    if (details.ended() == null) {
      say(Texts.text("short.endUnknown"), outage);
    } else if (fixed.isEmpty()) {
      say(Texts.text("short.endedUnknown"), outage);
    } else {
      Finding last = fixed.getLast();
      say(told(last), last);
    }
  }

  private void silence() {
    first(Details.Silence.class)
        .ifPresent(
            finding ->
                say(
                    Texts.text(
                        "short.silent", finding.title(), Times.duration(finding.range().length())),
                    finding));
  }

  private void incidental() {
    conclusions.findings().stream()
        .filter(
            finding ->
                finding.details() instanceof Details.Signal signal
                    && signal.role() == Details.SignalRole.INCIDENTAL)
        .max(Comparator.comparingInt(InShort::times))
        .ifPresent(
            finding -> {
              if (finding.details() instanceof Details.Signal signal) {
                say(Texts.text("short.incidental", signal.signal()), finding);
              }
            });
  }

  private void gap() {
    first(Details.LogGap.class).ifPresent(finding -> say(finding.title() + ".", finding));
  }

  private boolean gravest() {
    Optional<Finding> worst =
        conclusions.findings().stream()
            .filter(finding -> finding.severity() == Severity.CRITICAL)
            .min(Comparator.comparing(Chapter::of).thenComparing(Chapter.RANK));
    worst.ifPresent(
        finding -> say(Texts.text("short.said", finding.title(), when(finding)), finding));
    return worst.isPresent();
  }

  private <D extends Details> Optional<Finding> first(Class<D> kind) {
    return conclusions.findings().stream()
        .filter(finding -> kind.isInstance(finding.details()))
        .min(Chapter.RANK)
        .filter(
            finding -> sentences.stream().noneMatch(s -> s.finding().equals(Optional.of(finding))));
  }

  /** The changes of a verdict between two instants, by time. */
  private List<Finding> impacts(Verdict verdict, Instant from, Instant to) {
    return conclusions.findings().stream()
        .filter(
            finding ->
                finding.details() instanceof Details.ChangeImpact impact
                    && impact.verdict() == verdict
                    && !finding.start().isBefore(from)
                    && !finding.start().isAfter(to))
        .sorted(Comparator.comparing(Finding::start).thenComparing(Finding::id))
        .toList();
  }

  private boolean isRollback(Finding finding) {
    String name = name(finding);
    return conclusions.changes().stream()
        .filter(change -> change.change().equals(name))
        .map(Change::kind)
        .anyMatch(kind -> kind == ChangeKind.ROLLBACK);
  }

  private static String name(Finding finding) {
    return finding.details() instanceof Details.ChangeImpact impact ? impact.change() : "";
  }

  private static int times(Finding finding) {
    return finding.details() instanceof Details.Signal signal ? signal.count() : 0;
  }

  /** What a change did, in the finding's own words. */
  private String told(Finding finding) {
    return Texts.text("short.told", finding.title(), Times.second(finding.start(), zone));
  }

  private String when(Finding finding) {
    return Wording.when(finding, zone);
  }

  private void say(String text, @Nullable Finding finding) {
    sentences.add(new Sentence(text, Optional.ofNullable(finding)));
  }
}
