package dev.debrief.analysis.silence;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.line.Literals;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Structural silence: dependants report something missing, again and again, and in all that time it
 * never says a word itself.
 */
public final class AbsentEmitters implements Collector {
  /** Complaints farther apart than this belong to different times. */
  private static final Duration APART = Duration.ofMinutes(10);

  /** One boot's race may bring a complaint or two; a lasting absence brings more. */
  private static final int LEAST = 5;

  /** A shorter time is a boot that was still coming up. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private static final int KEPT = 60;

  private final Literals literals;
  private final List<Watched> watched;

  /** Looks for what is known to be needed with texts of its own. */
  public AbsentEmitters() {
    this(new Literals());
  }

  /**
   * Looks for what is known to be needed.
   *
   * @param literals finds its texts, others' too
   */
  public AbsentEmitters(Literals literals) {
    this.literals = literals;
    this.watched = Dependency.KNOWN.stream().map(known -> new Watched(known, literals)).toList();
  }

  /** One dependency and what was heard of it. */
  private static final class Watched {
    final Dependency dependency;
    final List<Absence> absences = new ArrayList<>();
    final Said said = new Said();
    private final Literals literals;
    private final int[] speaks;
    private final int[] missed;

    Watched(Dependency dependency, Literals literals) {
      this.dependency = dependency;
      this.literals = literals;
      this.speaks = dependency.speaks().stream().mapToInt(literals::add).toArray();
      this.missed = dependency.missed().stream().mapToInt(literals::add).toArray();
    }

    /** Whether the line last looked at is its own. */
    boolean spoken() {
      return literals.standsAny(speaks);
    }

    /**
     * Whether the line last looked at reports it missing. A wrapper's exception that quotes the
     * driver's own words ({@code ConnectionNotEstablished (connection to server at … failed)})
     * shows that the driver spoke.
     */
    boolean missing() {
      return literals.standsAny(missed) && !(dependency.wraps() && spoken());
    }

    /** Whether another answers to the same complaint. */
    boolean shares(Watched other) {
      return other != this
          && other.dependency.missed().getFirst().equals(dependency.missed().getFirst());
    }
  }

  /** When an emitter spoke at all, and the last line. */
  private static final class Said {
    long count;
    @Nullable Instant last;
    @Nullable Evidence lastLine;
  }

  /** A time in which complaints came. */
  private static final class Absence {
    final Instant from;
    Instant to;
    long complaints;
    long spoke;
    @Nullable Instant word;
    final TreeSet<String> machines = new TreeSet<>();
    final List<Evidence> lines = new ArrayList<>();
    final @Nullable Instant lastWord;
    final @Nullable Evidence lastWordLine;

    Absence(Instant from, Said before) {
      this.from = from;
      this.to = from;
      this.lastWord = before.last;
      this.lastWordLine = before.lastLine;
    }

    /** A word of the emitter: within the complaints it counts, after their end it does not. */
    void after(Instant at) {
      word = at;
    }
  }

  @Override
  public void take(LogRecord log) {
    if (!log.moment().known() || !(log.provider().equals("app") || log.provider().isEmpty())) {
      return;
    }
    if (literals.look(log.message()) == 0) {
      return;
    }
    // A request's own line complains of nothing.
    if (log.fields().containsKey("response.status") || log.fields().containsKey("request.method")) {
      return;
    }
    for (Watched each : watched) {
      if (each.missing()) {
        complaint(each, log);
      } else if (log.begins() && each.spoken()) {
        word(each, log);
      }
    }
  }

  private static void complaint(Watched each, LogRecord log) {
    List<Absence> times = each.absences;
    if (times.isEmpty() || times.getLast().to.plus(APART).isBefore(log.at())) {
      times.add(new Absence(log.at(), each.said));
    }
    Absence time = times.getLast();
    if (time.word != null) {
      // It spoke, and then was missed again: within the complaints it was no silence.
      time.spoke++;
      time.word = null;
    }
    time.to = log.at();
    time.complaints++;
    if (!log.machine().isEmpty()) {
      time.machines.add(log.machine());
    }
    if (time.lines.size() < KEPT) {
      time.lines.add(log.evidence());
    }
  }

  private static void word(Watched each, LogRecord log) {
    each.said.count++;
    each.said.last = log.at();
    each.said.lastLine = log.evidence();
    List<Absence> times = each.absences;
    if (!times.isEmpty() && !times.getLast().to.plus(APART).isBefore(log.at())) {
      times.getLast().after(log.at());
    }
  }

  /**
   * A finding for each absence.
   *
   * @param machines whose exits tell whether the process was dead, and when the complaints ended
   */
  public List<Finding> findings(List<MachineHistory> machines) {
    List<Finding> findings = new ArrayList<>();
    for (Watched each : watched) {
      for (Absence time : each.absences) {
        if (time.spoke == 0
            && time.complaints >= LEAST
            && Duration.between(time.from, time.to).compareTo(SHORTEST) >= 0
            && attributed(each)) {
          findings.add(finding(each.dependency, time, each.said, machines));
        }
      }
    }
    return findings;
  }

  /**
   * Several emitters may answer to one complaint: an Ecto repo stands on Postgrex or MyXQL. It is
   * the one that spoke at any other time; where none did, the first of the list, the usual one.
   */
  private boolean attributed(Watched each) {
    if (each.said.count > 0) {
      return true;
    }
    for (Watched other : watched) {
      if (other.shares(each) && other.said.count > 0) {
        return false;
      }
      if (other == each) {
        break;
      }
      if (other.shares(each)) {
        return false;
      }
    }
    return watched.stream().noneMatch(other -> other.shares(each) && other.said.count > 0);
  }

  private static Finding finding(
      Dependency dependency, Absence time, Said said, List<MachineHistory> machines) {
    Instant end = time.to;
    long crashes = 0;
    for (MachineHistory machine : machines) {
      for (Exit exit : machine.exits(time.from, time.to.plusSeconds(60))) {
        if (exit.crash()) {
          crashes++;
          // The complaints end with the process that complains.
          end = exit.at().isAfter(end) ? exit.at() : end;
        }
      }
    }
    String emitter = dependency.emitter();
    StringBuilder text = new StringBuilder();
    text.append("Those that need it reported it missing ");
    text.append(Wording.count(time.complaints, "time", "times")).append(" in ");
    text.append(Wording.length(Duration.between(time.from, end))).append(", and ");
    text.append(emitter).append(" itself wrote no line in that time. ");
    text.append("A connection that fails is loud: each attempt is logged. So it died before it");
    text.append(" could write anything, or it was never started. ");
    if (time.lastWord != null) {
      text.append("Its last line before is from ").append(Wording.time(time.lastWord)).append(". ");
    } else if (said.count == 0) {
      text.append("The log holds no line of it at all, so how it speaks when well is not known. ");
    }
    if (crashes > 0) {
      text.append("The program crashed ").append(Wording.count(crashes, "time", "times"));
      text.append(" meanwhile.");
    }
    List<Evidence> lines = new ArrayList<>(time.lines);
    if (time.lastWordLine != null) {
      lines.add(Math.min(1, lines.size()), time.lastWordLine);
    }
    return Findings.of(
        time.from,
        end,
        List.copyOf(time.machines),
        Severity.CRITICAL,
        time.lastWord != null || said.count > 0 ? 0.95 : 0.85,
        emitter + " was silent while others reported it missing",
        text.toString().strip(),
        lines,
        (int) Math.min(Integer.MAX_VALUE, time.complaints + (time.lastWordLine == null ? 0 : 1)),
        new Details.Silence(
            emitter,
            Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS,
            crashes > 0 ? "process_dead" : "unexplained",
            null));
  }
}
