package dev.debrief.timeline;

import dev.debrief.model.Evidence;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A timeline as JSON: instants in UTC with milliseconds at least, names in snake_case. */
final class TimelineJson {
  /** How many parts of the extent the counts are told in. */
  static final int BUCKETS = 240;

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TimelineJson() {}

  static String of(Timeline timeline) {
    ObjectNode root = JSON.createObjectNode();
    root.put("app", timeline.app());
    root.set("extent", range(timeline.extent()));
    root.set("focus", range(timeline.focus()));
    ArrayNode lanes = root.putArray("lanes");
    for (Lane lane : timeline.lanes()) {
      lanes.add(lane(lane, timeline));
    }
    ArrayNode gaps = root.putArray("gaps");
    for (Mark.Gap gap : timeline.gaps()) {
      gaps.add(mark(gap));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode lane(Lane lane, Timeline timeline) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", lane.id());
    node.put("kind", lower(lane.kind()));
    node.put("title", lane.title());
    node.put("subtitle", lane.subtitle());
    ArrayNode marks = node.putArray("marks");
    for (Mark mark : lane.marks()) {
      marks.add(mark(mark));
    }
    if (!lane.series().isEmpty()) {
      TimeRange range = timeline.focus();
      ObjectNode counts = node.putObject("counts");
      counts.put("from", time(range.from()));
      counts.put("to", time(range.to()));
      ArrayNode values = counts.putArray("values");
      for (long count :
          timeline
              .density()
              .counts(lane.series(), Nanos.of(range.from()), Nanos.of(range.to()), BUCKETS)) {
        values.add(count);
      }
    }
    return node;
  }

  private static ObjectNode mark(Mark mark) {
    ObjectNode node = JSON.createObjectNode();
    tell(mark, node);
    node.put("start", time(mark.start()));
    node.put("end", mark.end().equals(mark.start()) ? null : time(mark.end()));
    node.put("finding", mark.basis().finding().isEmpty() ? null : mark.basis().finding());
    ArrayNode evidence = node.putArray("evidence");
    for (Evidence line : mark.basis().evidence()) {
      evidence.addObject().put("source", line.source()).put("line", line.line());
    }
    return node;
  }

  /** What it is, and what only such a mark has. */
  private static void tell(Mark mark, ObjectNode node) {
    switch (mark) {
      case Mark.Coverage m -> {
        node.put("mark", "coverage");
        node.put("source", m.source()).put("format", m.format()).put("records", m.records());
      }
      case Mark.Changed m -> {
        node.put("mark", "change").put("change", m.change()).put("kind", lower(m.kind()));
        node.put("precision", lower(m.moment().precision()));
        node.put("actor", m.actor()).put("description", m.description());
        node.put("verdict", m.verdict() == null ? null : lower(m.verdict()));
      }
      case Mark.Running m -> node.put("mark", "running").put("version", m.version());
      case Mark.Life m -> {
        node.put("mark", "life").put("machine", m.machine());
        node.put("state", lower(m.state()));
      }
      case Mark.Exit m -> {
        node.put("mark", "exit").put("machine", m.machine());
        node.put("code", m.details().code()).put("signal", m.details().signal());
        node.put("oom", m.details().oom()).put("requested", m.details().requested());
        node.put("reason", m.details().reason()).put("title", m.title());
      }
      case Mark.Burst m -> {
        node.put("mark", "restart_burst").put("machine", m.machine());
        node.put("count", m.count()).put("peak", m.peak());
      }
      case Mark.Signal m -> {
        node.put("mark", "signal").put("signal", m.details().signal());
        node.put("role", lower(m.details().role())).put("count", m.details().count());
        texts(node.putArray("machines"), m.machines());
      }
      case Mark.Silence m -> {
        node.put("mark", "silence").put("emitter", m.details().emitter());
        node.put("mode", lower(m.details().mode())).put("reason", m.details().reason());
        node.put("p_value", m.details().pValue()).put("title", m.title());
      }
      case Mark.Gap m -> {
        node.put("mark", "log_gap").put("title", m.title());
        texts(node.putArray("machines"), m.machines());
      }
      case Mark.Outage m -> {
        node.put("mark", "outage").put("extent", m.details().extent()).put("title", m.title());
        node.put("requests_failed", m.details().requestsFailed());
        node.put("requests_seen", m.details().requestsSeen());
      }
      case Mark.Concluded m -> {
        node.put("mark", "finding").put("kind", m.kind().id()).put("title", m.title());
        node.put("severity", lower(m.severity()));
      }
      case Mark.Seen m -> {
        node.put("mark", "signature").put("signature", m.signature());
        node.put("template", m.template()).put("count", m.count()).put("new", m.isNew());
      }
      case Mark.Noted m -> {
        node.put("mark", lower(m.annotation().kind())).put("id", m.annotation().id());
        node.put("text", m.annotation().text());
      }
    }
  }

  private static void texts(ArrayNode array, Iterable<String> texts) {
    texts.forEach(array::add);
  }

  private static ObjectNode range(TimeRange range) {
    ObjectNode node = JSON.createObjectNode();
    return node.put("from", time(range.from())).put("to", time(range.to()));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
