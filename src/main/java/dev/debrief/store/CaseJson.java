package dev.debrief.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.debrief.model.Details;
import dev.debrief.model.Entry;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
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
          .addModule(new CalledPlainly())
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

  /**
   * Makes records by calling their constructors. Jackson does so by method handles with an array of
   * arguments, for which the JVM makes some ten classes for each kind of record at every start: a
   * third of a second before a case was open.
   */
  private static final class CalledPlainly extends SimpleModule {
    CalledPlainly() {
      addDeserializer(Instant.class, new KeptInstant());
    }

    @Override
    public void setupModule(SetupContext context) {
      super.setupModule(context);
      context.addValueInstantiators(
          new ValueInstantiators.Base() {
            @Override
            public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config,
                BeanDescription.Supplier described,
                ValueInstantiator usual) {
              return described.isRecordType() && usual instanceof StdValueInstantiator standard
                  ? new Constructing(standard)
                  : usual;
            }
          });
    }
  }

  private static final class Constructing extends StdValueInstantiator {
    Constructing(StdValueInstantiator usual) {
      super(usual);
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] values) {
      try {
        Constructor<?> constructor = (Constructor<?>) getWithArgsCreator().getAnnotated();
        return constructor.newInstance(values);
      } catch (InvocationTargetException refused) {
        throw rewrapCtorProblem(context, refused.getTargetException());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
