package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code fly logs --json}: concatenated pretty objects, the same through {@code jq -c}, and the
 * page of the logs HTTP API. The platform writes every key; empty and zero mean absent.
 */
final class FlyJson implements JsonFormat {
  @Override
  public String name() {
    return "fly-json";
  }

  @Override
  public String looksLike() {
    return "objects with \"timestamp\", \"message\" and \"instance\" or \"meta\"";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        {
            "level": "info",
            "instance": "3d8d9930b32189",
            "message": "[error] GenServer #PID\\u003c0.123.0\\u003e terminating",
            "region": "lhr",
            "timestamp": "2023-09-11T10:42:41.123456789Z",
            "meta": {
                "Instance": "3d8d9930b32189",
                "Region": "lhr",
                "Event": {
                    "Provider": "app"
                }
            }
        }
        """,
        """
        {"level":"error","instance":"","message":"x","region":"lhr","timestamp":"2023-09-11T10:42:41Z","meta":{"Event":{"Provider":"proxy"},"Error":{"Code":1,"Message":"m"}}}
        """,
        """
        {"data":[{"id":"1","type":"log","attributes":{"timestamp":"2023-09-11T10:42:41.5Z","message":"hello","level":"info","instance":"3d8d9930b32189","region":"lhr","meta":{"event":{"provider":"app"}}}}],"meta":{"next_token":"1779235200000000000"}}
        """);
  }

  @Override
  public boolean recognises(JsonObject object) {
    return record(object) || entry(object) || !entries(object).isEmpty();
  }

  private static boolean record(JsonObject object) {
    return object.has("message")
        && object.has("timestamp")
        && (object.has("instance") || object.has("meta"))
        && !object.has("fly");
  }

  private static boolean entry(JsonObject object) {
    return record(object.object("attributes"));
  }

  private static List<JsonObject> entries(JsonObject document) {
    return document.objects("data").stream().filter(FlyJson::entry).toList();
  }

  @Override
  public void read(JsonObject object, Reading reading) {
    if (record(object)) {
      read(object, object, reading);
    } else if (entry(object)) {
      read(object, object.object("attributes"), reading);
    } else {
      entries(object).forEach(entry -> read(entry, entry.object("attributes"), reading));
    }
  }

  private void read(JsonObject whole, JsonObject record, Reading reading) {
    if (!whole.complete) {
      return;
    }
    JsonObject meta = record.object("meta");
    JsonObject request = meta.object("HTTP", "http").object("Request", "request");
    JsonObject error = meta.object("Error", "error");
    Map<String, String> fields = new LinkedHashMap<>();
    Values.put(fields, "request.id", request.text("ID", "id"));
    Values.put(fields, "request.method", request.text("Method", "method"));
    Values.put(fields, "request.url", meta.object("URL", "url").text("Full", "full"));
    Values.put(
        fields,
        "response.status",
        meta.object("HTTP", "http").object("Response", "response").text("status_code"));
    Values.put(fields, "error.code", error.text("Code", "code"));
    Values.put(fields, "error.message", error.text("Message", "message"));
    String instance = record.text("instance");
    String region = record.text("region");
    Moment moment = Values.moment(record.get("timestamp"), Clock.PLATFORM);
    reading.record(
        new Told(
            this,
            whole.line,
            whole.lines(),
            moment == null ? reading.carried() : moment,
            "",
            meta.object("Event", "event").text("Provider", "provider"),
            instance.isEmpty() ? meta.text("Instance", "instance") : instance,
            region.isEmpty() ? meta.text("Region", "region") : region,
            Values.level(record.text("level")),
            record.text("message"),
            fields));
  }
}
