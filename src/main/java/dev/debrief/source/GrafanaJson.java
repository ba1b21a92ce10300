package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grafana's JSON download of the shipper's records: the line, its time, the labels as fields. */
final class GrafanaJson implements JsonFormat {
  @Override
  public String name() {
    return "shipper-ndjson";
  }

  @Override
  public String looksLike() {
    return "Grafana's objects with \"line\", \"timestamp\" and \"fields\"";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        [{"line":"hello","timestamp":"1751034162661000000","date":"2025-06-27T14:22:42.661Z","fields":{"fly.app.name":"a","fly.app.instance":"0e286551c30586","fly.region":"sjc","event.provider":"app","log.level":"info"}}]
        """);
  }

  @Override
  public boolean recognises(JsonObject object) {
    return object.get("line") instanceof String
        && object.has("timestamp")
        && (object.has("fields") || object.has("labels") || object.has("date"));
  }

  @Override
  public void read(JsonObject object, Reading reading) {
    if (!object.complete) {
      return;
    }
    JsonObject labels = object.has("fields") ? object.object("fields") : object.object("labels");
    Moment moment = Values.moment(object.get("timestamp"), Clock.PLATFORM);
    if (moment == null) {
      moment = Values.moment(object.get("date"), Clock.PLATFORM);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    Values.put(fields, "host", labels.text("host"));
    String message = object.text("line");
    String provider = labels.text("event.provider", "event_provider");
    reading.record(
        new Told(
            this,
            object.line,
            object.lines(),
            moment == null ? reading.carried() : moment,
            labels.text("fly.app.name", "fly_app_name"),
            provider.isEmpty() ? Providers.of(message) : provider,
            labels.text("fly.app.instance", "fly_app_instance"),
            labels.text("fly.region", "fly_region", "region"),
            Values.level(labels.text("log.level", "level")),
            message,
            fields));
  }
}
