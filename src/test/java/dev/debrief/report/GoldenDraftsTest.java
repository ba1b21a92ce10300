package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drafts compared to the byte with those that were read and found good. {@code mvn test
 * -Dtest=GoldenDraftsTest -Ddebrief.golden=write} writes them anew, the sample case's too; read the
 * difference before you keep it.
 */
class GoldenDraftsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/reports/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("debrief.golden"));

  @ParameterizedTest
  @ValueSource(strings = {"outage", "vendor", "chronicle", "postmortem", "resolution"})
  void theDraftIsTheOneThatWasReadAndFoundGood(String template) throws Exception {
    String draft = Drafts.write(CrashLoop.dossier(), template).markdown();
    assertEquals(List.of(), ReferencedSentences.without(draft));
    compare("crash-loop-" + template, draft);
  }

  @Test
  void theDraftsOfTheSampleCase(@TempDir Path folder) throws Exception {
    try (Investigation sample = Investigation.openOrCreate(folder.resolve("case"))) {
      sample.importAll(
          List.of(Path.of("sample-logs/blockster-outage")),
          InputStream.nullInputStream(),
          ImportOptions.NONE,
          Progress.NONE);
      Dossier dossier = sample.dossier(Progress.NONE);
      for (String template : DraftTemplates.BUILT_IN) {
        String draft = Drafts.write(dossier, template).markdown();
        assertEquals(
            List.of(),
            Lint.check(draft, dossier).stream()
                .filter(found -> found.verdict() == Judgement.CONTRADICTED)
                .toList());
        assertEquals(List.of(), ReferencedSentences.without(draft), template);
        compare("sample-" + template, draft);
      }
      assertEquals(List.of(4, 55), contradicted("production-outage-report", dossier));
      assertEquals(List.of(1), contradicted("deploy-incident", dossier));
      assertEquals(List.of(15, 304), contradicted("vendor-bug-report", dossier));
      assertEquals(List.of(503), contradicted("deployment-guide", dossier));
      assertEquals(List.of(), contradicted("error-resolution-playbook", dossier));
    }
  }

  private static List<Integer> contradicted(String seed, Dossier dossier) throws Exception {
    Path report = Path.of("src/test/resources/reports/seeds/" + seed + ".md");
    return Lint.check(Lint.text(Files.readAllBytes(report)), dossier).stream()
        .filter(found -> found.verdict() == Judgement.CONTRADICTED)
        .map(LintFinding::line)
        .distinct()
        .toList();
  }

  private static void compare(String name, String draft) throws Exception {
    Path file = GOLDEN.resolve(name + ".md");
    if (WRITE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, draft);
    }
    assertEquals(Files.readString(file), draft, "run with -Ddebrief.golden=write, read the diff");
  }
}
