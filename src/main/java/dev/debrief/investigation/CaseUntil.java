package dev.debrief.investigation;

import dev.debrief.model.CaseData;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.store.RecordIndex;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A case as it could be known at an instant: what happened later is not there. A release is known
 * from its creation on.
 *
 * @param whole the case as it is known now
 * @param index its records by time
 * @param until UTC; entries stamped after it are not shown
 */
record CaseUntil(CaseData whole, RecordIndex index, Instant until) implements CaseData {
  @Override
  public List<Source> sources() {
    return whole.sources().stream().map(this::clipped).toList();
  }

  @Override
  public List<Entry> facts() {
    return whole.facts().stream().filter(fact -> !fact.moment().at().isAfter(until)).toList();
  }

  @Override
  public void records(Consumer<? super LogRecord> consumer) {
    // Asked by time, so that an early instant costs the reading of what was logged until then.
    index.records(new TimeRange(Instant.MIN, until.plusNanos(1)), consumer);
  }

  private Source clipped(Source source) {
    Instant first = source.first();
    Instant last = source.last();
    boolean unseen = first == null || first.isAfter(until);
    return new Source(
        source.path(),
        source.format(),
        source.sha256(),
        source.bytes(),
        source.lines(),
        source.records(),
        source.begun(),
        source.continuations(),
        source.duplicates(),
        source.duplicateLines(),
        source.unparsed(),
        source.blank(),
        unseen ? null : first,
        unseen || last == null ? null : last.isAfter(until) ? until : last,
        source.zone(),
        source.notes());
  }
}
