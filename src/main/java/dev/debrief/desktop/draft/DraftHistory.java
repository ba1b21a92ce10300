package dev.debrief.desktop.draft;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * How a draft read before, oldest first: what stood before it was written again, and before edits
 * that came a while after the last version.
 */
public record DraftHistory(List<Version> versions) {
  /** None. */
  public static final DraftHistory NONE = new DraftHistory(List.of());

  /** Typing within this time of a version adds none: undo is for that. */
  static final Duration APART = Duration.ofMinutes(5);

  /** The oldest beyond this many are let go. */
  static final int MOST = 20;

  /** A text as it stood at an instant. */
  public record Version(Instant at, String text) {}

  /** A list that nothing changes. */
  public DraftHistory {
    versions = List.copyOf(versions);
  }

  /**
   * With a text that is about to be replaced.
   *
   * @param always whether it is a version however short ago the last was kept
   */
  public DraftHistory with(Instant now, String text, boolean always) {
    if (text.isEmpty()) {
      return this;
    }
    if (!versions.isEmpty()) {
      Version last = versions.getLast();
      boolean soon = now.isBefore(last.at().plus(APART));
      if (last.text().equals(text) || (soon && !always)) {
        return this;
      }
    }
    List<Version> all = new ArrayList<>(versions);
    all.add(new Version(now, text));
    return new DraftHistory(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** As one text to keep: a line a version. */
  public String written() {
    StringBuilder all = new StringBuilder();
    for (Version version : versions) {
      byte[] bytes = version.text().getBytes(StandardCharsets.UTF_8);
      all.append(version.at())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(bytes))
          .append('\n');
    }
    return all.toString();
  }

  /** What {@link #written} gave. */
  public static DraftHistory read(String written) {
    List<Version> versions = new ArrayList<>();
    for (String line : written.lines().toList()) {
      int space = line.indexOf(' ');
      byte[] bytes = Base64.getDecoder().decode(line.substring(space + 1));
      versions.add(
          new Version(
              Instant.parse(line.substring(0, space)), new String(bytes, StandardCharsets.UTF_8)));
    }
    return new DraftHistory(versions);
  }
}
