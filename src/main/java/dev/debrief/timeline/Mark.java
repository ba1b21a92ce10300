package dev.debrief.timeline;

import dev.debrief.model.Annotation;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Moment;
import dev.debrief.model.Severity;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing drawn on a lane: an instant, or a stretch of time. All times are UTC. */
public sealed interface Mark {
  /** When it began. */
  Instant start();

  /** When it ended; {@link #start()} for an instant. */
  Instant end();

  /** What it stands on. */
  Basis basis();

  /** A mark that takes time. */
  sealed interface Stretch extends Mark {
    /** From its beginning to its end. */
    TimeRange range();

    @Override
    default Instant start() {
      return range().from();
    }

    @Override
    default Instant end() {
      return range().to();
    }
  }

  /** A mark without length. */
  sealed interface Point extends Mark {
    @Override
    default Instant end() {
      return start();
    }
  }

  /** What one source covers. */
  record Coverage(TimeRange range, String source, String format, long records, Basis basis)
      implements Stretch {}

  /**
   * A change of the program, its settings or its machines.
   *
   * @param change its name, such as {@code v290}
   * @param verdict what it did, null where no verdict was asked for
   */
  record Changed(
      Moment moment,
      String change,
      ChangeKind kind,
      String actor,
      String description,
      @Nullable Verdict verdict,
      Basis basis)
      implements Point {
    @Override
    public Instant start() {
      return moment.at();
    }
  }

  /** The release that ran, from its change to the next. */
  record Running(TimeRange range, String version, Basis basis) implements Stretch {}

  /** What a machine was doing. */
  record Life(TimeRange range, String machine, MachineLife.State state, Basis basis)
      implements Stretch {}

  /** A machine's main process ended. */
  record Exit(Instant start, String machine, Details.Exit details, String title, Basis basis)
      implements Point {}

  /** Exits in close succession. */
  record Burst(TimeRange range, String machine, int count, int peak, Basis basis)
      implements Stretch {}

  /** A signal, or a run of the same. */
  record Signal(TimeRange range, List<String> machines, Details.Signal details, Basis basis)
      implements Stretch {
    public Signal {
      machines = List.copyOf(machines);
    }
  }

  /** Somebody who should have spoken did not. */
  record Silence(TimeRange range, Details.Silence details, String title, Basis basis)
      implements Stretch {}

  /** The log is missing; of all machines where none is named. */
  record Gap(TimeRange range, List<String> machines, String title, Basis basis) implements Stretch {
    public Gap {
      machines = List.copyOf(machines);
    }
  }

  /** The app, or a good part of it, failed. */
  record Outage(TimeRange range, Details.Outage details, String title, Basis basis)
      implements Stretch {}

  /** Any other finding, by its title. */
  record Concluded(TimeRange range, FindingKind kind, String title, Severity severity, Basis basis)
      implements Stretch {
    static Concluded of(Finding finding, TimeRange range) {
      return new Concluded(
          range, finding.kind(), finding.title(), finding.severity(), Basis.of(finding));
    }
  }

  /**
   * Messages of one shape, from the first to the last.
   *
   * @param isNew whether the shape was unknown in the healthy time before
   */
  record Seen(
      TimeRange range, String signature, String template, long count, boolean isNew, Basis basis)
      implements Stretch {}

  /** What the author pinned or noted. */
  record Noted(TimeRange range, Annotation annotation, Basis basis) implements Stretch {}
}
