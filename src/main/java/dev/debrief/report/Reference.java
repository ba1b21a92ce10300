package dev.debrief.report;

import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A line that a draft leans on.
 *
 * @param label the footnote's name: {@code e} and the first digits of the digest
 * @param digest SHA-256 over the line's place and what the case holds of it, lower-case hex: other
 *     words, another time or another line give another label
 * @param entry what stands there, empty where the case holds nothing at that line
 */
public record Reference(String label, String digest, Evidence evidence, Optional<Entry> entry) {
  /** The fewest digits of a label; more where two lines of a draft would share it. */
  static final int DIGITS = 8;

  static Reference of(Evidence evidence, Optional<Entry> entry) {
    String digest = digest(evidence, entry.map(Reference::content).orElse(""));
    return new Reference("e" + digest.substring(0, DIGITS), digest, evidence, entry);
  }

  Reference withDigits(int digits) {
    return new Reference("e" + digest.substring(0, digits), digest, evidence, entry);
  }

  /** What the line says, in one piece, not redacted. */
  public String text() {
    return entry.map(Reference::text).orElse("");
  }

  private static String content(Entry entry) {
    return entry.moment().at() + "\u0000" + text(entry);
  }

  static String text(Entry entry) {
    return switch (entry) {
      case LogRecord log -> log.message();
      case Release release ->
          words(
              release.version(),
              release.status(),
              release.description(),
              release.reason(),
              release.actor(),
              release.image());
      case MachineEvent event ->
          words(event.machine(), event.type(), event.status(), event.source(), exit(event));
      case MachineSnapshot machine ->
          words(
              machine.machine(),
              machine.state(),
              machine.version(),
              machine.image(),
              machine.instance());
      case Commit commit -> words(commit.hash(), commit.author(), commit.subject());
      case Operation operation ->
          words(
              operation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              operation.version(),
              operation.machine(),
              operation.image(),
              operation.detail());
      case Unparsed unparsed -> unparsed.text();
    };
  }

  private static String exit(MachineEvent event) {
    MachineEvent.Exit exit = event.exit();
    if (exit == null) {
      return "";
    }
    return words(
        exit.code() == null ? "" : "exit_code=" + exit.code(),
        exit.signal() == null ? "" : "signal=" + exit.signal(),
        exit.oomKilled() == null ? "" : "oom_killed=" + exit.oomKilled(),
        exit.requestedStop() == null ? "" : "requested_stop=" + exit.requestedStop());
  }

  private static String words(String... parts) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      if (!part.isBlank()) {
        out.append(out.isEmpty() ? "" : " ").append(part.strip());
      }
    }
    return out.toString();
  }

  private static String digest(Evidence evidence, String content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String all = evidence.source() + "\u0000" + evidence.line() + "\u0000" + content;
      return HexFormat.of().formatHex(sha.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
