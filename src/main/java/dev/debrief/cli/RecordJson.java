package dev.debrief.cli;

import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.store.ContractJson;
import dev.debrief.store.Page;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code debrief search --json} prints. */
final class RecordJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RecordJson() {}

  static String page(Page page) {
    ObjectNode root = JSON.objectNode();
    root.put("total", page.total());
    var records = root.putArray("records");
    page.entries().forEach(entry -> records.add(entry(entry)));
    return ContractJson.text(root);
  }

  private static ObjectNode entry(Entry entry) {
    ObjectNode node = JSON.objectNode();
    if (entry.moment().known()) {
      node.put("at", ContractJson.time(entry.moment().at()));
    } else {
      node.putNull("at");
    }
    node.put("precision", entry.moment().precision().name().toLowerCase(Locale.ROOT));
    node.put("source", entry.evidence().source());
    node.put("line", entry.evidence().line());
    if (entry instanceof LogRecord log) {
      node.put("app", log.app());
      node.put("provider", log.provider());
      node.put("machine", log.machine());
      node.put("region", log.region());
      node.put("level", log.severity().name().toLowerCase(Locale.ROOT));
      node.put("message", log.message());
      ObjectNode fields = node.putObject("fields");
      log.fields().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(field -> fields.put(field.getKey(), field.getValue()));
    } else {
      node.put("message", RecordText.says(entry));
    }
    return node;
  }
}
