package dev.debrief.analysis.change;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Image references as the platform writes them. */
final class Images {
  private static final Pattern ULID = Pattern.compile("deployment-([0-9A-HJKMNP-TV-Z]{26})");
  private static final Pattern SECONDS = Pattern.compile("deployment-(\\d{10})\\b");
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Images() {}

  /** The same image has the same name: the tag where there is one, else the digest. */
  static String name(String reference) {
    int digest = reference.indexOf('@');
    int slash = reference.lastIndexOf('/');
    boolean tagged = reference.lastIndexOf(':', digest < 0 ? reference.length() : digest) > slash;
    return digest >= 0 && tagged ? reference.substring(0, digest) : reference;
  }

  /** The last part, for a reader: {@code deployment-01KJ…} without the registry. */
  static String tag(String reference) {
    String name = name(reference);
    return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1);
  }

  /** When its build began, as its tag tells: a ULID's first ten symbols are ms since 1970. */
  static Optional<Instant> built(String reference) {
    Matcher m = ULID.matcher(reference);
    if (m.find()) {
      long millis = 0;
      for (int i = 0; i < 10; i++) {
        millis = millis * 32 + CROCKFORD.indexOf(m.group(1).charAt(i));
      }
      return Optional.of(Instant.ofEpochMilli(millis));
    }
    Matcher old = SECONDS.matcher(reference);
    return old.find()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(old.group(1))))
        : Optional.empty();
  }
}
