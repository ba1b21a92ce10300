package dev.debrief.analysis.change;

import dev.debrief.analysis.template.Signatures;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.List;

/**
 * What messages tell of failures, and of failures to come: errors by time, warnings by time, and
 * what they measure.
 */
public final class Telltales implements Signatures.Listener {
  private final ErrorTimes errors = new ErrorTimes(Level.ERROR, Level.CRITICAL);
  private final ErrorTimes warnings = new ErrorTimes(Level.WARNING, Level.WARNING);
  private final Gauges gauges = new Gauges();

  @Override
  public void message(LogRecord head, int shape, Level severity) {
    errors.message(head, shape, severity);
    warnings.message(head, shape, severity);
    gauges.message(head, shape, severity);
  }

  ErrorTimes errors() {
    return errors;
  }

  List<ErrorSeries> warnings(List<Template> byShape) {
    return warnings.series(byShape);
  }

  List<Gauge> gauges(List<Template> byShape) {
    return gauges.all(byShape);
  }
}
