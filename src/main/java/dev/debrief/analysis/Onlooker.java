package dev.debrief.analysis;

import dev.debrief.analysis.template.Signatures;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.List;

/**
 * Sees what an analysis reads, for whoever counts the same records: so a case is read once and its
 * templates are mined once. Called by one thread at a time, not the one that asked for the
 * analysis.
 */
public interface Onlooker extends Signatures.Listener {
  /** One that looks away. */
  Onlooker NONE =
      new Onlooker() {
        @Override
        public void record(LogRecord record) {}

        @Override
        public void message(LogRecord head, int shape, Level severity) {}

        @Override
        public void ended(List<Template> templates) {}
      };

  /** The next record, in order of time. */
  void record(LogRecord record);

  /**
   * There are no more.
   *
   * @param templates of the shapes that messages had, by the shape's number
   */
  void ended(List<Template> templates);
}
