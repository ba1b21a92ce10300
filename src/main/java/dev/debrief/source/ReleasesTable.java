package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Source.Note.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code fly releases} as a table, of every flyctl since 2020. Its dates are ages, or local times
 * to the minute without a zone; the zone is worked out from the builds' times inside the image
 * tags.
 */
final class ReleasesTable implements TextFormat {
  /** Releases that flyctl shows. */
  static final int PAGE = 25;

  /** More than any app has; those beyond are kept as unparsed. */
  private static final int MOST_ROWS = 10_000;

  @Override
  public String name() {
    return "releases-table";
  }

  @Override
  public String looksLike() {
    return "a header VERSION … STATUS DESCRIPTION USER DATE";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
         VERSION │ STATUS   │ DESCRIPTION │ USER                         │ DATE
         v12     │ complete │ Release     │ dev@example.com              │ 2h13m ago
         v11     │ failed   │ Release     │ dev@example.com              │ Aug 3 2026 10:02
        """,
        "VERSION\tSTATUS  \tDESCRIPTION\tUSER           \tDATE\n"
            + "v19    \tfailed  \tRelease    \tmluukkai@iki.fi\t3m52s ago\t\n",
        """
        VERSION STABLE TYPE    STATUS    DESCRIPTION                        USER         DATE
        v27     true   scale   succeeded Autoscale                                       8m15s ago
        v26     true   scale   succeeded Scale VM count: ["app, 2"]         me           2022-08-10T17:05:57Z
        """,
        """
        VERSION   REASON            DESCRIPTION   USER               DATE
        v10       Secrets updated   x             dev@example.com    0s ago
        """);
  }

  @Override
  public boolean begins(Line line, LineReader ahead) {
    return header(Escapes.strip(line.text())) != null;
  }

  private static @Nullable Table header(String line) {
    Table table = Table.of(line);
    return table != null
            && table.has("VERSION")
            && (table.has("STATUS") || table.has("REASON"))
            && (table.has("DATE") || table.has("DESCRIPTION"))
            && !table.has("REGION")
        ? table
        : null;
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new Rows(reading);
  }

  /** One row as it stands. */
  private record Row(
      long line,
      String version,
      String status,
      String description,
      String reason,
      String actor,
      String date,
      String image) {
    Optional<LocalDateTime> local() {
      return Ages.local(date);
    }
  }

  private final class Rows implements Block {
    private final Reading reading;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Table table;

    Rows(Reading reading) {
      this.reading = reading;
    }

    @Override
    public Format format() {
      return ReleasesTable.this;
    }

    @Override
    public boolean take(Line line, LineReader ahead) {
      String text = Escapes.strip(line.text());
      Table header = header(text);
      if (header != null) {
        end();
        table = header;
        reading.account(ReleasesTable.this).continuations(1);
        return true;
      }
      Table columns = table;
      if (columns == null || rows.size() >= MOST_ROWS) {
        return false;
      }
      if (text.chars().allMatch(c -> c == '─' || c == '┼' || c == '-' || c == '+' || c <= ' ')) {
        reading.account(ReleasesTable.this).continuations(1);
        return true;
      }
      List<String> cells = columns.cells(text);
      String version = columns.cell(cells, "VERSION");
      if (!version.matches("v?[0-9]{1,9}")) {
        return false;
      }
      Row row =
          new Row(
              line.number(),
              version.startsWith("v") ? version : "v" + version,
              columns.cell(cells, "STATUS"),
              columns.cell(cells, "DESCRIPTION"),
              columns.has("REASON") ? columns.cell(cells, "REASON") : columns.cell(cells, "TYPE"),
              columns.cell(cells, "USER"),
              columns.cell(cells, "DATE"),
              columns.cell(cells, "DOCKER IMAGE"));
      rows.add(row.date().isEmpty() && columns.has("DATE") ? byContent(row, text) : row);
      return true;
    }

    /** Where columns have slipped in a paste: the date is what looks like one at the row's end. */
    private Row byContent(Row row, String text) {
      List<String> parts = List.of(text.strip().split("[│\\t]| {2,}"));
      for (String part : parts) {
        String date = part.strip();
        if (Ages.is(date) || Ages.local(date).isPresent() || Stamp.of(date) != null) {
          return new Row(
              row.line(),
              row.version(),
              row.status(),
              row.description(),
              row.reason(),
              row.actor().equals(date) ? "" : row.actor(),
              date,
              row.image());
        }
      }
      return row;
    }

    @Override
    public boolean follow(Line line) {
      return false;
    }

    @Override
    public void end() {
      if (rows.isEmpty()) {
        return;
      }
      Account account = reading.account(ReleasesTable.this);
      if (rows.size() == PAGE) {
        account.note(
            Kind.LIMIT,
            0,
            "flyctl shows the newest " + PAGE + " releases; older ones are not in this table",
            "");
      }
      LocalZone zone = zone(account);
      Optional<Instant> told = reading.options.capturedAt().isEmpty() ? told() : Optional.empty();
      Map<Row, SortedSet<Instant>> local = locals(zone);
      for (Row row : rows.reversed()) {
        reading.entry(
            ReleasesTable.this,
            new Release(
                reading.evidence(row.line()),
                1,
                moment(row, local.get(row), told, account),
                reading.app(),
                row.version(),
                row.status(),
                row.description(),
                row.reason(),
                row.actor(),
                row.image()));
      }
      rows.clear();
    }

    /**
     * When the table was saved as its images' builds tell, where the file's time does not fit them.
     */
    private Optional<Instant> told() {
      CaptureTime time = new CaptureTime();
      Set<String> seen = new HashSet<>();
      // Oldest first: the first row may show an image that an older release brought.
      for (Row row : rows.reversed()) {
        boolean first = seen.add(row.image()) && seen.size() > 1;
        Optional<Instant> built = Ulid.built(row.image());
        if (first && built.isPresent() && Ages.is(row.date())) {
          Ages.length(row.date()).ifPresent(age -> time.fresh(built.get(), age));
        }
      }
      return time.instead(reading.captured() ? reading.capturedAt() : Instant.EPOCH);
    }

    /** What each row's local date can be, as far as the rows' order tells. */
    private Map<Row, SortedSet<Instant>> locals(LocalZone zone) {
      Map<Row, SortedSet<Instant>> locals = new HashMap<>();
      List<SortedSet<Instant>> byVersion = new ArrayList<>();
      rows.stream()
          .sorted(Comparator.comparingLong(row -> Long.parseLong(row.version().substring(1))))
          .forEach(
              row ->
                  row.local()
                      .ifPresent(
                          date -> {
                            SortedSet<Instant> instants = zone.instants(date);
                            locals.put(row, instants);
                            byVersion.add(instants);
                          }));
      VersionOrder.decide(byVersion);
      return locals;
    }

    private Moment moment(
        Row row, @Nullable SortedSet<Instant> local, Optional<Instant> told, Account account) {
      Stamp stamp = Stamp.of(row.date());
      if (stamp != null) {
        return new Moment(stamp.instant(reading.zone()), stamp.precision(), Clock.RELEASE);
      }
      if (local != null) {
        return local.size() == 1
            ? new Moment(local.first(), Precision.MINUTE, Clock.INFERRED)
            : twice(row, local, account);
      }
      if (!Ages.is(row.date())) {
        return reading.carried();
      }
      Optional<Instant> captured =
          told.isPresent() || !reading.captured() ? told : Optional.of(reading.capturedAt());
      Optional<Moment> before = captured.flatMap(at -> Ages.before(at, row.date()));
      return before.isPresent()
          ? counted(row, before.get(), captured.get(), told.isPresent(), account)
          : unanchored(row, account);
    }

    private Moment twice(Row row, SortedSet<Instant> local, Account account) {
      account.note(
          Kind.INFERRED,
          row.line(),
          row.version()
              + " was made at "
              + local.first()
              + " or at "
              + local.last()
              + ": its date stands in an hour that clocks show twice in autumn, and the"
              + " versions beside it don't tell which",
          "");
      return new Moment(local.first(), Precision.HOUR, Clock.TWICE);
    }

    /** An age counted back; where only the file's time tells from when, it may be another's. */
    private Moment counted(
        Row row, Moment before, Instant captured, boolean byBuilds, Account account) {
      boolean given = reading.options.capturedAt().isPresent();
      account.note(
          Kind.INFERRED,
          0,
          "ages such as \""
              + row.date()
              + "\" were counted back from "
              + captured
              + ", "
              + (byBuilds
                  ? "which the build times in the image tags tell; the file's time does not"
                      + " fit them"
                  : given ? "the time of capture given" : "the time of the file"),
          "pass --captured-at if the table was saved at another time");
      return byBuilds || given ? before : new Moment(before.at(), before.precision(), Clock.AGE);
    }

    /** An age of which nobody knows from when: only its place among the other rows is told. */
    private Moment unanchored(Row row, Account account) {
      account.note(
          Kind.LIMIT,
          0,
          "its ages are counted from when the table was saved, and the file doesn't tell that",
          "pass --captured-at with that time");
      return Ages.before(Instant.EPOCH, row.date())
          .map(before -> new Moment(before.at(), Precision.NONE, Clock.AGE))
          .orElseGet(reading::carried);
    }

    /** The zone of the local dates: as given, as the builds' times tell, or UTC. */
    private LocalZone zone(Account account) {
      List<Row> local = rows.stream().filter(row -> row.local().isPresent()).toList();
      if (local.isEmpty()) {
        return new LocalZone(ZoneOffset.UTC);
      }
      Optional<ZoneId> given = reading.options.zone();
      if (given.isPresent()) {
        account.zone(given.get().getId());
        return new LocalZone(given.get());
      }
      List<Zones.Pair> pairs = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (Row row :
          rows.reversed()) { // oldest first: only an image's first release follows its build
        Optional<Instant> built = Ulid.built(row.image());
        Optional<LocalDateTime> date = row.local();
        if (built.isPresent() && date.isPresent() && seen.add(row.image())) {
          pairs.add(new Zones.Pair(date.get(), built.get()));
        }
      }
      Optional<ZoneOffset> agreed = Zones.agreed(pairs);
      if (agreed.isEmpty()) {
        account.zone("UTC (assumed)");
        account.note(
            Kind.INFERRED,
            0,
            "the dates have no zone and nothing tells it; they were read as UTC",
            "pass --zone with the zone of the computer that printed the table");
        return new LocalZone(ZoneOffset.UTC);
      }
      ZoneOffset offset = agreed.get();
      long fitting = pairs.stream().filter(pair -> pair.fits(offset.getTotalSeconds())).count();
      String name = offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId();
      account.zone(name + " (inferred)");
      account.note(
          Kind.INFERRED,
          0,
          "the dates have no zone; "
              + name
              + " was worked out from the build times in the image tags, on which "
              + fitting
              + " of "
              + pairs.size()
              + " agree",
          "pass --zone if that is wrong");
      return new LocalZone(offset, Zones.byDate(pairs, offset.getTotalSeconds()));
    }
  }
}
