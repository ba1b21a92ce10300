package dev.debrief.bench;

import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.source.Dump;
import dev.debrief.source.EntrySink;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import dev.debrief.source.Inputs;
import dev.debrief.timeline.RecordTally;
import java.nio.file.Path;
import java.util.List;

/**
 * What an import does before the index: recognising the format, reading every record, counting
 * records, errors, requests and failures for the timeline.
 *
 * <p>{@code java … FirstLook FILE} prints records, seconds, processor seconds.
 */
public final class FirstLook {
  private FirstLook() {}

  /** {@code FILE}. */
  public static void main(String[] args) throws Exception {
    Stopwatch watch = new Stopwatch();
    Input input = Inputs.find(List.of(Path.of(args[0])), System.in).getFirst();
    RecordTally tally = new RecordTally();
    long[] records = {0};
    EntrySink sink =
        entry -> {
          if (entry instanceof LogRecord record) {
            tally.accept(record);
            records[0]++;
          }
        };
    Dump.read(input, ImportOptions.NONE, sink, Progress.NONE);
    tally.build(dev.debrief.model.Conclusions.NONE, shape -> "");
    watch.print("firstlook", records[0]);
  }
}
