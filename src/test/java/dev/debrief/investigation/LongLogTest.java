package dev.debrief.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case's lines as one long log. */
class LongLogTest {
  @Test
  void theLinesComeAgainSomeDaysLaterEachTime(@TempDir Path folder) throws Exception {
    Path dump = folder.resolve("fly.log");
    Files.writeString(
        dump,
        """
        2026-03-01T23:59:59Z app[17817e62f16438] ord [info]listening
        2026-03-02T00:00:01Z proxy[17817e62f16438] ord [error]could not find a good candidate
        """);
    try (Investigation open = Investigation.openOrCreate(folder.resolve("case"))) {
      open.importAll(
          List.of(dump), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE);
      try (InputStream log = LongLog.of(open.index(), 2)) {
        assertEquals(
            """
            2026-03-01T23:59:59Z app[17817e62f16438] ord [info]listening
            2026-03-02T00:00:01Z proxy[17817e62f16438] ord [error]could not find a good candidate
            2026-03-03T23:59:59Z app[17817e62f16438] ord [info]listening
            2026-03-04T00:00:01Z proxy[17817e62f16438] ord [error]could not find a good candidate
            """,
            new String(log.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }
}
