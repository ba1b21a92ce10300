package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Excerpts of dumps that people published: recognised, and accounted for to the line. */
class RealDumpsTest {
  private static Input input(String name) throws IOException {
    try (InputStream in = RealDumpsTest.class.getResourceAsStream("/source/real/" + name)) {
      Input held = Input.of(name, in.readAllBytes());
      return new Input(name, held.opener(), held.size(), Reads.SAVED);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "006-nextjs-autostop-lease-conflict-utf16.log|fly-text|100|100|0",
        "018-sqlalchemy-undefined-column-one-second.log|fly-text|100|100|0",
        "024-fly-json-truncated-head.json|fly-json|66|2|4",
        "026-phoenix-iconify-runtimeerror-deploy.log|fly-text|102|100|1",
        "028-machine-status-basic-offset-tz.txt|machine-status|23|3|0",
        "030-machine-status-migrated-flyd.txt|machine-status|28|3|0",
        "034-fly-status-utf16-tabs.txt|machine-status|11|2|0",
        "036-fly-deploy-build-failed.txt|deploy-output|174|3|0",
        "040-electric-postgrex-nxdomain-sigusr1.log|fly-text|6|6|0",
        "042-livebook-nx-repeated-oom-nomad.log|fly-text|7|4|0",
        "044-hnswlib-dbconnection-queue-timeout.log|fly-text|7|7|0",
        "046-dwyl-todo-crashdump-maxrestart.log|fly-text|23|12|0",
        "048-dwyl-auth-migrate-dbconnection-sigusr1.log|deploy-output|17|17|0",
        "050-dwyl-chat-unhealthy-alloc-recent-events.log|deploy-output|25|13|0",
        "052-hello-elixir-release-command-127.log|deploy-output|6|6|0",
        "054-dwyl-hits-release-command-kernel-panic.log|deploy-output|12|11|0",
        "056-companion-app-autostop-sigterm.log|fly-text|17|9|0",
        "060-releases-v2-pending-no-user.txt|releases-table|3|2|0",
        "062-releases-relative-dates-scale-cancelled.txt|releases-table|12|11|0",
        "064-releases-tab-failed-latest.txt|releases-table|3|2|0",
        "066-machine-events-sigabrt-134.txt|machine-status|3|3|0",
        "070-worker-sigint-redeploy-selected-lines.log|fly-text|6|6|0",
        "076-springboot-flyway-no-password-timeonly.log|fly-text|111|109|2",
        "078-grafana-newest-first-slow-start.log|fly-text|68|33|0",
        "080-rails-release-command-devise-key.log|deploy-output|33|27|0",
        "082-node-request-triggered-crashloop-pu02.log|fly-text|103|103|0",
        "084-shipper-ndjson-runner-exit0.ndjson|shipper-ndjson|3|3|0",
        "086-shipper-ndjson-2021-rails.ndjson|shipper-ndjson|1|1|0",
        "088-releases-json-full-record.json|releases-json|15|1|0",
        "090-machine-events-box-drawing-flycast.txt|machine-status|3|3|0",
        "092-oban-producer-genserver-terminating.log|elixir-console|15|1|0",
        "094-blockscout-postgrex-econnrefused-burst.log|elixir-console|6|6|0",
        "096-neoscan-kernel-pid-terminated-compose.log|elixir-console|10|10|0"
      })
  void isRecognisedAndCountedWhole(
      String name, String format, long lines, long records, long unparsed) throws Exception {
    Source source = Reads.of(input(name), ImportOptions.NONE).source();
    assertEquals(format, source.format());
    assertEquals(lines, source.lines());
    assertEquals(records, source.records());
    assertEquals(unparsed, source.unparsed());
    assertTrue(source.addsUp());
  }

  @Test
  void aSummaryMadeByAnotherToolIsRefusedAndSaysWhatWasLookedFor() throws IOException {
    Input summary = input("020-log-analysis-derived-json.json");
    InputProblem refused =
        assertThrows(InputProblem.class, () -> Reads.of(summary, ImportOptions.NONE));
    assertTrue(refused.getMessage().contains("fly-json"), refused.getMessage());
    assertTrue(refused.remedy().contains("--format"));
  }

  @Test
  void aGrafanaCopyIsTurnedRoundAndItsZoneReadFromTheMessages() throws Exception {
    Reads reads = Reads.of(input("078-grafana-newest-first-slow-start.log"), ImportOptions.NONE);
    assertEquals("+05:30 (inferred)", reads.source().zone());
    assertEquals("Starting machine", reads.record().message());
    assertEquals("2025-01-09T05:25:31.203Z", reads.record().at().toString());
    assertEquals(67, reads.record().evidence().line());
    assertTrue(reads.notes(Source.Note.Kind.INFERRED, "turned round"));
  }

  @Test
  void linesWithTheTimeAloneTakeTheDateOfTheClocksInsideThem() throws Exception {
    Reads reads =
        Reads.of(input("076-springboot-flyway-no-password-timeonly.log"), ImportOptions.NONE);
    assertEquals("2026-06-02T19:06:11Z", reads.record().at().toString());
    assertEquals("UTC (inferred)", reads.source().zone());
  }

  @Test
  void theAppIsReadFromTheCommandAbove() throws Exception {
    Reads reads =
        Reads.of(input("076-springboot-flyway-no-password-timeonly.log"), ImportOptions.NONE);
    assertEquals("backend-rosy-cloud-4618", reads.record().app());
  }

  @Test
  void aPageOfAHundredLinesSaysThatItIsOnlyThat() throws Exception {
    Reads reads =
        Reads.of(input("018-sqlalchemy-undefined-column-one-second.log"), ImportOptions.NONE);
    assertTrue(reads.notes(Source.Note.Kind.LIMIT, "exactly 100 lines"));
    assertTrue(reads.notes(Source.Note.Kind.LIMIT, "begins inside a message"));
  }

  @Test
  void anExceptionTracedThroughFortyLinesIsOneMessage() throws Exception {
    Reads reads =
        Reads.of(input("076-springboot-flyway-no-password-timeonly.log"), ImportOptions.NONE);
    List<Long> heads =
        reads.records().stream()
            .filter(record -> record.evidence().line() >= 11 && record.evidence().line() <= 43)
            .map(record -> record.head())
            .distinct()
            .toList();
    assertEquals(List.of(10L), heads);
  }
}
