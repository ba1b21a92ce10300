package dev.debrief.bench;

import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Inputs;
import dev.debrief.store.CaseFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * An import into a case, and one pass over its records in order as the analysis makes it.
 *
 * <p>{@code java … CaseImport FOLDER FILE} prints lines, seconds, processor seconds, bytes on disk.
 */
public final class CaseImport {
  private CaseImport() {}

  /** {@code FOLDER FILE}. */
  public static void main(String[] args) throws Exception {
    Stopwatch watch = new Stopwatch();
    Path folder = Path.of(args[0]);
    try (CaseFolder open = CaseFolder.openOrCreate(folder)) {
      open.importAll(
          Inputs.find(List.of(Path.of(args[1])), System.in), ImportOptions.NONE, Progress.NONE);
      watch.print("import", open.index().size(), folder);
      watch.restart();
      long[] records = {0};
      open.data().records(record -> records[0]++);
      watch.print("stream", records[0], folder);
    }
  }
}
