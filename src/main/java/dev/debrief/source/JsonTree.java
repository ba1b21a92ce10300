package dev.debrief.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one object of JSON into a small tree whose objects know their lines. Depth is limited, so
 * that a hostile nesting fails instead of exhausting the stack.
 */
final class JsonTree {
  private static final int DEEPEST = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(1 << 25)
                  .maxNumberLength(1000)
                  .build())
          .build();

  private final JsonParser parser;
  private final long firstLine;

  private JsonTree(JsonParser parser, long firstLine) {
    this.parser = parser;
    this.firstLine = firstLine;
  }

  /**
   * The object that a text begins with, as far as it goes: where the text is cut or broken, the
   * objects around the break are not {@link JsonObject#complete}.
   *
   * @param firstLine the number of the line that the text begins on
   * @return null where not even an object begins
   */
  static @Nullable JsonObject parse(String text, long firstLine) {
    // A carriage return alone ends no line of an input, but would for the parser; a tab is as
    // blank.
    String lines = text.indexOf('\r') < 0 ? text : text.replace('\r', '\t');
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), lines)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      JsonTree tree = new JsonTree(parser, firstLine);
      JsonObject root = new JsonObject(firstLine);
      try {
        tree.fill(root);
      } catch (JacksonException broken) {
        root.lastLine = Math.max(root.line, tree.line());
      }
      return root;
    } catch (JacksonException broken) {
      return null;
    }
  }

  private long line() {
    return firstLine + parser.currentLocation().getLineNr() - 1;
  }

  private void fill(JsonObject object) {
    String name;
    while ((name = parser.nextName()) != null) {
      Object value = value(parser.nextToken(), object, name);
      if (value != null) {
        object.put(name, value);
      }
    }
    object.lastLine = line();
    object.complete = true;
  }

  private @Nullable Object value(@Nullable JsonToken token, JsonObject owner, String name) {
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> {
        JsonObject object = new JsonObject(line());
        owner.put(name, object); // first, so that a break inside keeps what came before it
        fill(object);
        yield object;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        owner.put(name, list);
        fill(list);
        yield list;
      }
      case null, default -> null;
    };
  }

  private void fill(List<Object> list) {
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY && token != null) {
      switch (token) {
        case START_OBJECT -> {
          JsonObject object = new JsonObject(line());
          list.add(object);
          fill(object);
        }
        case START_ARRAY -> {
          List<Object> inner = new ArrayList<>();
          list.add(inner);
          fill(inner);
        }
        case VALUE_STRING -> list.add(parser.getString());
        case VALUE_NUMBER_INT -> list.add(integer());
        case VALUE_NUMBER_FLOAT -> list.add(parser.getDoubleValue());
        case VALUE_TRUE -> list.add(true);
        case VALUE_FALSE -> list.add(false);
        default -> {}
      }
    }
  }

  private Object integer() {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> parser.getString();
    };
  }
}
