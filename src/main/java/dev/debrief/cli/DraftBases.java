package dev.debrief.cli;

import dev.debrief.store.CaseFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The drafts of one template as the program last wrote them: what an author made of a file is seen
 * against its own. A case keeps the last one, and some by the files that they went to; of these it
 * keeps a digest and no name, since a case is handed on.
 *
 * @param folder the open case's
 */
record DraftBases(CaseFolder folder, String template) {
  /** Keeps what was written to a file. */
  void put(Path file, String markdown) throws IOException {
    String place = digest(file);
    folder.put(key(), markdown);
    folder.put(key(place), place + "\n" + markdown);
  }

  /** What was last written to a file; where that isn't known, what was last written to any. */
  Optional<String> of(Path file) throws IOException {
    String place = digest(file);
    Optional<String> own =
        folder
            .get(key(place))
            .filter(kept -> kept.startsWith(place + "\n"))
            .map(kept -> kept.substring(place.length() + 1));
    return own.isPresent() ? own : folder.get(key());
  }

  private String key() {
    return "report." + template + ".base";
  }

  /** One of sixteen places, so that a case doesn't grow with every file that is ever named. */
  private String key(String place) {
    return key() + "." + place.charAt(0);
  }

  private static String digest(Path file) {
    try {
      String place = file.toAbsolutePath().normalize().toString();
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
