package dev.debrief.investigation;

import dev.debrief.analysis.Onlooker;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.timeline.RecordTally;
import dev.debrief.timeline.Tally;
import java.util.List;

/**
 * Counts the timeline's records while the analysis reads them. A pass of its own would read and
 * mask every record a second time, which took a third as long as the analysis.
 */
final class Counting implements Onlooker {
  private final RecordTally tally = new RecordTally();
  private List<Template> templates = List.of();

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
  }

  /** Everything counted, by the signatures that have a lane. */
  Tally tally(Conclusions conclusions) {
    return tally.build(conclusions, shape -> templates.get(shape).id());
  }
}
