package dev.debrief.analysis.rule;

import dev.debrief.model.InputProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * A YAML document as a tree that knows its lines, so that an error can name one. Anchors are not
 * followed, so a small file stays a small tree.
 */
sealed interface YamlNode {
  /** The line it begins at, from 1. */
  int line();

  /** A single value, as text. */
  record Scalar(int line, String text) implements YamlNode {}

  /** A list. */
  record Items(int line, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Names and values, in the order of the file. */
  record Fields(int line, Map<String, YamlNode> fields) implements YamlNode {}

  /** Deeper than any rule needs. */
  int MAX_DEPTH = 8;

  /** More than any rule needs, in characters of one value. */
  int MAX_TEXT = 20_000;

  /**
   * Reads one document.
   *
   * @param where what to call it in errors
   * @throws InputProblem where it is not YAML, nested too deep, or names a field twice
   */
  static YamlNode read(String text, String where) throws InputProblem {
    YAMLFactory factory =
        YAMLFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw new InputProblem(where, "the file is empty", "write a rule into it or remove it");
      }
      return read(parser, where);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new InputProblem(
          where + ":" + line,
          "not readable as YAML: " + firstLine(e.getOriginalMessage()),
          "correct the line, and quote values that hold ': ' or '#'",
          e);
    } catch (StackOverflowError e) {
      throw new InputProblem(where, "nested too deep", "write the rule flat", e);
    }
  }

  private static YamlNode read(JsonParser parser, String where) throws InputProblem {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, YamlNode> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        int at = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        if (fields.put(name, read(parser, where)) != null) {
          throw new InputProblem(
              where + ":" + at, "the field '" + name + "' stands twice", "keep one of them");
        }
      }
      return new Fields(line, fields);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(parser, where));
      }
      return new Items(line, items);
    }
    String text = parser.getString();
    return new Scalar(line, text == null ? "" : text);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
