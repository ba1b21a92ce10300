package dev.debrief.analysis;

import dev.debrief.model.CaseData;
import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import java.util.List;
import java.util.function.Consumer;

/**
 * What of a case is one app's.
 *
 * @param app its name; empty for what can't be placed
 */
record AppShare(CaseData whole, Apps apps, String app) implements CaseData {
  @Override
  public List<Source> sources() {
    return whole.sources().stream().filter(source -> apps.tells(source.path(), app)).toList();
  }

  /** Its facts. A commit names no app, and may be any's. */
  @Override
  public List<Entry> facts() {
    return whole.facts().stream()
        .filter(fact -> fact instanceof Commit || apps.of(fact).equals(app))
        .toList();
  }

  @Override
  public void records(Consumer<? super LogRecord> consumer) {
    whole.records(
        record -> {
          if (apps.of(record).equals(app)) {
            consumer.accept(record);
          }
        });
  }
}
