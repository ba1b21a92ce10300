package dev.debrief.analysis.template;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a line that is an object of JSON: the texts of some of its keys. */
public final class JsonWords {
  private static final Pattern STRING =
      Pattern.compile("\"(\\w+)\" ?: ?\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\/])");

  private JsonWords() {}

  /**
   * The texts of some keys, in their order, quotes in them as they are meant.
   *
   * @param line an object of JSON, or a template of some
   * @param keys whose texts are wanted; one that holds no letter is left out
   */
  public static List<String> of(String line, Set<String> keys) {
    return STRING
        .matcher(line)
        .results()
        .filter(found -> keys.contains(found.group(1)))
        .map(found -> ESCAPED.matcher(found.group(2)).replaceAll("$1"))
        .filter(text -> text.chars().anyMatch(Character::isLetter))
        .toList();
  }
}
