package dev.debrief.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.investigation.Chapter;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the window says first. */
class InShortTest {
  private static final Evidence LINE = new Evidence("a.log", 1);
  private static final String ROLLBACK = "v9-back";

  @Test
  void theStoryIsToldInOrderAndEachSentenceLeadsToItsFinding() {
    Finding outage = outage(new Details.Outage.Phase(at(9), at(9), LINE, LINE));
    Finding began = impact("F2", "v7", Verdict.INTRODUCED, 0);
    Finding tried = impact("F3", "v8", Verdict.NO_EFFECT, 4);
    Finding fixed = impact("F4", "v9", Verdict.FIXED, 8);
    Finding silent =
        finding(
            "F5",
            2,
            5,
            "Postgrex was silent",
            new Details.Silence("Postgrex", Details.SilenceMode.BELOW_BASELINE, "stopped", null));
    Finding signal =
        finding(
            "F6",
            2,
            5,
            "SIGUSR1",
            new Details.Signal("SIGUSR1", Details.SignalRole.INCIDENTAL, 40));
    List<InShort.Sentence> told = told(signal, silent, fixed, tried, began, outage);
    assertEquals(
        List.of("F1", "F2", "F5", "F3", "F6", "F4"),
        told.stream().map(sentence -> sentence.finding().orElseThrow().id()).toList());
    assertEquals(
        "The app was down for 8 h: 2026-02-25 01:00 – 09:00. 5 of 6 requests failed.",
        told.getFirst().text());
    assertEquals("v7, 2026-02-25 00:00:00.", told.get(1).text());
    assertEquals("Postgrex was silent (3 h).", told.get(2).text());
    assertEquals(
        "SIGUSR1 is a consequence, not the cause: it follows exits or comes with healthy boots.",
        told.get(4).text());
  }

  @Test
  void aChangeThatBroughtThemBackDoesNotCrowdOutTheSignal() {
    List<InShort.Sentence> told =
        told(
            outage(new Details.Outage.Phase(at(9), at(9), LINE, LINE)),
            impact("F2", "v7", Verdict.INTRODUCED, 0),
            impact("F3", "v8", Verdict.NO_EFFECT, 4),
            impact("F4", "v9", Verdict.INTRODUCED, 6),
            impact("F5", "v10", Verdict.FIXED, 8),
            finding(
                "F6",
                2,
                5,
                "Postgrex was silent",
                new Details.Silence(
                    "Postgrex", Details.SilenceMode.BELOW_BASELINE, "stopped", null)),
            finding(
                "F7",
                2,
                5,
                "SIGUSR1",
                new Details.Signal("SIGUSR1", Details.SignalRole.INCIDENTAL, 40)));
    assertTrue(told.stream().anyMatch(one -> one.finding().orElseThrow().id().equals("F7")));
    assertEquals("F5", told.getLast().finding().orElseThrow().id());
  }

  @Test
  void theBestSupportedCauseIsNamedAndOneThatSomethingSpeaksAgainstIsNot() {
    Finding silent =
        finding(
            "F6",
            2,
            5,
            "Postgrex was silent",
            new Details.Silence("Postgrex", Details.SilenceMode.BELOW_BASELINE, "", null));
    Finding known =
        finding("F7", 2, 5, "The Repo is missing", new Details.KnownCause("a-rule", 3, "", "", ""));
    Hypothesis.Argument argument = new Hypothesis.Argument("Seen.", List.of(LINE));
    Hypothesis refuted =
        hypothesis("The code of v9", Standing.SUPPORTED, List.of(argument), List.of(argument));
    Hypothesis borneOut =
        hypothesis(
            "The pool dies before it can log", Standing.SUPPORTED, List.of(argument), List.of());
    Conclusions conclusions =
        conclusions(List.of(outage(null), silent, known), List.of(refuted, borneOut));
    List<InShort.Sentence> sentences = InShort.of(conclusions, List.of(), ZoneOffset.UTC);
    InShort.Sentence told =
        sentences.stream()
            .filter(sentence -> sentence.text().contains("cause"))
            .findFirst()
            .orElseThrow();
    assertEquals("The best supported cause: The pool dies before it can log.", told.text());
    assertEquals(Optional.of(known), told.finding());
    assertTrue(sentences.stream().anyMatch(one -> one.finding().equals(Optional.of(silent))));
  }

  @Test
  void aRollbackThatHadNoEffectSaysThatTheCodeIsNoCauseWhereThatIsRuledOut() {
    Conclusions conclusions =
        conclusions(
            List.of(
                outage(new Details.Outage.Phase(at(9), at(9), LINE, LINE)),
                impact("F2", "v7", Verdict.INTRODUCED, 0),
                impact("F3", "v8", Verdict.NO_EFFECT, 4),
                impact("F4", ROLLBACK, Verdict.NO_EFFECT, 5)),
            List.of(
                new Hypothesis(
                    Hypothesis.codeOf("v7"),
                    "The code of v7",
                    Standing.RULED_OUT,
                    0,
                    List.of(),
                    List.of(),
                    "",
                    "")));
    assertEquals(
        "The new code is not the cause: going back to an earlier image (v9-back) had no effect, nor had one"
            + " other change.",
        InShort.of(conclusions, List.of(), ZoneOffset.UTC).get(2).text());
  }

  @Test
  void whatIsNotKnownIsSaidAndNotInvented() {
    List<String> told = told(outage(null)).stream().map(InShort.Sentence::text).toList();
    assertEquals("Which change began it is not known: none is shown to have.", told.get(1));
    assertEquals("Its end is not known: the log doesn't show it.", told.get(2));
  }

  @Test
  void aChangeOfAnotherDayDidNotBeginTheOutage() {
    Finding old = impact("F2", "v1", Verdict.INTRODUCED, -30);
    assertTrue(told(old, outage(null)).get(1).text().contains("not known"));
  }

  @Test
  void anOutageOfTheWholeAppIsToldBeforeALongerOneOfAPartOfIt() {
    Finding part =
        finding(
            "F2",
            10,
            30,
            "Partly down",
            new Details.Outage("partial", 5L, 6L, "", List.of(), null, null, null, null));
    Finding whole = outage(null);
    assertEquals(Optional.of(whole), told(part, whole).getFirst().finding());
  }

  @Test
  void aChangeOfAnotherAppDidNotBeginTheOutage() {
    Finding down = outage(null);
    Finding ofWeb =
        new Finding(
            down.id(),
            down.start(),
            down.end(),
            List.of("m1"),
            down.severity(),
            down.confidence(),
            down.title(),
            down.explanation(),
            down.evidence(),
            down.evidenceTotal(),
            down.details());
    Finding impact = impact("F2", "v7", Verdict.INTRODUCED, 0);
    Conclusions conclusions =
        new Conclusions(
            List.of(ofWeb, impact),
            judged(impact).map(change -> change.ofApp("worker")).toList(),
            List.of(new MachineLife("m1", "web", "ord", List.of())),
            List.of(),
            List.of(),
            List.of());
    assertTrue(
        InShort.of(conclusions, List.of(), ZoneOffset.UTC)
            .get(1)
            .text()
            .startsWith("Which change began it"));
  }

  @Test
  void anOutageThatWasDismissedIsNoReasonToSayThatThereWasNone() {
    Finding outage = outage(new Details.Outage.Phase(at(9), at(9), LINE, LINE));
    List<InShort.Sentence> told =
        InShort.of(
            conclusions(List.of(impact("F2", "v1", Verdict.NEUTRAL, 1)), List.of()),
            List.of(outage),
            ZoneOffset.UTC);
    assertEquals(
        "An outage of 8 h was found and dismissed: 2026-02-25 01:00 – 09:00.",
        told.getFirst().text());
    assertEquals(Optional.of(outage), told.getFirst().finding());
    assertEquals("Nothing else critical was found.", told.get(1).text());
  }

  @Test
  void anOutageThatCountsIsToldAndNotTheDismissedOne() {
    Finding outage = outage(new Details.Outage.Phase(at(9), at(9), LINE, LINE));
    List<InShort.Sentence> told =
        InShort.of(conclusions(List.of(outage), List.of()), List.of(outage), ZoneOffset.UTC);
    assertTrue(told.getFirst().text().startsWith("The app was down for 8 h"));
  }

  @Test
  void aHealthyCaseHasNoOutage() {
    List<InShort.Sentence> told = told(impact("F2", "v1", Verdict.NEUTRAL, 1));
    assertEquals("No outage found in these logs.", told.getFirst().text());
    assertEquals(Optional.empty(), told.getFirst().finding());
    assertEquals(2, told.size());
  }

  @Test
  void changesAreToldByWhatTheyDid() {
    assertEquals(Chapter.CHANGED, Chapter.of(impact("F1", "v1", Verdict.FIXED, 1)));
    assertEquals(Chapter.UNCHANGED, Chapter.of(impact("F1", "v1", Verdict.NO_EFFECT, 1)));
    assertEquals(Chapter.NOT_JUDGED, Chapter.of(impact("F1", "v1", Verdict.INCONCLUSIVE, 1)));
    Finding fixed = impact("F1", "v1", Verdict.FIXED, 1);
    Finding began = impact("F2", "v2", Verdict.INTRODUCED, 2);
    assertTrue(Chapter.RANK.compare(began, fixed) < 0);
  }

  /** Conclusions with the changes that the findings judge. */
  private static Conclusions conclusions(List<Finding> findings, List<Hypothesis> hypotheses) {
    return new Conclusions(
        findings,
        findings.stream().flatMap(InShortTest::judged).toList(),
        List.of(),
        List.of(),
        hypotheses,
        List.of());
  }

  private static Stream<Change> judged(Finding finding) {
    return finding.details() instanceof Details.ChangeImpact impact
        ? Stream.of(
            new Change(
                impact.change(),
                impact.change().equals(ROLLBACK) ? ChangeKind.ROLLBACK : ChangeKind.DEPLOY,
                new Moment(finding.start(), Precision.SECOND, Clock.RELEASE),
                "",
                "",
                "",
                "",
                "",
                List.of(LINE),
                impact.verdict()))
        : Stream.of();
  }

  private static Hypothesis hypothesis(
      String title,
      Standing standing,
      List<Hypothesis.Argument> support,
      List<Hypothesis.Argument> refutation) {
    return new Hypothesis("a-rule", title, standing, 0.5, support, refutation, "", "");
  }

  private static List<InShort.Sentence> told(Finding... findings) {
    return InShort.of(conclusions(List.of(findings), List.of()), List.of(), ZoneOffset.UTC);
  }

  private static Finding outage(Details.Outage.@Nullable Phase ended) {
    return finding(
        "F1",
        1,
        9,
        "Down",
        new Details.Outage("whole", 5L, 6L, "", List.of(), null, null, null, ended));
  }

  private static Finding impact(String id, String change, Verdict verdict, int hour) {
    return finding(
        id,
        hour,
        hour,
        change,
        new Details.ChangeImpact(
            change, verdict, "crashes", 0, 60, 0, 60, null, null, null, null, "", List.of(),
            List.of(), ""));
  }

  private static Finding finding(String id, int from, int to, String title, Details details) {
    return new Finding(
        id,
        at(from),
        at(to),
        List.of(),
        Severity.WARNING,
        0.9,
        title,
        "",
        List.of(LINE),
        1,
        details);
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-02-25T00:00:00Z").plusSeconds(hour * 3600L);
  }
}
