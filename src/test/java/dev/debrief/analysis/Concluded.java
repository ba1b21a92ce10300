package dev.debrief.analysis;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Progress;
import dev.debrief.store.ContractJson;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what is concluded of a folder of dumps: {@code Concluded FOLDER FINDINGS CHANGES}. */
final class Concluded {
  private Concluded() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i + 2 < args.length; i += 3) {
      long began = System.nanoTime();
      var data = Dumps.read(Path.of(args[i]));
      long readAt = System.nanoTime();
      Conclusions c = Analysis.of(data, AnalysisSettings.DEFAULT, Progress.NONE);
      long done = System.nanoTime();
      Files.writeString(Path.of(args[i + 1]), ContractJson.findings(c.findings()));
      Files.writeString(Path.of(args[i + 2]), ContractJson.changes(c.changes()));
      System.err.printf(
          "%s: %d findings, read %d ms, analysed %d ms%n",
          args[i], c.findings().size(), (readAt - began) / 1_000_000, (done - readAt) / 1_000_000);
    }
  }
}
