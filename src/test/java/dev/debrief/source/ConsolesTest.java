package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Commit;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Operation;
import dev.debrief.model.Operation.Kind;
import dev.debrief.model.Precision;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consoles of deploys, of Elixir, and of git. */
class ConsolesTest {
  private static List<Kind> kinds(String text) {
    return Reads.text(text).all(Operation.class).stream().map(Operation::kind).toList();
  }

  private static String build(String copy, String compile) {
    return """
    ==> Verifying app config
    --> Verified app config
    ==> Building image
    #6 [2/6] RUN mix deps.get
    #6 CACHED
    #8 [3/6] COPY mix.exs mix.lock ./
    #8 CACHED
    #10 [5/6] COPY lib lib
    #10 %s
    #11 [6/6] RUN mix compile
    #11 %s
    #12 exporting to image
    image: registry.fly.io/my-app:deployment-01KR6TBNJDEQ13AKHWCFR6MTMX
    image size: 317 MB
    """
        .formatted(copy, compile);
  }

  @Test
  void aBuildIsAllCachedOnlyWhereCopyingAndCompilingWere() {
    assertEquals(
        List.of(Kind.DEPLOY_STARTED, Kind.BUILD_STARTED, Kind.BUILD_ALL_CACHED),
        kinds(build("CACHED", "CACHED")));
    assertEquals(
        List.of(Kind.DEPLOY_STARTED, Kind.BUILD_STARTED, Kind.IMAGE_BUILT),
        kinds(build("DONE 0.1s", "DONE 9.1s")));
    assertEquals(
        List.of(Kind.DEPLOY_STARTED, Kind.BUILD_STARTED, Kind.IMAGE_BUILT),
        kinds(build("CACHED", "DONE 9.1s")));
  }

  @Test
  void anAppsNameThatEndsLikeAVersionIsNoVersion() {
    List<Operation> told =
        Reads.text(
                "Updating existing machines in 'harbour-v2' with rolling strategy\n"
                    + "✔ [1/1] Machine 17817e62f16438 [app] update succeeded\n")
            .all(Operation.class);
    assertTrue(!told.isEmpty());
    told.forEach(operation -> assertEquals("", operation.version(), operation.detail()));
    assertEquals(
        List.of("v10"),
        Reads.text("$ fly secrets set A=b\nRelease v10 created\n").all(Operation.class).stream()
            .map(Operation::version)
            .filter(version -> !version.isEmpty())
            .toList());
  }

  @Test
  void theBuildIsAnchoredToTheTimeInsideTheImagesTag() {
    Operation began =
        Reads.text(build("CACHED", "CACHED")).all(Operation.class).stream()
            .filter(operation -> operation.kind() == Kind.BUILD_STARTED)
            .findFirst()
            .orElseThrow();
    assertEquals("2026-05-09T16:50:32.653Z", began.moment().at().toString());
    assertEquals(Clock.IMAGE_TAG, began.moment().clock());
    assertEquals("my-app", began.app());
  }

  @Test
  void aCiRunnersStampsAreTheTimes() {
    Operation began =
        Reads.text(
                "2026-05-09T16:50:31.1234567Z ==> Building image\n"
                    + "2026-05-09T16:51:31.1234567Z Visit your newly deployed app at https://a.fly.dev/\n")
            .all(Operation.class)
            .getFirst();
    assertEquals("2026-05-09T16:50:31.123456700Z", began.moment().at().toString());
    assertEquals(Precision.NANOSECOND, began.moment().precision());
  }

  @Test
  void aRollingDeployIsToldMachineByMachine() {
    Reads reads =
        Reads.text(
            build("DONE 0.1s", "DONE 1.0s")
                + """

                Watch your deployment at https://fly.io/apps/my-app/monitoring

                Running my-app release_command: /app/bin/migrate
                > Created release_command machine 784eee4c294298
                ✔ release_command 784eee4c294298 completed successfully
                Updating existing machines in 'my-app' with rolling strategy
                > [1/2] Acquiring lease for 1854737c27e1d8
                ✔ [1/2] Machine 1854737c27e1d8 is now in a good state
                ✖ [2/2] Unrecoverable error: timeout reached waiting for health checks to pass for machine e7845e17c24983: failed to get VM
                Error: failed to update machine e7845e17c24983: Unrecoverable error: timeout reached waiting for health checks to pass for machine e7845e17c24983
                """);
    List<Operation> operations = reads.all(Operation.class);
    assertEquals(
        List.of(
            Kind.DEPLOY_STARTED,
            Kind.BUILD_STARTED,
            Kind.IMAGE_BUILT,
            Kind.RELEASE_COMMAND_STARTED,
            Kind.RELEASE_COMMAND_SUCCEEDED,
            Kind.MACHINE_UPDATED,
            Kind.HEALTH_CHECK_FAILED,
            Kind.HEALTH_CHECK_FAILED),
        operations.stream().map(Operation::kind).toList());
    assertEquals("1854737c27e1d8", operations.get(5).machine());
    assertEquals(List.of(), reads.unparsed());
    assertTrue(reads.addsUp());
  }

  @Test
  void theLogThatAFailedReleaseCommandQuotesIsRecords() {
    Reads reads =
        Reads.text(
            """
            Running giggs release_command: ./bin/rails db:prepare
            -------
             ✖ release_command failed
            -------
            Error release_command failed running on machine 328733df060968 with exit code 1.
            Checking logs: fetching the last 100 lines below:
            \u001b[2m2024-07-06T20:27:39Z\u001b[0m  INFO Starting init (commit: ad092ccf)...
            \u001b[2m2024-07-06T20:27:44Z\u001b[0m  INFO Main child exited normally with code: 1
            Error: release command failed - aborting deployment. machine 328733df060968 exited with non-zero status of 1
            """);
    assertEquals(
        List.of(Kind.RELEASE_COMMAND_STARTED, Kind.RELEASE_COMMAND_FAILED, Kind.DEPLOY_FAILED),
        reads.all(Operation.class).stream().map(Operation::kind).toList());
    assertEquals(
        "2024-07-06T20:27:39Z",
        reads.all(Operation.class).get(1).moment().at().toString(),
        "the failure is as old as what the command printed");
    LogRecord exit = reads.records().getLast();
    assertEquals(" INFO Main child exited normally with code: 1", exit.message());
    assertEquals("328733df060968", exit.machine());
    assertEquals("2024-07-06T20:27:44Z", exit.at().toString());
    assertTrue(reads.addsUp());
  }

  @Test
  void secretsScalingAndTheRestAreOperations() {
    assertEquals(
        List.of(Kind.SECRETS_DEPLOYED, Kind.MACHINE_UPDATED),
        kinds(
            "Updating existing machines in 'my-app' with rolling strategy\n"
                + "✔ [1/1] Machine 1854737c27e1d8 is now in a good state\n"));
    assertEquals(
        List.of(Kind.SCALED),
        kinds(
            "App 'my-app' is going to be scaled according to this plan:\n"
                + "  +1 machines for group 'app' on region 'lhr'\nExecuting scale plan\n"));
    assertEquals(
        List.of(Kind.SECRETS_STAGED), kinds("Secrets are staged for the first deployment\n"));
    assertEquals(
        List.of(Kind.MACHINE_STOPPED, Kind.MACHINE_DESTROYED),
        kinds("784eee4c294298 has been successfully stopped\n784eee4c294298 has been destroyed\n"));
    Operation attached =
        Reads.text(
                "Postgres cluster abc is being attached to my-app\n"
                    + "The following secret was added to my-app:\n"
                    + "  DATABASE_URL=postgresql://user:PASSWORD@host/db\n")
            .all(Operation.class)
            .getFirst();
    assertEquals(Kind.DATABASE_ATTACHED, attached.kind());
    assertEquals(3, attached.lines());
    assertTrue(!attached.detail().contains("PASSWORD"));
  }

  @Test
  void anElixirConsoleRollsOverMidnight() {
    Reads reads =
        Reads.text(
            """
            23:59:59.900 [info] a
            00:00:00.100 request_id=GJx [error] b
            ** (RuntimeError) oops

                (app 0.1.0) lib/app.ex:1: App.run/0
            """);
    List<LogRecord> records = reads.records();
    assertEquals("2026-02-28T23:59:59.900Z", records.getFirst().at().toString());
    assertEquals("2026-03-01T00:00:00.100Z", records.getLast().at().toString());
    assertEquals(4, records.getLast().lines());
    assertEquals("GJx", records.getLast().fields().get("request.id"));
    assertTrue(records.getLast().message().endsWith("App.run/0"));
    assertEquals(Clock.INFERRED, records.getLast().moment().clock());
    assertTrue(reads.addsUp());
  }

  @Test
  void anElixirConsoleWithADateIsNoPlatformsLog() {
    Reads reads =
        Reads.text(
            "2018-06-03 17:42:26.120 [info] Application x exited: shutdown\n"
                + "2018-06-03 17:42:26.121 [error] GenServer X terminating\n** (RuntimeError) x\n");
    assertEquals("elixir-console", reads.source().format());
    assertEquals(2, reads.records().size());
  }

  @Test
  void aCiRunnersWholeCaptureIsPlaced() {
    Reads reads =
        Reads.text(
            """
            2026-05-09T16:50:20.1234567Z ##[group]Run actions/checkout@v4
            2026-05-09T16:50:30.1234567Z ##[group]Run flyctl deploy --remote-only
            2026-05-09T16:50:31.1234567Z ==> Verifying app config
            2026-05-09T16:51:52.3234567Z Visit your newly deployed app at https://a.fly.dev/
            """);
    assertEquals(
        List.of(Kind.OTHER, Kind.DEPLOY_STARTED, Kind.DEPLOY_SUCCEEDED),
        reads.all(Operation.class).stream().map(Operation::kind).toList());
    assertEquals(List.of(), reads.unparsed());
    assertTrue(reads.addsUp());
  }

  @Test
  void gitLogsOfManyShapesAreCommitsOldestFirst() {
    String full =
        """
        commit 3249ca3f00a1b2c3d4e5f60718293a4b5c6d7e8f (HEAD -> main, origin/main)
        Merge: 1234567 89abcde
        Author: Dev One <dev@example.com>
        Date:   Wed Feb 25 15:41:00 2026 -0500

            Fix the pool's keepalive

            A second paragraph.

         lib/app.ex | 2 +-
         1 file changed, 1 insertion(+), 1 deletion(-)

        commit 9ffeb25a00a1b2c3d4e5f60718293a4b5c6d7e8f
        Author: Dev Two <two@example.com>
        Date:   2026-02-24 15:41:00 +0100

            Older
        """;
    Reads reads = Reads.text(full);
    List<Commit> commits = reads.all(Commit.class);
    assertEquals("Older", commits.getFirst().subject());
    assertEquals("2026-02-24T14:41:00Z", commits.getFirst().moment().at().toString());
    assertEquals("2026-02-25T20:41:00Z", commits.getLast().moment().at().toString());
    assertEquals("Dev One <dev@example.com>", commits.getLast().author());
    assertEquals("Fix the pool's keepalive", commits.getLast().subject());
    assertTrue(reads.addsUp());
    assertEquals(List.of(), reads.unparsed());

    Reads formatted =
        Reads.text(
            "3249ca3|Dev|2026-02-25 15:41:00 -0500|Fix: it\n9ffeb25|Dev|2026-02-24 15:41:00 -0500|Older\n");
    Commit newest = formatted.all(Commit.class).getLast();
    assertEquals("Fix: it", newest.subject());
    assertEquals("Dev", newest.author());
    assertEquals("3249ca3", newest.hash());
    assertEquals("2026-02-25T20:41:00Z", newest.moment().at().toString());

    Reads first =
        Reads.text(
            "2026-02-25T15:41:00-05:00 3249ca3 fix it\n2026-02-24T15:41:00-05:00 9ffeb25 x\n");
    assertEquals("fix it", first.all(Commit.class).getLast().subject());
  }

  /** Summer time differs from winter's, and London had it all through 1970. */
  @ParameterizedTest
  @CsvSource({
    "Wed Jul 1 15:41:00 2026,Europe/Berlin,2026-07-01T13:41:00Z",
    "Wed Feb 25 15:41:00 2026,Europe/London,2026-02-25T15:41:00Z",
    "2026-07-01 15:41:00,Europe/Berlin,2026-07-01T13:41:00Z",
    "2026-07-01 15:41,Europe/Berlin,2026-07-01T13:41:00Z",
    "Wed Feb 25 15:41:00 2026 -0500,Europe/London,2026-02-25T20:41:00Z"
  })
  void aCommitsLocalDateIsOfTheNamedZoneAsItWasThatDay(String date, String zone, String at) {
    Reads reads =
        Reads.text(
            "commit 3249ca3f00a1b2c3d4e5f60718293a4b5c6d7e8f\nAuthor: Dev <d@example.com>\nDate:   "
                + date
                + "\n\n    Fix\n",
            ImportOptions.NONE.withZone(ZoneId.of(zone)));
    assertEquals(at, reads.all(Commit.class).getFirst().moment().at().toString());
  }
}
