package dev.debrief.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.debrief.model.Details;
import dev.debrief.model.Entry;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The model as the case file keeps it: every record by its components' names, instants in full. Not
 * the public JSON, which is {@link ContractJson}.
 */
final class CaseJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addMixIn(Details.class, Named.class)
          .addMixIn(Entry.class, Named.class)
          .registerSubtypes(Details.class.getPermittedSubclasses())
          .registerSubtypes(Entry.class.getPermittedSubclasses())
          .build();

  private CaseJson() {}

  /** The value as one line of JSON. */
  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The same for a value of a sealed type, whose JSON says which one it is. */
  static <T> String write(T value, Class<T> type) {
    return MAPPER.writerFor(type).writeValueAsString(value);
  }

  /** What an entry says, apart from where it says so. */
  static String meaning(Entry entry) {
    ObjectNode node = MAPPER.valueToTree(entry);
    node.remove(List.of("evidence", "lines"));
    return Origin.kind(entry) + node;
  }

  /**
   * The value that {@link #write} wrote.
   *
   * @throws JacksonException where the text is another's
   */
  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "@type")
  private interface Named {}
}
