package dev.debrief.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that knows its lines. Values: String, Number, Boolean, JsonObject, List; no nulls.
 */
final class JsonObject {
  final long line;
  long lastLine;

  /** Whether its closing brace was there. */
  boolean complete;

  private final Map<String, Object> members = new LinkedHashMap<>();

  JsonObject(long line) {
    this.line = line;
    this.lastLine = line;
  }

  void put(String name, Object value) {
    members.put(name, value);
  }

  Map<String, Object> members() {
    return members;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** The first of the names that is there, in any case of letters. */
  @Nullable Object get(String... names) {
    for (String name : names) {
      Object value = members.get(name);
      if (value != null) {
        return value;
      }
    }
    for (String name : names) {
      for (Map.Entry<String, Object> member : members.entrySet()) {
        if (member.getKey().equalsIgnoreCase(name)) {
          return member.getValue();
        }
      }
    }
    return null;
  }

  /** The first of the names that is a text or a number, or empty. */
  String text(String... names) {
    return switch (get(names)) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case null, default -> "";
    };
  }

  /** The first of the names that is an object, or an empty one. */
  JsonObject object(String... names) {
    return get(names) instanceof JsonObject object ? object : new JsonObject(line);
  }

  /** The objects in the list of that name. */
  List<JsonObject> objects(String... names) {
    List<JsonObject> found = new ArrayList<>();
    if (get(names) instanceof List<?> list) {
      for (Object value : list) {
        if (value instanceof JsonObject object) {
          found.add(object);
        }
      }
    }
    return found;
  }

  /** The whole number of that name, or null. */
  @Nullable Long number(String... names) {
    Object value = get(names);
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof String text && text.length() < 20 && text.matches("-?[0-9]+")) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException tooLarge) {
        return null;
      }
    }
    return null;
  }

  /** The truth value of that name, or null. */
  @Nullable Boolean truth(String... names) {
    return switch (get(names)) {
      case Boolean truth -> truth;
      case String text when text.toLowerCase(Locale.ROOT).equals("true") -> true;
      case String text when text.toLowerCase(Locale.ROOT).equals("false") -> false;
      case null, default -> null;
    };
  }

  /** How many lines it spans. */
  int lines() {
    return (int) Math.min(Integer.MAX_VALUE, lastLine - line + 1);
  }
}
