package dev.debrief.store;

import dev.debrief.model.Change;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Source;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public JSON of sources, findings and changes, in one place. Names are snake_case; times are
 * UTC with exactly three decimals and {@code Z}, cut off and not rounded, so that no time is told
 * later than it was.
 */
public final class ContractJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper PRETTY = JsonMapper.builder().build();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  private ContractJson() {}

  /** An instant as the contract writes it, such as {@code 2026-02-25T21:00:33.120Z}. */
  public static String time(Instant at) {
    return MILLIS.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }

  /** What {@code debrief sources --json} prints. */
  public static String sources(List<Source> sources) {
    return text(array(sources.stream().map(ContractJson::source).toList()));
  }

  /** What {@code debrief findings --json} prints. */
  public static String findings(List<Finding> findings) {
    return text(array(findings.stream().map(ContractJson::finding).toList()));
  }

  /** What {@code debrief changes --json} prints. */
  public static String changes(List<Change> changes) {
    return text(array(changes.stream().map(ContractJson::change).toList()));
  }

  /** Any tree of JSON as the program prints it: indented, one line feed at its end. */
  public static String text(JsonNode node) {
    return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
  }

  /** One source's account. Beyond the contract: {@code duplicate_lines}, {@code blank}, notes. */
  public static ObjectNode source(Source source) {
    ObjectNode node = JSON.objectNode();
    node.put("path", source.path());
    node.put("format", source.format());
    node.put("sha256", source.sha256());
    node.put("bytes", source.bytes());
    node.put("lines", source.lines());
    node.put("records", source.records());
    node.put("begun", source.begun());
    node.put("continuations", source.continuations());
    node.put("duplicates", source.duplicates());
    node.put("duplicate_lines", source.duplicateLines());
    node.put("unparsed", source.unparsed());
    node.put("blank", source.blank());
    node.set("first", value(source.first()));
    node.set("last", value(source.last()));
    node.put("zone", source.zone());
    node.set("notes", array(source.notes().stream().map(ContractJson::value).toList()));
    return node;
  }

  /** One finding; {@code evidence_total} only where there is more than is named. */
  public static ObjectNode finding(Finding finding) {
    ObjectNode node = JSON.objectNode();
    node.put("id", finding.id());
    node.put("kind", finding.kind().id());
    node.put("start", time(finding.start()));
    node.set("end", value(finding.end()));
    node.set("machines", value(finding.machines()));
    node.set("severity", value(finding.severity()));
    node.put("confidence", finding.confidence());
    node.put("title", finding.title());
    node.put("explanation", finding.explanation());
    node.set("evidence", value(finding.evidence()));
    if (finding.evidenceTotal() > finding.evidence().size()) {
      node.put("evidence_total", finding.evidenceTotal());
    }
    node.set("details", details(finding.details()));
    return node;
  }

  /** One change. */
  public static ObjectNode change(Change change) {
    ObjectNode node = JSON.objectNode();
    node.put("change", change.change());
    node.set("kind", value(change.kind()));
    node.put("at", time(change.moment().at()));
    node.set("precision", value(change.moment().precision()));
    node.put("actor", change.actor());
    node.put("status", change.status());
    node.put("image", change.image());
    node.put("commit", change.commit());
    node.put("description", change.description());
    node.set("evidence", value(change.evidence()));
    node.set("impact", value(change.impact()));
    if (!change.app().isEmpty()) {
      node.put("app", change.app());
    }
    return node;
  }

  /** A line as {@code {"source": …, "line": …}}. */
  public static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = JSON.objectNode();
    node.put("source", evidence.source());
    node.put("line", evidence.line());
    return node;
  }

  private static ObjectNode details(Details details) {
    if (details instanceof Details.SupervisorBudget budget) {
      ObjectNode node = record(budget);
      ObjectNode peaks = JSON.objectNode();
      peaks.put("5s", budget.peaks().in5s());
      peaks.put("10s", budget.peaks().in10s());
      peaks.put("30s", budget.peaks().in30s());
      node.set("peaks", peaks);
      return node;
    }
    return record(details);
  }

  /** A record as an object of its components; what isn't public JSON by name can't get in here. */
  private static ObjectNode record(Object record) {
    ObjectNode node = JSON.objectNode();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        node.set(snake(component.getName()), value(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return node;
  }

  private static JsonNode value(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case String text -> JSON.stringNode(text);
      case Boolean flag -> JSON.booleanNode(flag);
      case Integer number -> JSON.numberNode((int) number);
      case Long number -> JSON.numberNode((long) number);
      case Double number ->
          Double.isFinite(number) ? JSON.numberNode((double) number) : JSON.nullNode();
      case Instant at -> JSON.stringNode(time(at));
      case Evidence line -> evidence(line);
      case Enum<?> constant -> JSON.stringNode(constant.name().toLowerCase(Locale.ROOT));
      case Collection<?> items -> array(items.stream().map(ContractJson::value).toList());
      case Record record -> record(record);
      default -> throw new IllegalStateException("no public JSON for " + value.getClass());
    };
  }

  private static ArrayNode array(List<? extends JsonNode> items) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(array::add);
    return array;
  }

  private static String snake(String camel) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('_').append(Character.toLowerCase(c));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }
}
