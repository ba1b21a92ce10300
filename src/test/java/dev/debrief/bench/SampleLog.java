package dev.debrief.bench;

import dev.debrief.investigation.Investigation;
import dev.debrief.investigation.LongLog;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Inputs;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The long log that the program's JVM learns on, as a file, for what is measured beside it to learn
 * on the same.
 *
 * <p>{@code java … SampleLog FOLDER SAMPLE FILE}
 */
public final class SampleLog {
  private SampleLog() {}

  /** {@code FOLDER SAMPLE FILE}. */
  public static void main(String[] args) throws Exception {
    try (Investigation sample = Investigation.openOrCreate(Path.of(args[0]))) {
      sample
          .folder()
          .importAll(
              Inputs.find(List.of(Path.of(args[1])), System.in), ImportOptions.NONE, Progress.NONE);
      try (InputStream log = LongLog.of(sample.index(), 5)) {
        Files.copy(log, Path.of(args[2]));
      }
    }
  }
}
