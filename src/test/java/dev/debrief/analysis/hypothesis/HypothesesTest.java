package dev.debrief.analysis.hypothesis;

import static dev.debrief.analysis.template.Records.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.change.FailureWords;
import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.analysis.rule.RuleMatcher;
import dev.debrief.analysis.template.LastWords;
import dev.debrief.analysis.template.Records;
import dev.debrief.analysis.template.TemplateWords;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HypothesesTest {
  private static final String REPO =
      "** (RuntimeError) could not lookup Ecto repo Shop.Repo because it was not started or it does"
          + " not exist";
  private static final String REFUSED =
      "Postgrex.Protocol (#PID<0.1.0>) failed to connect: ** (DBConnection.ConnectionError) tcp"
          + " connect (db.internal:5432): connection refused - :econnrefused";

  private final RuleMatcher matcher = new RuleMatcher(RuleLibrary.builtIn());
  private final Records records = new Records();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private Optional<LastWords> lastWords = Optional.empty();
  private Optional<FailureWords> failureWords = Optional.empty();

  private void say(long second, String message) {
    matcher.accept(records.app(START.plusSeconds(second), "m1", Level.ERROR, message));
  }

  private void find(long from, @Nullable Long to, Details details) {
    findings.add(
        new Finding(
            "F" + findings.size(),
            START.plusSeconds(from),
            to == null ? null : START.plusSeconds(to),
            List.of("m1"),
            Severity.CRITICAL,
            0.9,
            details.kind().id(),
            "because",
            List.of(new Evidence("made.log", findings.size() + 1)),
            1,
            details));
  }

  private void outage(long from, long to) {
    find(from, to, new Details.Outage("whole", null, null, "", List.of(), null, null, null, null));
  }

  private void change(long at, String name, ChangeKind kind, String image, Verdict verdict) {
    changes.add(
        new Change(
            name,
            kind,
            new Moment(START.plusSeconds(at), Precision.SECOND, Clock.RELEASE),
            "",
            "complete",
            image,
            "",
            "",
            List.of(new Evidence("releases.json", changes.size() + 1)),
            verdict));
    find(
        at,
        null,
        new Details.ChangeImpact(
            name, verdict, "crashes", 0, 1, 0, 1, null, null, null, null, "", List.of(), List.of(),
            ""));
  }

  private List<Hypothesis> rank() {
    return Hypotheses.rank(findings, changes, matcher.outcomes(), lastWords, failureWords, "shop");
  }

  private Hypothesis one(String id) {
    return rank().stream().filter(h -> h.id().equals(id)).findFirst().orElseThrow();
  }

  /** The outage of the two silent machines, in little. */
  private void silentPool() {
    for (int i = 0; i < 120; i++) {
      say(600 + i * 30, REPO);
      say(601 + i * 30, "GenServer {Oban.Registry, {Oban, Oban.Stager}} terminating");
      say(602 + i * 30, "12:00:00.000 [notice] Application shop exited: shutdown");
      say(
          603 + i * 30,
          " WARN Reaped child process with pid: 3 and signal: SIGUSR1, core dumped? false");
    }
    outage(600, 4_210);
    find(
        600,
        4_200L,
        new Details.Silence(
            "Postgrex", Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS, "process_dead", null));
    find(603, 4_200L, new Details.Signal("SIGUSR1", Details.SignalRole.INCIDENTAL, 120));
    change(0, "v289", ChangeKind.DEPLOY, "registry.fly.io/shop:a", Verdict.NEUTRAL);
    change(590, "v290", ChangeKind.DEPLOY, "registry.fly.io/shop:b", Verdict.INTRODUCED);
    change(2_000, "v291", ChangeKind.ROLLBACK, "registry.fly.io/shop:a", Verdict.NO_EFFECT);
  }

  @Test
  void theSilentPoolComesFirstAndTheRedHerringsStayWithWhy() {
    silentPool();
    Hypothesis first = rank().getFirst();
    assertEquals("ecto-repo-not-started", first.id());
    assertEquals("The Repo's database pool dies before it can log", first.title());
    assertEquals(Standing.SUPPORTED, first.standing());
    assertTrue(first.decide().contains("trap_exit"), first.decide());
    assertTrue(first.command().startsWith("flyctl ssh console --app shop --machine m1"));
    for (String id : List.of("code-of-v290", "sigusr1-crash-dump", "oban-on-missing-repo")) {
      assertEquals(Standing.RULED_OUT, one(id).standing(), id);
      assertFalse(one(id).refutation().isEmpty(), id);
    }
    assertTrue(
        one("code-of-v290")
            .refutation()
            .getFirst()
            .text()
            .startsWith("The rollback v291 ran v289's image and failed alike."));
    assertEquals(Standing.OPEN, one("socket-options-kill-connection").standing());
    assertEquals(Standing.OPEN, one("restart-exposed-fault").standing());
    assertEquals(Standing.OPEN, one("supervisor-intensity-exceeded").standing());
  }

  @Test
  void aPoolThatLogsItsFailuresIsNoSilentPool() {
    say(600, REPO);
    say(601, REFUSED);
    outage(600, 660);
    Hypothesis repo = one("ecto-repo-not-started");
    assertEquals(Standing.OPEN, repo.standing());
    assertEquals("database-connection-refused", rank().getFirst().id());
  }

  @Test
  void aRollbackThatEndsTheFailureConvictsTheCode() {
    outage(600, 1_200);
    change(0, "v86", ChangeKind.DEPLOY, "registry.fly.io/shop:a", Verdict.NEUTRAL);
    change(595, "v87", ChangeKind.DEPLOY, "registry.fly.io/shop:b", Verdict.INTRODUCED);
    change(1_195, "v88", ChangeKind.ROLLBACK, "registry.fly.io/shop:a", Verdict.FIXED);
    find(601, null, new Details.NewSignature("T1 ** (MatchError) x", 9));
    Hypothesis code = rank().getFirst();
    assertEquals("code-of-v87", code.id());
    assertEquals(Standing.SUPPORTED, code.standing());
    assertTrue(code.support().stream().anyMatch(a -> a.text().contains("never seen before")));
    assertEquals("flyctl deploy --app shop --image registry.fly.io/shop:a", code.command());
  }

  @Test
  void aRollbackToTheFailingImageIsNoCodeOfItsOwn() {
    outage(600, 1_200);
    outage(3_600, 4_200);
    change(0, "v86", ChangeKind.DEPLOY, "registry.fly.io/shop:a", Verdict.NEUTRAL);
    change(595, "v87", ChangeKind.DEPLOY, "registry.fly.io/shop:b", Verdict.INTRODUCED);
    change(1_195, "v88", ChangeKind.ROLLBACK, "registry.fly.io/shop:a", Verdict.FIXED);
    change(3_595, "v89", ChangeKind.ROLLBACK, "registry.fly.io/shop:b", Verdict.INTRODUCED);
    Hypothesis code = rank().getFirst();
    assertEquals("code-of-v87", code.id());
    assertTrue(
        code.support().stream()
            .anyMatch(a -> a.text().startsWith("v89 brought its image back, and the failures")),
        code.toString());
    assertTrue(rank().stream().noneMatch(one -> one.id().equals("code-of-v89")));
  }

  @Test
  void aRollbackToAFailingImageOfBeforeTheLogNamesThatImage() {
    outage(3_600, 4_200);
    change(-900, "v87", ChangeKind.DEPLOY, "registry.fly.io/shop:b", Verdict.INCONCLUSIVE);
    change(0, "v88", ChangeKind.DEPLOY, "registry.fly.io/shop:c", Verdict.NEUTRAL);
    change(3_595, "v89", ChangeKind.ROLLBACK, "registry.fly.io/shop:b", Verdict.INTRODUCED);
    assertEquals("The image of v87, which v89 brought back", one("code-of-v89").title());
  }

  @Test
  void aRollbackConvictsTheCodeThoughNobodySawTheFailureBegin() {
    outage(900, 1_800);
    change(0, "v88", ChangeKind.DEPLOY, "registry.fly.io/shop:a", Verdict.NEUTRAL);
    change(600, "v89", ChangeKind.DEPLOY, "registry.fly.io/shop:b", Verdict.INCONCLUSIVE);
    change(1_795, "v90", ChangeKind.ROLLBACK, "registry.fly.io/shop:a", Verdict.FIXED);
    Hypothesis code = rank().getFirst();
    assertEquals("code-of-v89", code.id());
    assertEquals(Standing.SUPPORTED, code.standing());
    assertTrue(code.support().getFirst().text().startsWith("The rollback v90 to v88's image"));
  }

  @Test
  void anInconclusiveDeployThatAnotherImageFollowedIsNotConvicted() {
    outage(900, 1_800);
    change(0, "v87", ChangeKind.DEPLOY, "registry.fly.io/shop:a", Verdict.INCONCLUSIVE);
    change(300, "v88", ChangeKind.DEPLOY, "registry.fly.io/shop:b", Verdict.INCONCLUSIVE);
    change(895, "v89", ChangeKind.DEPLOY, "registry.fly.io/shop:c", Verdict.INTRODUCED);
    change(1_795, "v90", ChangeKind.ROLLBACK, "registry.fly.io/shop:b", Verdict.FIXED);
    assertTrue(rank().stream().noneMatch(one -> one.id().equals("code-of-v88")));
  }

  @Test
  void whatAProgramDoesToItselfSaysLessThanItsLastWords() {
    outage(600, 1_200);
    find(600, 1_200L, new Details.Signal("SIGABRT", Details.SignalRole.CAUSE, 9));
    lastWords =
        Optional.of(
            new LastWords(
                "thread <*> panicked", "thread 'w' panicked", 6, 9, List.of(), List.of("m1")));
    List<Hypothesis> ranked = rank();
    assertTrue(ranked.getFirst().id().startsWith("ends-on-"), ranked.toString());
    assertTrue(one("signal-sigabrt").decide().startsWith("A program brings SIGABRT on itself"));
  }

  @Test
  void machinesRefusedByTheDatabaseEachOnItsOwnAreNoSplitCluster() {
    for (int i = 0; i < 60; i++) {
      say(600 + i * 10, REFUSED);
    }
    outage(600, 1_200);
    find(610, null, new Details.SimultaneousExit(2, 30));
    assertEquals(Standing.RULED_OUT, one("cluster-partition").standing());
  }

  @Test
  void codeThatMadeJobsFailIsASuspectThoughNothingWasDown() {
    change(0, "v140", ChangeKind.DEPLOY, "registry.fly.io/shop:a", Verdict.NEUTRAL);
    change(600, "v141", ChangeKind.DEPLOY, "registry.fly.io/shop:b", Verdict.INTRODUCED);
    change(9_000, "v142", ChangeKind.ROLLBACK, "registry.fly.io/shop:a", Verdict.FIXED);
    findings.replaceAll(HypothesesTest::byErrors);
    assertEquals("code-of-v141", rank().getFirst().id());
    assertEquals(Standing.SUPPORTED, rank().getFirst().standing());
  }

  private static Finding byErrors(Finding finding) {
    Details.ChangeImpact impact = (Details.ChangeImpact) finding.details();
    return new Finding(
        finding.id(),
        finding.start(),
        finding.end(),
        finding.machines(),
        finding.severity(),
        finding.confidence(),
        finding.title(),
        finding.explanation(),
        finding.evidence(),
        finding.evidenceTotal(),
        new Details.ChangeImpact(
            impact.change(),
            impact.verdict(),
            "errors",
            0,
            1,
            0,
            1,
            null,
            null,
            null,
            null,
            "",
            List.of(),
            List.of(),
            ""));
  }

  @Test
  void codeThatRanWellForAWhileBeforeItsFirstCrashDidNotComeWhenTheAppWasFailing() {
    change(0, "v7", ChangeKind.DEPLOY, "a", Verdict.NEUTRAL);
    change(600, "v8", ChangeKind.DEPLOY, "b", Verdict.INTRODUCED);
    outage(2_000, 4_000);
    assertEquals(List.of(), one(Hypothesis.codeOf("v8")).refutation());
  }

  @Test
  void codeThatCameInTheMiddleBeganAPartAtMost() {
    change(0, "v7", ChangeKind.DEPLOY, "a", Verdict.NEUTRAL);
    outage(2_000, 9_000);
    change(5_000, "v8", ChangeKind.DEPLOY, "b", Verdict.INTRODUCED);
    assertEquals(1, one(Hypothesis.codeOf("v8")).refutation().size());
  }

  @Test
  void linesAwayFromTheFailureAreNotItsCause() {
    say(0, REFUSED);
    outage(90_000, 91_000);
    Hypothesis refused = one("database-connection-refused");
    assertEquals(Standing.RULED_OUT, refused.standing());
    assertTrue(refused.refutation().getLast().text().contains("1 d 1 h before the failures began"));
  }

  @Test
  void aCauseOfFiveMinutesDoesNotExplainNineHours() {
    for (int i = 0; i < 30_000; i += 20) {
      say(i, REFUSED);
    }
    say(7_200, "** (RuntimeError) environment variable DATABASE_URL is missing.");
    outage(0, 30_000);
    assertEquals("database-connection-refused", rank().getFirst().id());
    assertTrue(one("database-url-missing").score() < 0.3);
    assertTrue(
        one("database-url-missing").refutation().getFirst().text().contains("does not explain"));
  }

  @Test
  void whereNothingFitsTheCauseIsNotKnown() {
    say(0, "Sent 200 in 3ms");
    outage(600, 1_200);
    Hypothesis unknown = rank().getFirst();
    assertEquals("unknown", unknown.id());
    assertEquals(Standing.OPEN, unknown.standing());
    assertTrue(unknown.command().startsWith("flyctl "));
  }

  @Test
  void theExceptionBeforeEachCrashIsACandidateUnlessARuleKnowsIt() {
    outage(600, 1_200);
    lastWords =
        Optional.of(
            new LastWords(
                "ReferenceError: LIMIT is not defined at proxy (/app/llm.js)",
                "ReferenceError: LIMIT is not defined",
                3,
                3,
                List.of(new Evidence("made.log", 4)),
                List.of("m1")));
    assertTrue(rank().getFirst().title().contains("LIMIT is not defined"));
    say(600, REPO);
    lastWords = Optional.of(new LastWords(REPO, REPO, 3, 3, List.of(), List.of("m1")));
    assertTrue(rank().stream().noneMatch(h -> h.id().startsWith("ends-on")));
  }

  @Test
  void theErrorThatCameWithTheFailedRequestsIsACandidateWhereNothingElseStands() {
    failureWords =
        Optional.of(
            new FailureWords(
                "Stripe::AuthenticationError (Invalid API Key provided: <*>):",
                40,
                42,
                java.time.Duration.ofHours(1),
                List.of(new Evidence("made.log", 7))));
    outage(600, 4_210);
    Hypothesis told = rank().getFirst();
    assertEquals(
        "Requests fail on Stripe::AuthenticationError (Invalid API Key provided: …)", told.title());
    assertEquals(
        "It was printed 40 times while 42 requests failed, and not once in the 1 h of log before.",
        told.support().getFirst().text());
    silentPool();
    assertTrue(rank().stream().noneMatch(one -> one.id().startsWith("fails-on-")));
  }

  @Test
  void theErrorIsToldByItsOwnWords() {
    assertEquals(
        "Stripe::AuthenticationError (Invalid API Key provided: …)",
        TemplateWords.of(
            "E, [<*> #<*>] ERROR -- : Stripe::AuthenticationError (Invalid API Key provided:"
                + " <*>):"));
    assertEquals(
        "WORKER TIMEOUT (pid:…)",
        TemplateWords.of("[<*> +<*>] [<*>] [CRITICAL] WORKER TIMEOUT (pid:<*>)"));
    assertEquals(
        "fare supplier call failed: unexpected status …",
        TemplateWords.of(
            "{\"level\":\"error\",\"msg\":\"fare supplier call failed\",\"err\":\"unexpected status"
                + " <*>\"}"));
  }

  @Test
  void aQuoteInAnErrorsOwnWordsDoesNotEndThem() {
    assertEquals(
        "search failed: unknown analyzer \"…\"",
        TemplateWords.of(
            "{\"msg\":\"search failed\",\"err\":\"unknown analyzer \\\"<*>\\\"\",\"error\":\"\"}"));
  }

  @Test
  void withoutFailureNothingIsSuspected() {
    say(0, " WARN Reaped child process with pid: 3 and signal: SIGUSR1, core dumped? false");
    assertEquals(List.of(), rank());
  }

  @Test
  void theListIsTheSameEachTime() {
    silentPool();
    assertEquals(rank(), rank());
  }
}
