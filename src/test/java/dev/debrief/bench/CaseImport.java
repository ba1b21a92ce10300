package dev.debrief.bench;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An import into a case until it can be searched, and then until it is analysed and its timeline
 * counted, as {@code debrief import} does both.
 *
 * <p>{@code java … CaseImport FOLDER FILE} prints two lines, {@code searchable} and {@code
 * analysed}: records, seconds, processor seconds, bytes on disk; and {@code peak}, the most memory
 * the process had, in bytes.
 */
public final class CaseImport {
  private CaseImport() {}

  /** {@code FOLDER FILE}. */
  public static void main(String[] args) throws Exception {
    Stopwatch watch = new Stopwatch();
    Path folder = Path.of(args[0]);
    try (Investigation open = Investigation.openOrCreate(folder)) {
      open.folder()
          .importAll(
              Inputs.find(List.of(Path.of(args[1])), System.in), ImportOptions.NONE, Progress.NONE);
      watch.print("searchable", open.index().size(), folder);
      open.density(Progress.NONE);
      watch.print("analysed", open.index().size(), folder);
      System.out.println("peak\t" + peak());
    }
  }

  /** The largest resident set, 0 where the system doesn't tell. */
  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElse(0);
  }
}
