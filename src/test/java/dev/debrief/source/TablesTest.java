package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  /** An image whose build began at that time. */
  private static String image(String at) {
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    long millis = Instant.parse(at).toEpochMilli();
    StringBuilder ulid = new StringBuilder();
    for (int i = 9; i >= 0; i--) {
      ulid.append(alphabet.charAt((int) (millis >> (5 * i)) & 31));
    }
    return "registry.fly.io/a:deployment-" + ulid + "EQ13AKHWCFR6MTMX";
  }

  private static String releases(String... rows) {
    return "VERSION\tSTATUS\tDESCRIPTION\tUSER\tDATE\tDOCKER IMAGE\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static String row(int version, String date, String image) {
    return "v%d\tcomplete\tRelease\td@example.com\t%s\t%s\t".formatted(version, date, image);
  }

  @Test
  void theZoneOfLocalDatesIsReadFromTheBuilds() {
    String rollback = image("2026-01-02T10:00:00Z");
    Reads reads =
        Reads.text(
            releases(
                row(4, "Aug 3 2026 15:32", image("2026-08-03T09:58:40Z")),
                row(3, "Aug 2 2026 23:10", rollback),
                row(2, "Aug 2 2026 15:32", image("2026-08-02T10:01:10Z")),
                row(1, "Jan 2 2026 15:31", rollback)));
    assertEquals("+05:30 (inferred)", reads.source().zone());
    List<Release> releases = reads.all(Release.class);
    assertEquals("v1", releases.getFirst().version());
    assertEquals("2026-08-03T10:02:00Z", releases.getLast().moment().at().toString());
    assertEquals(Precision.MINUTE, releases.getLast().moment().precision());
    assertEquals(Clock.INFERRED, releases.getLast().moment().clock());
    assertTrue(reads.notes(Source.Note.Kind.INFERRED, "+05:30 was worked out"));
  }

  @Test
  void newfoundlandsSummerTimeIsAZoneToo() {
    Reads reads =
        Reads.text(
            releases(
                row(4, "Aug 3 2026 07:32", image("2026-08-03T10:00:10Z")),
                row(3, "Aug 2 2026 23:10", image("2026-08-03T01:38:10Z"))));
    assertEquals("-02:30 (inferred)", reads.source().zone());
  }

  @Test
  void summerTimeInTheMiddleOfATableIsNoticed() {
    Reads reads =
        Reads.text(
            releases(
                row(4, "Apr 3 2026 12:05", image("2026-04-03T10:01:00Z")),
                row(3, "Apr 1 2026 12:05", image("2026-04-01T10:01:00Z")),
                row(2, "Mar 20 2026 11:05", image("2026-03-20T10:01:00Z")),
                row(1, "Mar 18 2026 11:05", image("2026-03-18T10:01:00Z"))));
    List<Release> releases = reads.all(Release.class);
    assertEquals("2026-03-18T10:05:00Z", releases.getFirst().moment().at().toString());
    assertEquals("2026-04-03T10:05:00Z", releases.getLast().moment().at().toString());
  }

  @Test
  void aZoneThatIsGivenOverridesTheBuilds() {
    Reads reads =
        Reads.text(
            releases(row(4, "Aug 3 2026 12:02", image("2026-08-03T09:58:40Z"))),
            ImportOptions.NONE.withZone(ZoneId.of("America/New_York")));
    assertEquals("America/New_York", reads.source().zone());
    assertEquals(
        "2026-08-03T16:02:00Z", reads.all(Release.class).getFirst().moment().at().toString());
  }

  @Test
  void withoutImagesLocalDatesAreReadAsUtcAndThatIsSaid() {
    Reads reads =
        Reads.text(
            "VERSION\tSTATUS\tDESCRIPTION\tUSER\tDATE\nv1\tcomplete\tRelease\td\tAug 3 2026 10:02\t\n");
    assertEquals("UTC (assumed)", reads.source().zone());
    assertTrue(reads.notes(Source.Note.Kind.INFERRED, "read as UTC"));
  }

  @Test
  void anHourToldTwiceIsDecidedByTheVersionsBesideIt() {
    ImportOptions berlin = ImportOptions.NONE.withZone(ZoneId.of("Europe/Berlin"));
    List<Release> releases =
        Reads.text(
                releases(
                    row(13, "Oct 25 2026 02:20", ""),
                    row(12, "Oct 25 2026 02:40", ""),
                    row(11, "Oct 25 2026 01:50", "")),
                berlin)
            .all(Release.class);
    assertEquals("2026-10-25T00:40:00Z", releases.get(1).moment().at().toString());
    assertEquals("2026-10-25T01:20:00Z", releases.get(2).moment().at().toString());
    assertEquals(Precision.MINUTE, releases.get(2).moment().precision());
  }

  @Test
  void anHourToldTwiceThatNothingDecidesIsBothAndThatIsSaid() {
    Reads reads =
        Reads.text(
            releases(
                row(13, "Oct 25 2026 08:20", ""),
                row(12, "Oct 25 2026 02:40", ""),
                row(11, "Oct 25 2026 01:50", "")),
            ImportOptions.NONE.withZone(ZoneId.of("Europe/Berlin")));
    Release told = reads.all(Release.class).get(1);
    assertEquals("2026-10-25T00:40:00Z", told.moment().at().toString());
    assertEquals(Precision.HOUR, told.moment().precision());
    assertEquals(Clock.TWICE, told.moment().clock());
    assertTrue(reads.notes(Source.Note.Kind.INFERRED, "or at 2026-10-25T01:40:00Z"));
  }

  @Test
  void anHourToldTwiceIsNoticedWhereOnlyTheBuildsTellTheZone() {
    Reads reads =
        Reads.text(
            releases(
                row(14, "Oct 26 2026 09:05", image("2026-10-26T08:01:00Z")),
                row(13, "Oct 25 2026 04:20", ""),
                row(12, "Oct 25 2026 02:40", ""),
                row(11, "Oct 24 2026 12:05", image("2026-10-24T10:01:00Z"))));
    List<Release> releases = reads.all(Release.class);
    assertEquals("2026-10-25T00:40:00Z", releases.get(1).moment().at().toString());
    assertEquals(Clock.TWICE, releases.get(1).moment().clock());
    assertEquals("2026-10-25T03:20:00Z", releases.get(2).moment().at().toString());
  }

  @Test
  void theHourThatSpringLeavesOutIsReadOnBehind() {
    assertEquals(
        "2026-03-29T01:30:00Z",
        Reads.text(
                releases(row(3, "Mar 29 2026 02:30", "")),
                ImportOptions.NONE.withZone(ZoneId.of("Europe/Berlin")))
            .all(Release.class)
            .getFirst()
            .moment()
            .at()
            .toString());
  }

  @Test
  void agesOfATableWhoseTimeNothingTellsKeepTheirDistances() {
    Reads reads =
        Reads.untimed(
            " VERSION │ STATUS   │ DESCRIPTION │ USER │ DATE\n"
                + " v12     │ complete │ Release     │ d    │ 10m0s ago\n"
                + " v11     │ complete │ Release     │ d    │ 2h13m ago\n");
    List<Release> releases = reads.all(Release.class);
    assertEquals(Precision.NONE, releases.getFirst().moment().precision());
    assertEquals(Clock.AGE, releases.getFirst().moment().clock());
    assertEquals(
        Duration.ofMinutes(124).minusSeconds(1),
        Duration.between(releases.getFirst().moment().at(), releases.getLast().moment().at()));
    assertTrue(reads.notes(Source.Note.Kind.LIMIT, "the file doesn't tell that"));
  }

  @Test
  void agesAreCountedBackFromTheCaptureAndCutNotRounded() {
    String table =
        " VERSION │ STATUS   │ DESCRIPTION │ USER │ DATE\n"
            + " v12     │ complete │ Release     │ d    │ 2h13m ago\n"
            + " v11     │ failed   │ Release     │ d    │ 7m3s ago\n"
            + " v10     │ failed   │ Release     │ d    │ just now\n";
    List<Release> releases =
        Reads.text(table, ImportOptions.NONE.withCapturedAt(Instant.parse("2026-08-03T12:00:00Z")))
            .all(Release.class);
    assertEquals("2026-08-03T09:46:00Z", releases.getLast().moment().at().toString());
    assertEquals(Precision.MINUTE, releases.getLast().moment().precision());
    assertEquals("2026-08-03T11:52:56Z", releases.get(1).moment().at().toString());
    assertEquals(Precision.SECOND, releases.get(1).moment().precision());
  }

  @Test
  void agesOfACopiedFileAreCountedBackFromWhatTheBuildsTell() {
    Reads reads =
        Reads.text(
            " VERSION │ STATUS   │ DESCRIPTION │ USER │ DATE      │ DOCKER IMAGE\n"
                + " v13     │ complete │ Release     │ d    │ 1h28m ago │ registry.fly.io/x:deployment-01KN000000AAAAAAAAAAAAAAAA\n"
                + " v12     │ complete │ Release     │ d    │ 1h49m ago │ registry.fly.io/x:deployment-"
                + "01KN6PDZGB7M3AH9QY2V4T8XWC\n"
                + " v11     │ complete │ Release     │ d    │ 20h3m ago │ registry.fly.io/x:deployment-01KN000000AAAAAAAAAAAAAAAA\n");
    Instant built = Ulid.built("deployment-01KN6PDZGB7M3AH9QY2V4T8XWC").orElseThrow();
    Release twelfth = reads.all(Release.class).get(1);

    assertEquals("v12", twelfth.version());
    assertTrue(
        Duration.between(built, twelfth.moment().at()).abs().compareTo(Duration.ofMinutes(2)) < 0,
        twelfth.moment().toString());
    assertTrue(reads.notes(Source.Note.Kind.INFERRED, "the file's time does not fit"));
  }

  @Test
  void fixedColumnsWithBlankCellsAreFoundByTheHeader() {
    Reads reads =
        Reads.text(
            """
            VERSION STABLE TYPE    STATUS    DESCRIPTION                        USER  DATE
            v27     true   scale   succeeded Autoscale                                2022-08-10T17:05:57Z
            v26     true   scale   cancelled Scale VM count: ["app, 2"]         me    2022-08-10T17:04:57Z
            """);
    Release scaled = reads.all(Release.class).getFirst();
    assertEquals("Scale VM count: [\"app, 2\"]", scaled.description());
    assertEquals("me", scaled.actor());
    assertEquals("scale", scaled.reason());
    assertEquals("cancelled", scaled.status());
    assertEquals("", reads.all(Release.class).getLast().actor());
  }

  @Test
  void twentyFiveReleasesAreOnlyTheNewest() {
    String[] rows = new String[25];
    for (int i = 0; i < 25; i++) {
      rows[i] = row(25 - i, "2022-08-10T17:05:57Z", "x");
    }
    assertTrue(Reads.text(releases(rows)).notes(Source.Note.Kind.LIMIT, "newest 25"));
  }

  @Test
  void eventStampsAreInTheZoneTheySayAndComeOldestFirst() {
    Reads reads =
        Reads.text(
            """
            Machine ID: 3d8d9930c32189
            Instance ID: 01KN8YTKR09VYTYBW1D9DYS3CP
            State: started

            VM
              ID       = 3d8d9930c32189
              Region   = fra
              Image    = my-app:deployment-1
              Updated  = 2026-04-03T06:00:02Z

            Event Logs
            STATE  	EVENT	SOURCE	TIMESTAMP                	INFO
            started	start	flyd  	2026-04-03T08:00:00.5+02:00
            stopped	exit	flyd  	2026-04-03T07:59:00+02:00	exit_code=137,oom_killed=true,requested_stop=false
            """);
    List<MachineEvent> events = reads.all(MachineEvent.class);
    assertEquals("exit", events.getFirst().type());
    assertEquals("2026-04-03T05:59:00Z", events.getFirst().moment().at().toString());
    assertEquals("2026-04-03T06:00:00.500Z", events.getLast().moment().at().toString());
    assertEquals("3d8d9930c32189", events.getLast().machine());
    assertEquals("fra", events.getLast().region());
    MachineEvent.Exit exit = events.getFirst().exit();
    assertNotNull(exit);
    assertEquals(137, exit.code());
    assertEquals(Boolean.TRUE, exit.oomKilled());
    MachineSnapshot machine = reads.all(MachineSnapshot.class).getFirst();
    assertEquals("my-app:deployment-1", machine.image());
    assertEquals("2026-04-03T06:00:02Z", machine.moment().at().toString());
    assertEquals(List.of(), reads.unparsed());
    assertTrue(reads.addsUp());
  }

  @Test
  void machineListsOfBothErasAreRead() {
    Reads reads =
        Reads.text(
            """
            2 machines have been retrieved from app my-app.
            View them in the UI here (\u200bhttps://fly.io/apps/my-app/machines/)

            my-app
             ID              │ NAME   │ STATE   │ CHECKS │ REGION │ ROLE │ IMAGE        │ IP ADDRESS │ VOLUME │ CREATED              │ LAST UPDATED         │ PROCESS GROUP │ SIZE
             3d8d9930b32189  │ a-name │ started │ 1/1    │ lhr    │      │ my-app:d-01H │ fdaa::3    │        │ 2023-08-30T12:31:51Z │ 2023-08-30T12:31:52Z │ app           │ shared
             e784079b449483* │        │         │        │        │      │              │            │        │                      │                      │               │
            """);
    List<MachineSnapshot> machines = reads.all(MachineSnapshot.class);
    assertEquals(2, machines.size());
    assertEquals("my-app", machines.getFirst().app());
    assertEquals("2023-08-30T12:31:52Z", machines.getFirst().moment().at().toString());
    assertEquals("e784079b449483", machines.getLast().machine());
    assertEquals(List.of(), reads.unparsed());
  }

  /** An event row between two facts of a machine was counted with the machine's lines. */
  @Test
  void anEventInTheMiddleOfAMachinesFactsIsALineOfItsOwn() {
    Reads reads =
        Reads.text(
            "Machine ID: 3d8d9930c32189\n"
                + " stopped  exit  flyd  2023-09-11T10:42:40.5Z  exit_code=137,oom_killed=true\n"
                + " Region  = fra\n");
    assertEquals(3, reads.lines());
  }
}
