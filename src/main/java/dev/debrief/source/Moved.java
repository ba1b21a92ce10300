package dev.debrief.source;

import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Moment;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;

/** Entries at another moment. */
final class Moved {
  private Moved() {}

  /** The same entry at that moment. */
  static Entry to(Entry entry, Moment moment) {
    return switch (entry) {
      case LogRecord r ->
          new LogRecord(
              r.evidence(),
              r.lines(),
              moment,
              r.app(),
              r.provider(),
              r.machine(),
              r.region(),
              r.level(),
              r.severity(),
              r.message(),
              r.head(),
              r.fields());
      case Release r ->
          new Release(
              r.evidence(),
              r.lines(),
              moment,
              r.app(),
              r.version(),
              r.status(),
              r.description(),
              r.reason(),
              r.actor(),
              r.image());
      case MachineEvent e ->
          new MachineEvent(
              e.evidence(),
              e.lines(),
              moment,
              e.app(),
              e.machine(),
              e.region(),
              e.type(),
              e.status(),
              e.source(),
              e.exit());
      case MachineSnapshot s ->
          new MachineSnapshot(
              s.evidence(),
              s.lines(),
              moment,
              s.app(),
              s.machine(),
              s.region(),
              s.state(),
              s.image(),
              s.version(),
              s.instance());
      case Commit c ->
          new Commit(c.evidence(), c.lines(), moment, c.hash(), c.author(), c.subject());
      case Operation o ->
          new Operation(
              o.evidence(),
              o.lines(),
              moment,
              o.app(),
              o.kind(),
              o.version(),
              o.image(),
              o.machine(),
              o.detail());
      case Unparsed u -> new Unparsed(u.evidence(), moment, u.text());
    };
  }
}
