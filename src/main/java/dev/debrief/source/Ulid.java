package dev.debrief.source;

import java.time.Instant;
import java.util.Optional;

/**
 * The time inside a ULID: its first ten symbols of Crockford's base 32 are milliseconds since the
 * epoch, big-endian (github.com/ulid/spec).
 */
final class Ulid {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String TAG = "deployment-";

  private Ulid() {}

  /** When a ULID was made, if the text is one of this century. */
  static Optional<Instant> time(String text) {
    if (text.length() != 26) {
      return Optional.empty();
    }
    long millis = 0;
    for (int i = 0; i < 26; i++) {
      int value = ALPHABET.indexOf(Character.toUpperCase(text.charAt(i)));
      if (value < 0) {
        return Optional.empty();
      }
      if (i < 10) {
        millis = millis * 32 + value;
      }
    }
    Instant at = Instant.ofEpochMilli(millis);
    return at.isBefore(Instant.parse("2012-01-01T00:00:00Z"))
            || at.isAfter(Instant.parse("2100-01-01T00:00:00Z"))
        ? Optional.empty()
        : Optional.of(at);
  }

  /** When the build of an image began, by the ULID or the Unix seconds in its tag. */
  static Optional<Instant> built(String image) {
    int at = image.indexOf(TAG);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + TAG.length();
    int end = from;
    while (end < image.length() && Character.isLetterOrDigit(image.charAt(end))) {
      end++;
    }
    String tag = image.substring(from, end);
    if (tag.length() == 10 && tag.chars().allMatch(c -> Stamp.digit((char) c))) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(tag)));
    }
    return time(tag);
  }
}
