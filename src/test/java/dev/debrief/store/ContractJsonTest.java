package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractJsonTest {
  private static final Instant AT = Instant.parse("2026-02-25T21:00:33.120999999Z");
  private static final Evidence LINE = new Evidence("fly-logs.json", 4711);

  private static Finding finding(Details details, int evidenceTotal) {
    return new Finding(
        "F7",
        AT,
        null,
        List.of("17817e62f16438"),
        Severity.CRITICAL,
        0.98,
        "Title",
        "Why",
        List.of(LINE),
        evidenceTotal,
        details);
  }

  @Test
  void timesHaveThreeDecimalsCutOff() {
    assertEquals("2026-02-25T21:00:33.120Z", ContractJson.time(AT));
    assertEquals(
        "2026-02-25T21:00:00.000Z", ContractJson.time(Instant.parse("2026-02-25T21:00:00Z")));
    assertEquals(
        "1969-12-31T23:59:59.999Z", ContractJson.time(Instant.ofEpochSecond(-1, 999_999_999)));
  }

  @Test
  void aFindingIsWrittenAsTheContractSays() {
    JsonNode node =
        ContractJson.finding(finding(new Details.Exit(137, "SIGKILL", true, false, "oom"), 1));
    assertEquals("exit", node.get("kind").asString());
    assertEquals("2026-02-25T21:00:33.120Z", node.get("start").asString());
    assertTrue(node.get("end").isNull());
    assertEquals("critical", node.get("severity").asString());
    assertEquals(
        "{\"source\":\"fly-logs.json\",\"line\":4711}", node.get("evidence").get(0).toString());
    assertFalse(node.has("evidence_total"));
    assertEquals(
        "{\"code\":137,\"signal\":\"SIGKILL\",\"oom\":true,\"requested\":false,\"reason\":\"oom\"}",
        node.get("details").toString());
  }

  @Test
  void theTotalIsSaidWhereMoreLinesThanShownCarryIt() {
    assertEquals(
        51,
        ContractJson.finding(finding(new Details.RestartBurst(51, 9), 51))
            .get("evidence_total")
            .asInt());
  }

  @Test
  void detailsAreInSnakeCaseAndAbsentValuesNull() {
    JsonNode details =
        ContractJson.finding(
                finding(
                    new Details.Outage(
                        "partial",
                        null,
                        12L,
                        "",
                        List.of("/a"),
                        new Details.Outage.Phase(AT, AT, LINE, null),
                        null,
                        null,
                        null),
                    1))
            .get("details");
    assertTrue(details.get("requests_failed").isNull());
    assertEquals(12, details.get("requests_seen").asInt());
    assertEquals("2026-02-25T21:00:33.120Z", details.get("began").get("not_before").asString());
  }

  @Test
  void silenceAndSignalNameTheirModesInLowerCase() {
    assertEquals(
        "absent_despite_dependents",
        ContractJson.finding(
                finding(
                    new Details.Silence(
                        "Postgrex",
                        Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS,
                        "unexplained",
                        null),
                    1))
            .get("details")
            .get("mode")
            .asString());
  }

  @Test
  void theSupervisorsPeaksAreNamedByTheirSeconds() {
    JsonNode details =
        ContractJson.finding(
                finding(
                    new Details.SupervisorBudget(
                        "", new Details.SupervisorBudget.Peaks(1, 2, 3), 4),
                    1))
            .get("details");
    assertEquals("{\"5s\":1,\"10s\":2,\"30s\":3}", details.get("peaks").toString());
    assertEquals(4, details.get("would_hold").asInt());
  }

  @Test
  void aChangeIsWrittenAsTheContractSays() {
    JsonNode node =
        ContractJson.change(
            new Change(
                "v290",
                ChangeKind.DEPLOY,
                new Moment(AT, Precision.MINUTE, Clock.RELEASE),
                "me",
                "complete",
                "i",
                "abc",
                "d",
                List.of(LINE),
                Verdict.NO_EFFECT));
    assertEquals("deploy", node.get("kind").asString());
    assertEquals("minute", node.get("precision").asString());
    assertEquals("no_effect", node.get("impact").asString());
  }

  @Test
  void aNumberThatIsNoneIsNull() {
    JsonNode details =
        ContractJson.finding(
                finding(
                    new Details.ChangeImpact(
                        "v1",
                        Verdict.NEUTRAL,
                        "crashes",
                        0,
                        1,
                        0,
                        Double.NaN,
                        null,
                        null,
                        null,
                        null,
                        "",
                        List.of(),
                        List.of(),
                        ""),
                    1))
            .get("details");
    assertTrue(details.get("after_seconds").isNull());
  }
}
