package dev.debrief.investigation;

import dev.debrief.analysis.Onlooker;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Conclusions;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.timeline.RecordTally;
import dev.debrief.timeline.Tally;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the timeline's records while the analysis reads them. A pass of its own would read and
 * mask every record a second time, which took a third as long as the analysis.
 */
final class Counting implements Onlooker {
  private final RecordTally tally = new RecordTally();
  private List<Template> templates = List.of();
  private @Nullable Aside<Tally> records;

  @Override
  public void record(LogRecord record) {
    tally.accept(record);
  }

  @Override
  public void message(LogRecord head, int shape, Level severity) {
    tally.message(head.at(), shape, severity);
  }

  @Override
  public void ended(List<Template> mined) {
    templates = mined;
    // While the conclusions are drawn.
    records = Aside.of("counts", tally::records);
  }

  /** Everything counted, by the signatures that have a lane; after the end. */
  Tally tally(Conclusions conclusions) throws IOException {
    Tally messages = tally.messages(conclusions, shape -> templates.get(shape).id());
    try {
      return messages.with(Objects.requireNonNull(records).get());
    } catch (InputProblem e) {
      throw new IllegalStateException(e);
    }
  }
}
