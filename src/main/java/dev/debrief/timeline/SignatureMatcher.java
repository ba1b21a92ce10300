package dev.debrief.timeline;

import dev.debrief.model.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of a few signatures a message has: a template's literal parts must follow one another in
 * the message, the first at its beginning and the last at its end. Linear in the message for each
 * signature tried.
 */
final class SignatureMatcher {
  private static final String MASK = "<*>";

  private final List<Pattern> patterns = new ArrayList<>();

  private record Pattern(String id, List<String> parts, boolean openStart, boolean openEnd) {}

  SignatureMatcher(List<Signature> signatures) {
    for (Signature signature : signatures) {
      String template = signature.template().strip();
      List<String> parts = new ArrayList<>();
      for (String part : template.split(java.util.regex.Pattern.quote(MASK), -1)) {
        // Spaces next to a mask don't count: a mask may stand for nothing or for several words.
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      if (!parts.isEmpty()) {
        patterns.add(
            new Pattern(
                signature.id(),
                List.copyOf(parts),
                template.startsWith(MASK),
                template.endsWith(MASK)));
      }
    }
  }

  /** The first signature that the message, or its first line, has. */
  Optional<String> of(String message) {
    String whole = message.strip();
    int end = whole.indexOf('\n');
    String first = end < 0 ? whole : whole.substring(0, end).strip();
    for (Pattern pattern : patterns) {
      if (matches(pattern, first) || (end >= 0 && matches(pattern, whole))) {
        return Optional.of(pattern.id());
      }
    }
    return Optional.empty();
  }

  private static boolean matches(Pattern pattern, String text) {
    List<String> parts = pattern.parts();
    if (!pattern.openStart() && !text.startsWith(parts.getFirst())) {
      return false;
    }
    int at = 0;
    for (String part : parts) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return pattern.openEnd() || text.endsWith(parts.getLast());
  }
}
