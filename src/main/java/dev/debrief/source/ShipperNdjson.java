package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The log shipper's archive: one object a line as Vector writes it, arrays of them as its HTTP sink
 * sends them, and the flattened keys of the services that store them. One file can hold several
 * apps.
 */
final class ShipperNdjson implements JsonFormat {
  private static final Set<String> OWN =
      Set.of(
          "event",
          "fly",
          "host",
          "log",
          "message",
          "_msg",
          "line",
          "timestamp",
          "dt",
          "_dt",
          "_time",
          "@timestamp",
          "level",
          "_stream",
          "_stream_id");

  @Override
  public String name() {
    return "shipper-ndjson";
  }

  @Override
  public String looksLike() {
    return "objects with \"fly\":{\"app\":…} or \"fly.app.name\", a message and a time";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        {"event":{"provider":"runner"},"fly":{"app":{"instance":"0e286551c30586","name":"a"},"region":"sjc"},"host":"0ad1","log":{"level":"info"},"message":"machine exited with exit code 0, not restarting","timestamp":"2022-09-27T20:34:39.660159411Z"}
        """,
        """
        {"dt":"2022-09-27T20:34:39.660Z","event.provider":"app","fly.app.instance":"0e286551c30586","fly.app.name":"a","fly.region":"sjc","host":"0ad1","log.level":"info","message":"litestream shut down"}
        """,
        """
        {"_time":"2022-09-27T20:34:39.660Z","_msg":"hello","_stream":"{}","fly.app.name":"a"}
        """);
  }

  @Override
  public boolean recognises(JsonObject object) {
    return object.object("fly").has("app")
        || object.has("fly.app.name")
        || object.has("fly.app.instance")
        || object.has("fly_app_name")
        || (object.has("_msg") && object.has("_time"));
  }

  @Override
  public void read(JsonObject object, Reading reading) {
    if (!object.complete) {
      return;
    }
    JsonObject fly = object.object("fly");
    Map<String, String> fields = new LinkedHashMap<>();
    Values.put(fields, "host", object.text("host"));
    Moment moment =
        Values.moment(object.get("timestamp", "dt", "_time", "@timestamp", "_dt"), Clock.PLATFORM);
    reading.record(
        new Told(
            this,
            object.line,
            object.lines(),
            moment == null ? reading.carried() : moment,
            either(fly.object("app").text("name"), object.text("fly.app.name", "fly_app_name")),
            either(
                object.object("event").text("provider"),
                object.text("event.provider", "event_provider")),
            either(
                fly.object("app").text("instance"),
                object.text("fly.app.instance", "fly_app_instance")),
            either(fly.text("region"), object.text("fly.region", "fly_region")),
            Values.level(
                either(object.object("log").text("level"), object.text("log.level", "level"))),
            message(object),
            fields));
  }

  /** The message, or where a sink merged a message of JSON into the record, the keys it left. */
  private static String message(JsonObject object) {
    String message = object.text("message", "_msg", "line", "msg");
    if (!message.isEmpty() || object.has("message") || object.has("_msg")) {
      return message;
    }
    StringBuilder rest = new StringBuilder();
    object
        .members()
        .forEach(
            (name, value) -> {
              boolean scalar =
                  value instanceof String || value instanceof Number || value instanceof Boolean;
              if (scalar
                  && !OWN.contains(name)
                  && !name.startsWith("fly")
                  && !name.startsWith("_")) {
                rest.append(rest.isEmpty() ? "" : " ").append(name).append('=').append(value);
              }
            });
    return rest.toString();
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
