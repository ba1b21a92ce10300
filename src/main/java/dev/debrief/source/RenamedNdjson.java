package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shippers that give the platform's records names of their own, flat or within another object:
 * Elastic's {@code _source}, Datadog's {@code attributes}, Loki's {@code labels} and what people
 * write themselves. Recognised by a time, a message and a machine's id under any of their usual
 * names, with an app, a region or who spoke; without these an object may be what a program printed.
 */
final class RenamedNdjson implements JsonFormat {
  private static final String[] WITHIN = {
    "_source",
    "attributes",
    "labels",
    "stream",
    "fields",
    "metadata",
    "meta",
    "fly",
    "tags",
    "resource",
    "context"
  };

  private static final String[] TIME = {
    "@timestamp", "timestamp", "time", "ts", "dt", "_time", "datetime", "date", "eventTime"
  };

  private static final String[] MESSAGE = {
    "message", "msg", "_msg", "line", "text", "body", "content", "log"
  };

  private static final String[] MACHINE = {
    "instance",
    "instance_id",
    "machine",
    "machine_id",
    "fly.instance",
    "fly_instance",
    "fly_machine_id",
    "fly.machine.id",
    "fly.machine_id",
    "fly_app_instance",
    "allocation",
    "alloc_id",
    "vm",
    "vm_id"
  };

  private static final String[] APP = {
    "app", "app_name", "application", "fly.app", "fly_app", "service", "service.name"
  };

  private static final String[] REGION = {"region", "fly_region", "fly.region", "cloud.region"};

  private static final String[] PROVIDER = {
    "provider", "event_provider", "event.provider", "fly.provider", "source_type"
  };

  private static final String[] LEVEL = {"level", "severity", "log.level", "loglevel", "status"};

  private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{13,15}");

  @Override
  public String name() {
    return "shipper-ndjson";
  }

  @Override
  public String looksLike() {
    return "objects with a time, a message, a machine's id and an app or region, however named";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        {"@timestamp":"2022-09-27T20:34:39.660Z","app":"a","instance":"0e286551c30586","region":"sjc","provider":"app","level":"info","msg":"hello"}
        """,
        """
        {"_index":"logs","_source":{"@timestamp":"2022-09-27T20:34:39.660Z","service":"a","machine_id":"0e286551c30586","region":"sjc","severity":"info","message":"hello"}}
        """);
  }

  @Override
  public boolean recognises(JsonObject object) {
    List<JsonObject> places = places(object);
    return !text(places, MACHINE).isEmpty()
        && MACHINE_ID.matcher(text(places, MACHINE)).matches()
        && !text(places, MESSAGE).isEmpty()
        && moment(places) != null
        && !(text(places, APP) + text(places, REGION) + text(places, PROVIDER)).isEmpty();
  }

  @Override
  public void read(JsonObject object, Reading reading) {
    if (!object.complete) {
      return;
    }
    List<JsonObject> places = places(object);
    Moment moment = moment(places);
    String provider = text(places, PROVIDER);
    reading.record(
        new Told(
            this,
            object.line,
            object.lines(),
            moment == null ? reading.carried() : moment,
            text(places, APP),
            provider.isEmpty() ? "app" : provider,
            text(places, MACHINE),
            text(places, REGION),
            Values.level(text(places, LEVEL)),
            text(places, MESSAGE),
            Map.of()));
  }

  /** The object, and those within it that may hold what it doesn't. */
  private static List<JsonObject> places(JsonObject object) {
    List<JsonObject> places = new ArrayList<>();
    places.add(object);
    for (int i = 0; i < places.size() && i < 4; i++) {
      JsonObject own = places.get(i);
      for (String name : WITHIN) {
        if (own.has(name) && own.get(name) instanceof JsonObject within) {
          places.add(within);
        }
      }
    }
    return places;
  }

  private static String text(List<JsonObject> places, String... names) {
    for (JsonObject place : places) {
      String text = place.text(names);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static @Nullable Moment moment(List<JsonObject> places) {
    for (JsonObject place : places) {
      for (String name : TIME) {
        Moment moment = place.has(name) ? Values.moment(place.get(name), Clock.PLATFORM) : null;
        if (moment != null) {
          return moment;
        }
      }
    }
    return null;
  }
}
