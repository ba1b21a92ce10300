package dev.debrief.cli;

import dev.debrief.store.CaseFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The drafts of one template as the program last wrote them: what an author made of a file is seen
 * against its own. A case keeps the last few by the files that they went to; of these it keeps a
 * digest and no name, since a case is handed on.
 *
 * @param folder the open case's
 */
record DraftBases(CaseFolder folder, String template) {
  private static final String ALL = "all";

  /** So that a case doesn't grow with every file that is ever named. */
  private static final int MOST = 16;

  /** A file that holds less of a draft's lines than this was not made of it. */
  private static final double LEAST = 0.5;

  /** Keeps what was written to a file. */
  void put(Path file, String markdown) throws IOException {
    String place = digest(file);
    List<String> places = places();
    places.remove(place);
    places.add(place);
    while (places.size() > MOST) {
      folder.put(key(places.removeFirst()), "");
    }
    folder.put(key(place), markdown);
    folder.put(key(ALL), String.join(" ", places));
  }

  /**
   * What was last written to a file. Where that isn't known, as of one that was moved, the draft of
   * which it holds the most lines: the last one written may be of newer evidence, and what came
   * with that would be taken for what the author struck out.
   *
   * @param edited what the file holds now
   */
  Optional<String> of(Path file, String edited) throws IOException {
    String place = digest(file);
    List<String> places = places();
    if (places.contains(place)) {
      return folder.get(key(place));
    }
    Set<String> lines = edited.lines().collect(Collectors.toSet());
    Optional<String> best = Optional.empty();
    double most = LEAST;
    for (String one : places.reversed()) {
      String base = folder.get(key(one)).orElse("");
      double share =
          base.lines().filter(lines::contains).count() / (double) Math.max(1, base.lines().count());
      if (share > most) {
        most = share;
        best = Optional.of(base);
      }
    }
    return best;
  }

  /** Where drafts went that are kept, the last one last. */
  private List<String> places() throws IOException {
    String kept = folder.get(key(ALL)).orElse("");
    return new ArrayList<>(kept.isEmpty() ? List.of() : List.of(kept.split(" ")));
  }

  private String key(String place) {
    return "report." + template + ".base." + place;
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
