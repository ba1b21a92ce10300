package dev.debrief.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class UserThresholdsTest {
  @TempDir private Path folder;
  private Path file;
  private String before = "";

  @BeforeEach
  void ofItsOwn() {
    file = folder.resolve("analysis.properties");
    before = System.getProperty(UserThresholds.PROPERTY, "");
    System.setProperty(UserThresholds.PROPERTY, file.toString());
  }

  @AfterEach
  void asItWas() {
    System.setProperty(UserThresholds.PROPERTY, before);
  }

  @Test
  void withoutAFileTheDefaultsHold() throws InputProblem {
    assertEquals(AnalysisSettings.DEFAULT, UserThresholds.settings());
  }

  @Test
  void whatTheFileNamesIsChangedAndTheRestStays() throws InputProblem, IOException {
    Files.writeString(
        file,
        """
        # ours
        outage.shortest = 90s
        burst.gap=10m   # slow restarts
        retries = 3

        retries.window = 1h
        silence.false-alarms = 1e-6
        changes.false-discoveries = 0.01
        """);
    assertEquals(
        new AnalysisSettings(
            Duration.ofMinutes(10), Duration.ofHours(1), 3, Duration.ofSeconds(90), 1e-6, 0.01),
        UserThresholds.settings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outage.longest = 5m",
        "outage.shortest = soon",
        "outage.shortest = 0s",
        "outage.shortest",
        "retries = -1",
        "retries = ten",
        "silence.false-alarms = 2",
        "changes.false-discoveries = 5 %"
      })
  void aLineThatSaysNothingIsNamedWithItsNumber(String line) throws IOException {
    Files.writeString(file, "# ours\n" + line + "\n");
    InputProblem problem = assertThrows(InputProblem.class, UserThresholds::settings);
    assertTrue(problem.getMessage().contains("line 2"), problem.getMessage());
  }
}
