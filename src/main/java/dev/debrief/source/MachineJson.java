package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Moment;
import dev.debrief.model.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Machines as JSON: {@code fly machine list --json}, {@code fly status --json}, the Machines API's
 * machine, list and events. The platform's own tool leaves out zero and false, so that an exit
 * event without a code is an exit with 0.
 */
final class MachineJson implements JsonFormat {
  /** Events that the platform keeps of a machine. */
  private static final int PAGE = 20;

  @Override
  public String name() {
    return "machine-json";
  }

  @Override
  public String looksLike() {
    return "objects with \"id\", \"state\" and \"instance_id\", or \"type\", \"status\" and a"
        + " numeric \"timestamp\"";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        [
            {
                "id": "148e21ea7d3d89",
                "state": "started",
                "region": "lhr",
                "instance_id": "01KAAAAAAAAAAAAAAAAAAAAAAA",
                "updated_at": "2026-03-10T14:58:12Z",
                "events": [
                    {
                        "type": "start",
                        "status": "started",
                        "source": "flyd",
                        "timestamp": 1773151140650
                    }
                ]
            }
        ]
        """,
        """
        [{"id":"01M045ZH1ZN2JFXYM4GK1S6C16","type":"exit","status":"stopped","request":{"exit_event":{"requested_stop":true,"exit_code":0,"exited_at":"2026-08-16T02:21:28.614Z"},"restart_count":0},"source":"flyd","timestamp":1786846889023}]
        """,
        """
        {"AppURL":"https://a.fly.dev","Machines":[{"id":"148e21ea7d3d89","state":"stopped","region":"lhr","instance_id":"01K"}],"Name":"a","PlatformVersion":"machines"}
        """);
  }

  @Override
  public boolean recognises(JsonObject object) {
    return machine(object)
        || event(object)
        || !machines(object).isEmpty()
        || !events(object).isEmpty();
  }

  private static boolean machine(JsonObject object) {
    return object.has("id")
        && object.has("state")
        && (object.has("instance_id")
            || object.has("image_ref")
            || object.has("config")
            || object.has("private_ip"));
  }

  private static boolean event(JsonObject object) {
    return object.has("type")
        && object.has("status")
        && object.get("timestamp") instanceof Long
        && !object.has("message");
  }

  private static List<JsonObject> machines(JsonObject document) {
    return document.objects("Machines").stream().filter(MachineJson::machine).toList();
  }

  private static List<JsonObject> events(JsonObject object) {
    return object.objects("events").stream().filter(MachineJson::event).toList();
  }

  @Override
  public void read(JsonObject object, Reading reading) {
    if (machine(object)) {
      machine(object, reading.app(), reading);
    } else if (event(object)) {
      event(object, reading.app(), "", "", reading);
    } else if (!machines(object).isEmpty()) {
      String name = object.text("Name");
      String app = name.isEmpty() ? reading.app() : name;
      machines(object).forEach(machine -> machine(machine, app, reading));
    } else {
      String id = object.text("machine_id", "id");
      events(object).forEach(event -> event(event, reading.app(), id, "", reading));
    }
  }

  private void machine(JsonObject machine, String app, Reading reading) {
    String id = machine.text("id");
    String region = machine.text("region");
    List<JsonObject> events = events(machine);
    if (machine.complete) {
      JsonObject image = machine.object("image_ref");
      String tag = image.text("tag");
      String reference =
          join(image.text("registry"), "/", image.text("repository"))
              + (tag.isEmpty() ? "" : ":" + tag);
      if (tag.isEmpty()) {
        reference = machine.object("config").text("image");
      }
      String version = machine.object("config").object("metadata").text("fly_release_version");
      Moment updated = Values.moment(machine.get("updated_at", "created_at"), Clock.EVENT);
      long end =
          events.isEmpty() ? machine.lastLine : Math.max(machine.line, events.getFirst().line - 1);
      reading.entry(
          this,
          new MachineSnapshot(
              reading.evidence(machine.line),
              (int) (end - machine.line + 1),
              updated == null ? reading.carried() : updated,
              app,
              id,
              region,
              machine.text("state"),
              reference,
              version.isEmpty() ? "" : "v" + version,
              machine.text("instance_id")));
    }
    if (events.size() == PAGE) {
      reading
          .account(this)
          .note(
              Source.Note.Kind.LIMIT,
              machine.line,
              "exactly "
                  + PAGE
                  + " events of machine "
                  + id
                  + ": as many as the platform keeps;"
                  + " what came before is not here",
              "");
    }
    events.forEach(event -> event(event, app, id, region, reading));
  }

  private static String join(String one, String between, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one + between + other;
  }

  private void event(JsonObject event, String app, String machine, String region, Reading reading) {
    if (!event.complete) {
      return;
    }
    Moment moment = Values.moment(event.get("timestamp"), Clock.EVENT);
    reading.entry(
        this,
        new MachineEvent(
            reading.evidence(event.line),
            event.lines(),
            moment == null ? reading.carried() : moment,
            app,
            machine.isEmpty() ? event.text("machine_id") : machine,
            region,
            event.text("type"),
            event.text("status"),
            event.text("source"),
            exit(event)));
  }

  /** What the event says of an exit. The monitor's account of it comes first, as in flyctl. */
  private static MachineEvent.@Nullable Exit exit(JsonObject event) {
    JsonObject request = event.object("request");
    JsonObject monitored = request.object("MonitorEvent").object("exit_event");
    JsonObject direct = request.object("exit_event");
    boolean told = !monitored.members().isEmpty() || !direct.members().isEmpty();
    if (!told) {
      return null;
    }
    JsonObject exit = monitored.members().isEmpty() ? direct : monitored;
    Long code = exit.number("exit_code");
    Long count = request.number("restart_count");
    return new MachineEvent.Exit(
        code == null ? 0 : code.intValue(),
        signal(exit),
        Boolean.TRUE.equals(exit.truth("oom_killed")),
        Boolean.TRUE.equals(exit.truth("requested_stop")),
        Boolean.TRUE.equals(exit.truth("restarting")),
        count == null ? 0 : count.intValue(),
        exitedAt(exit));
  }

  private static @Nullable Integer signal(JsonObject exit) {
    for (String name : List.of("guest_signal", "signal")) {
      Long signal = exit.number(name);
      if (signal != null && signal > 0) {
        return signal.intValue();
      }
    }
    return null;
  }

  private static @Nullable Instant exitedAt(JsonObject exit) {
    Moment at = Values.moment(exit.get("exited_at"), Clock.EVENT);
    return at == null || at.at().getEpochSecond() <= 0 ? null : at.at();
  }
}
