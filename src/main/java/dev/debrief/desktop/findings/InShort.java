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
import dev.debrief.report.Course;
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
 * summary tells the same {@link Course} in Markdown with the lines that carry it, in UTC; here a
 * sentence leads to its finding, in the time zone on show, and no line has to be looked up.
 */
public final class InShort {
  private static final int MOST = 7;

  private final Conclusions conclusions;
  private final List<Finding> setAside;
  private final Course course;
  private final ZoneId zone;
  private final List<Sentence> sentences = new ArrayList<>();

  private InShort(Conclusions conclusions, List<Finding> setAside, ZoneId zone) {
    this.conclusions = conclusions;
    this.setAside = setAside;
    this.course = new Course(conclusions);
    this.zone = zone;
  }

  /** A sentence and the finding it stands on; none where it says what is not there. */
  public record Sentence(String text, Optional<Finding> finding) {}

  /**
   * At most seven sentences, in the order in which the draft tells them; none without conclusions.
   *
   * @param setAside what was found and is not among the conclusions, as the author doesn't count it
   */
  public static List<Sentence> of(Conclusions conclusions, List<Finding> setAside, ZoneId zone) {
    return conclusions.equals(Conclusions.NONE)
        ? List.of()
        : new InShort(conclusions, setAside, zone).told();
  }

  private List<Sentence> told() {
    Optional<Finding> outage = Conclusions.worstOutage(conclusions.findings());
    if (outage.isPresent() && outage.get().details() instanceof Details.Outage details) {
      outage(outage.get(), details);
      began(outage.get());
      cause();
      silence();
      unmoved();
      incidental();
      ended(outage.get(), details);
    } else {
      boolean aside = setAside();
      if (!aside) {
        say(Texts.text("short.healthy"), null);
      }
      if (!gravest()) {
        say(Texts.text(aside ? "short.nothingElseGrave" : "short.nothingGrave"), null);
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

  /** The outages that the author doesn't count: that there were none would not be so. */
  private boolean setAside() {
    long outages = setAside.stream().filter(f -> f.details() instanceof Details.Outage).count();
    Optional<Finding> worst = Conclusions.worstOutage(setAside);
    worst.ifPresent(
        finding ->
            say(
                Texts.text(
                    "short.setAside",
                    outages,
                    Times.duration(finding.range().length()),
                    Times.range(finding.start(), finding.range().to(), zone)),
                finding));
    return worst.isPresent();
  }

  private void began(Finding outage) {
    course
        .began()
        .or(course::lit)
        .flatMap(conclusions::impactOf)
        .ifPresentOrElse(
            change -> say(told(change), change),
            () -> say(Texts.text("short.beganUnknown"), outage));
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

  private void unmoved() {
    List<Change> none = course.unmoved();
    if (none.isEmpty()) {
      return;
    }
    Optional<Change> rollback =
        none.stream().filter(change -> change.kind() == ChangeKind.ROLLBACK).findFirst();
    Finding told = conclusions.impactOf(rollback.orElse(none.getFirst())).orElse(null);
    if (rollback.isEmpty()) {
      say(Texts.text("short.unmoved", none.size()), told);
      return;
    }
    boolean code = course.began().filter(course::acquitted).isPresent();
    say(
        Texts.text(
            code ? "short.noCode" : "short.unmovedRollback",
            rollback.get().change(),
            none.size() - 1),
        told);
  }

  private void ended(Finding outage, Details.Outage details) {
    Optional<Finding> change = course.ended().flatMap(conclusions::impactOf);
    if (details.ended() == null) {
      say(Texts.text("short.endUnknown"), outage);
    } else if (change.isEmpty()) {
      say(Texts.text("short.endedUnknown"), outage);
    } else {
      say(told(change.get()), change.get());
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
