package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Moment;
import dev.debrief.model.Operation;
import dev.debrief.model.Precision;
import dev.debrief.model.Source.Note.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A run of lines of machine status. */
final class MachineBlock implements Block {
  private static final Pattern KEY =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9 ]{1,20}?)\\s*(?:=|│|:)(?:\\s+(.*)|)$");
  private static final Pattern FROM_APP =
      Pattern.compile("\\d+ machines have been retrieved from app ([^ ]+?)\\.?");
  private static final int MOST_EVENTS = 100_000;

  private final Format format;
  private final Reading reading;
  private final List<MachineEvent> events = new ArrayList<>();
  private Map<String, String> facts = new HashMap<>();
  private long factsLine;
  private int factsLines;
  private String machine = "";
  private String region = "";
  private boolean inFacts;
  private boolean config;
  private @Nullable Table table;

  MachineBlock(Format format, Reading reading) {
    this.format = format;
    this.reading = reading;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean take(Line line, LineReader ahead) {
    String raw = Escapes.strip(line.text());
    String text = raw.strip();
    if (text.startsWith("Machine ID: ")) {
      end();
      machine = text.substring(12).strip();
      region = "";
      begin(line, "ID", machine);
      return true;
    }
    if (MachineStatus.command(text)) {
      end();
      structure();
      return true;
    }
    Matcher listed = FROM_APP.matcher(text);
    if (listed.matches()) {
      end();
      reading.app(listed.group(1));
      structure();
      return true;
    }
    Table header = Table.of(raw);
    if (header != null && !header.has("VERSION", "DESCRIPTION")) {
      finishFacts();
      finishEvents();
      table = header;
      structure();
      return true;
    }
    if (title(text)) {
      config = text.equals("Config:");
      if (!inFacts || (!text.equals("VM") && !text.equals("Machine") && !text.equals("PG"))) {
        finishFacts();
        table = null;
        structure();
      } else {
        factsLines++;
      }
      return true;
    }
    if (table != null && row(line, raw)) {
      return true;
    }
    if (MachineStatus.event(text)) {
      finishFacts();
      event(line, EventRow.of(text));
      return true;
    }
    return fact(line, raw, text);
  }

  private static boolean title(String text) {
    return switch (text) {
      case "VM",
          "Machine",
          "PG",
          "Event Logs",
          "App",
          "Machines",
          "Config:",
          "Notes:",
          "Instances",
          "Recent Events",
          "Recent Logs" ->
          true;
      default -> text.startsWith("Checks [") || text.startsWith("View them in the UI here");
    };
  }

  private void begin(Line line, String key, String value) {
    finishFacts();
    inFacts = true;
    factsLine = line.number();
    factsLines = 1;
    facts.put(key, value);
  }

  private boolean fact(Line line, String raw, String text) {
    Matcher key = KEY.matcher(raw);
    if (table == null && key.matches()) {
      String value = key.group(2) == null ? "" : key.group(2).strip();
      if (value.endsWith("│")) {
        value = value.substring(0, value.length() - 1).strip();
      }
      if (inFacts) {
        facts.putIfAbsent(key.group(1), value);
        factsLines++;
      } else if (key.group(1).equals("ID")) {
        begin(line, "ID", value);
      } else {
        if (key.group(1).equals("Name")) {
          reading.app(value);
        }
        structure();
      }
      return true;
    }
    boolean rule =
        text.chars().allMatch(c -> c == '─' || c == '┼' || c == '-' || c == '+' || c <= ' ');
    boolean application = text.equals(reading.app());
    boolean footnote = text.startsWith("†") || text.startsWith("💀") || text.startsWith("* ");
    boolean prompt = text.startsWith("? ");
    if (rule || application || footnote || prompt) {
      structure();
      return true;
    }
    return false;
  }

  private void structure() {
    reading.account(format).continuations(1);
  }

  private boolean row(Line line, String raw) {
    Table columns = table;
    if (columns == null) {
      return false;
    }
    List<String> cells = columns.cells(raw);
    if (columns.has("EVENT", "STATE")) {
      EventRow row = EventRow.of(columns, cells);
      if (MachineStatus.EVENTS.contains(row.type())) {
        return event(line, row);
      }
      return MachineStatus.event(raw.strip()) && event(line, EventRow.of(raw.strip()));
    }
    if (columns.has("TIMESTAMP", "TYPE", "MESSAGE")) {
      return allocationEvent(line, columns, cells);
    }
    if (columns.has("NAME", "MACHINE", "STATUS")) {
      return check(line, columns, cells);
    }
    String id = columns.cell(cells, "ID").replaceAll("[*†💀\\s]", "");
    if (id.isEmpty()) {
      boolean continued = raw.startsWith(" ") || raw.startsWith("\t");
      if (continued) {
        structure();
      }
      return continued;
    }
    if (!id.matches("[0-9a-z]{6,20}")) {
      return false;
    }
    String state = either(columns.cell(cells, "STATE"), columns.cell(cells, "STATUS"));
    String updated =
        either(
            columns.cell(cells, "LAST UPDATED"),
            either(columns.cell(cells, "UPDATED"), columns.cell(cells, "CREATED")));
    String version = columns.cell(cells, "VERSION");
    reading.entry(
        format,
        new MachineSnapshot(
            reading.evidence(line.number()),
            1,
            moment(updated, Clock.EVENT),
            reading.app(),
            id,
            columns.cell(cells, "REGION").replaceAll("\\(.*\\)", ""),
            state,
            columns.cell(cells, "IMAGE"),
            version.matches("[0-9]+") ? "v" + version : "",
            ""));
    return true;
  }

  /** An event of an allocation, as they were before there were machines. */
  private boolean allocationEvent(Line line, Table columns, List<String> cells) {
    String stamp = columns.cell(cells, "TIMESTAMP");
    if (Stamp.of(stamp) == null) {
      return false;
    }
    reading.entry(
        format,
        new Operation(
            reading.evidence(line.number()),
            1,
            moment(stamp, Clock.EVENT),
            reading.app(),
            Operation.Kind.OTHER,
            "",
            "",
            machine,
            columns.cell(cells, "TYPE") + ": " + columns.cell(cells, "MESSAGE")));
    return true;
  }

  private boolean check(Line line, Table columns, List<String> cells) {
    String status = columns.cell(cells, "STATUS");
    String name = columns.cell(cells, "NAME");
    if (name.isEmpty() && status.isEmpty()) {
      structure();
      return true;
    }
    if (!status.equals("passing") && !status.equals("warning") && !status.equals("critical")) {
      return false;
    }
    reading.entry(
        format,
        new Operation(
            reading.evidence(line.number()),
            1,
            moment(columns.cell(cells, "LAST UPDATED"), Clock.EVENT),
            reading.app(),
            status.equals("passing") ? Operation.Kind.OTHER : Operation.Kind.HEALTH_CHECK_FAILED,
            "",
            "",
            columns.cell(cells, "MACHINE"),
            (name + " " + status + " " + columns.cell(cells, "OUTPUT")).strip()));
    return true;
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private boolean event(Line line, EventRow row) {
    if (events.size() >= MOST_EVENTS) {
      return false;
    }
    events.add(
        new MachineEvent(
            reading.evidence(line.number()),
            1,
            moment(row.stamp(), Clock.EVENT),
            reading.app(),
            machine,
            region,
            row.type(),
            row.state(),
            row.source(),
            row.exit()));
    return true;
  }

  private Moment moment(String text, Clock clock) {
    Stamp stamp = Stamp.of(text);
    if (stamp == null) {
      Optional<Moment> age =
          reading.captured() ? Ages.before(reading.capturedAt(), text) : Optional.empty();
      return age.orElseGet(reading::carried);
    }
    if (stamp.zoned) {
      return new Moment(stamp.instant(), stamp.precision(), clock);
    }
    Account account = reading.account(format);
    account.zone(reading.options.zone().map(ZoneId::getId).orElse("UTC (assumed)"));
    if (reading.options.zone().isEmpty()) {
      account.note(
          Kind.INFERRED,
          0,
          "some event times have no zone; they were read as UTC",
          "pass --zone with the zone of the computer that printed them");
    }
    return new Moment(stamp.instant(reading.zone()), stamp.precision(), Clock.INFERRED);
  }

  /** Old versions printed the machine's configuration beneath, as JSON. */
  @Override
  public boolean follow(Line line) {
    if (config) {
      structure();
    }
    return config;
  }

  @Override
  public void end() {
    finishFacts();
    finishEvents();
    table = null;
  }

  private void finishFacts() {
    if (!inFacts) {
      return;
    }
    Map<String, String> told = facts;
    facts = new HashMap<>();
    inFacts = false;
    machine = told.getOrDefault("ID", machine);
    region = told.getOrDefault("Region", "");
    String updated = told.getOrDefault("Updated", told.getOrDefault("Created", ""));
    reading.entry(
        format,
        new MachineSnapshot(
            reading.evidence(factsLine),
            factsLines,
            moment(updated, Clock.EVENT),
            reading.app(),
            machine,
            region,
            told.getOrDefault("State", ""),
            told.getOrDefault("Image", ""),
            "",
            told.getOrDefault("Instance ID", "")));
  }

  /** Hands the events over, oldest first. */
  private void finishEvents() {
    if (events.isEmpty()) {
      return;
    }
    Moment first = events.getFirst().moment();
    Moment last = events.getLast().moment();
    boolean newestFirst = first.known() && last.known() && first.at().isAfter(last.at());
    if (events.getFirst().moment().precision() != Precision.NONE) {
      reading
          .account(format)
          .note(
              Kind.LIMIT,
              0,
              "an event table shows a machine's last few events only; what came before is not here",
              "the machine's JSON from the API holds up to 20");
    }
    (newestFirst ? events.reversed() : events).forEach(event -> reading.entry(format, event));
    events.clear();
  }
}
