package dev.debrief.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Annotation;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.report.Draft;
import dev.debrief.source.ImportOptions;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.Folders;
import dev.debrief.store.Imported;
import dev.debrief.store.Verification;
import dev.debrief.timeline.Timelines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A case is harmed at random places, again and again: a bit turned over, bytes overwritten, a file
 * cut short, emptied or lost. Each time it either answers exactly as before or says that it is
 * damaged; {@code verify} finds what would matter, and {@code repair} brings all answers back, or
 * names the original that is gone.
 *
 * <p>{@code -Ddebrief.damages=N} tries more, {@code -Ddebrief.damage.seed=N} others.
 */
class RandomDamageTest {
  private static final int TRIES = Integer.getInteger("debrief.damages", 30);
  private static final long SEED = Long.getLong("debrief.damage.seed", 11);

  @TempDir Path folder;
  private Path whole;
  private Path copy;
  private Answers before;

  /** What a case says, as one value. */
  private record Answers(
      Object sources,
      Object conclusions,
      Object records,
      Object notes,
      String draft,
      String timeline) {
    static Answers of(Path folder) throws InputProblem, IOException {
      try (Investigation open = Investigation.open(folder)) {
        List<Object> records = new ArrayList<>();
        for (String query : List.of("", "level:error", "postgrex", "\"machine started\"", "v290")) {
          records.add(open.search(query, TimeRange.ALWAYS, 0, 20));
          records.add(Arrays.toString(open.index().histogram(query, TimeRange.ALWAYS, 40)));
        }
        records.add(open.index().facet("machine", "", TimeRange.ALWAYS, 100));
        open.folder().data().records(records::add);
        Draft draft = open.draft("outage", Progress.NONE);
        return new Answers(
            open.sources(),
            open.conclusions(Progress.NONE),
            records,
            List.of(open.annotations(), open.folder().get("draft")),
            draft.markdown(),
            Timelines.json(open.timeline(Progress.NONE)));
      }
    }
  }

  private enum Outcome {
    ANSWERED_AS_BEFORE,
    REFUSED_WITH_A_REASON,
    REPAIRED_AS_BEFORE,
    REPAIRED_AND_LOST_ORIGINAL_NAMED,
    ORIGINAL_DAMAGED_CASE_STILL_ANSWERS
  }

  @BeforeEach
  void aCase() throws Exception {
    whole = folder.resolve("whole");
    copy = folder.resolve("copy");
    try (Investigation open = Investigation.openOrCreate(whole)) {
      open.importAll(
          List.of(
              Path.of("sample-logs/blockster-outage/releases-feb26.json"),
              sampleLog(folder.resolve("fly-logs.txt"))),
          InputStream.nullInputStream(),
          ImportOptions.NONE,
          Progress.NONE);
      open.annotate(
          new Annotation(0, Annotation.Kind.NOTE, Instant.EPOCH, null, "look here", null));
      open.folder().put("draft", "# Draft");
    }
    before = Answers.of(whole);
  }

  private static Path sampleLog(Path to) throws IOException {
    Path log = Path.of("sample-logs/blockster-outage/fly-logs-feb26.txt");
    return Files.write(to, Files.readAllLines(log).subList(0, 4_000));
  }

  @Test
  void aHarmedCaseNeverAnswersWronglyAndIsRepaired() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int i = 0; i < TRIES; i++) {
      Folders.delete(copy);
      Folders.copy(whole, copy);
      String harm = harm(random);
      try {
        for (Outcome outcome : outcomes(harm)) {
          outcomes.merge(outcome, 1, Integer::sum);
        }
      } catch (Exception | Error e) {
        throw new AssertionError("try " + i + " of seed " + SEED + ": " + harm, e);
      }
    }
    if (TRIES > 30) {
      Files.writeString(Path.of("target", "damages.txt"), TRIES + " damages: " + outcomes + "\n");
    }
    assertEquals(
        TRIES,
        outcomes.getOrDefault(Outcome.ANSWERED_AS_BEFORE, 0)
            + outcomes.getOrDefault(Outcome.REFUSED_WITH_A_REASON, 0));
  }

  private List<Outcome> outcomes(String harm) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    Path tried = folder.resolve("tried");
    Folders.delete(tried);
    Folders.copy(copy, tried);
    boolean refused = false;
    try {
      assertEquals(before, Answers.of(tried), "answers otherwise than before");
      outcomes.add(Outcome.ANSWERED_AS_BEFORE);
    } catch (InputProblem e) {
      refused = true;
      assertTrue(e.remedy().contains("repair"), e.getMessage());
      outcomes.add(Outcome.REFUSED_WITH_A_REASON);
    }
    Verification found = CaseFolder.verify(copy, Progress.NONE);
    assertTrue(!refused || !found.whole(), "verify finds nothing");
    if (!found.whole()) {
      Imported repaired = CaseFolder.repair(copy, Progress.NONE);
      assertTrue(CaseFolder.verify(copy, Progress.NONE).whole(), "still not whole");
      if (!repaired.refused().isEmpty()) {
        try (CaseFolder open = CaseFolder.open(copy)) {
          assertEquals(
              before.notes(), List.of(open.annotations(), open.get("draft")), "notes are lost");
        }
        assertTrue(harm.contains("originals"), harm);
        outcomes.add(Outcome.REPAIRED_AND_LOST_ORIGINAL_NAMED);
        return outcomes;
      }
      Answers after = Answers.of(copy);
      assertEquals(before.sources(), after.sources());
      assertEquals(before.records(), after.records());
      assertEquals(before.conclusions(), after.conclusions());
      assertEquals(before.notes(), after.notes(), "notes are lost");
      outcomes.add(Outcome.REPAIRED_AS_BEFORE);
    } else {
      assertTrue(!refused);
    }
    return outcomes;
  }

  /** Harms one file of the copy; says what was done. */
  private String harm(SplittableRandom random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(copy)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(f -> !f.endsWith("lock") && !f.endsWith("write.lock"))
              .sorted()
              .toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    String what;
    switch (bytes.length == 0 ? 9 : random.nextInt(10)) {
      case 0, 1, 2, 3 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        what = "a bit turned over";
      }
      case 4, 5 -> {
        byte[] noise = new byte[Math.min(1 + random.nextInt(64), bytes.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, at, noise.length);
        what = noise.length + " bytes of noise";
      }
      case 6 -> {
        Arrays.fill(bytes, at, Math.min(bytes.length, at + 4096), (byte) 0);
        what = "a page of zeros";
      }
      case 7 -> {
        bytes = Arrays.copyOf(bytes, at);
        what = "cut";
      }
      case 8 -> {
        bytes = new byte[0];
        what = "emptied";
      }
      default -> {
        Files.delete(file);
        return copy.relativize(file) + ": lost";
      }
    }
    Files.write(file, bytes);
    return copy.relativize(file) + ": " + what + " at " + at;
  }
}
