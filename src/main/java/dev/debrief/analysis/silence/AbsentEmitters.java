package dev.debrief.analysis.silence;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<Dependency, List<Absence>> absences = new LinkedHashMap<>();
  private final Map<Dependency, Said> spoken = new LinkedHashMap<>();

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
    final TreeSet<String> machines = new TreeSet<>();
    final List<Evidence> lines = new ArrayList<>();
    final @Nullable Instant lastWord;
    final @Nullable Evidence lastWordLine;

    Absence(Instant from, @Nullable Said before) {
      this.from = from;
      this.to = from;
      this.lastWord = before == null ? null : before.last;
      this.lastWordLine = before == null ? null : before.lastLine;
    }
  }

  /** Collects for every known dependency. */
  public AbsentEmitters() {
    for (Dependency dependency : Dependency.KNOWN) {
      absences.put(dependency, new ArrayList<>());
      spoken.put(dependency, new Said());
    }
  }

  @Override
  public void take(LogRecord log) {
    if (!log.moment().known() || !(log.provider().equals("app") || log.provider().isEmpty())) {
      return;
    }
    String message = log.message();
    for (Dependency dependency : Dependency.KNOWN) {
      List<Absence> times = absences.get(dependency);
      Said said = spoken.get(dependency);
      if (times == null || said == null) {
        continue;
      }
      if (dependency.missedBy(message)) {
        if (times.isEmpty() || times.getLast().to.plus(APART).isBefore(log.at())) {
          times.add(new Absence(log.at(), said));
        }
        Absence time = times.getLast();
        time.to = log.at();
        time.complaints++;
        if (!log.machine().isEmpty()) {
          time.machines.add(log.machine());
        }
        if (time.lines.size() < KEPT) {
          time.lines.add(log.evidence());
        }
      } else if (log.begins() && dependency.spokenBy(message)) {
        said.count++;
        said.last = log.at();
        said.lastLine = log.evidence();
        if (!times.isEmpty() && !times.getLast().to.plus(APART).isBefore(log.at())) {
          times.getLast().spoke++;
        }
      }
    }
  }

  /**
   * A finding for each absence.
   *
   * @param machines whose exits tell whether the process was dead, and when the complaints ended
   */
  public List<Finding> findings(List<MachineHistory> machines) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Dependency, List<Absence>> entry : absences.entrySet()) {
      Said said = spoken.get(entry.getKey());
      for (Absence time : entry.getValue()) {
        if (time.spoke == 0
            && time.complaints >= LEAST
            && Duration.between(time.from, time.to).compareTo(SHORTEST) >= 0
            && attributed(entry.getKey(), said)) {
          findings.add(finding(entry.getKey(), time, said, machines));
        }
      }
    }
    return findings;
  }

  /**
   * Several emitters may answer to one complaint: an Ecto repo stands on Postgrex or MyXQL. It is
   * the one that spoke at any other time; where none did, the first of the list, the usual one.
   */
  private boolean attributed(Dependency dependency, @Nullable Said said) {
    if (said != null && said.count > 0) {
      return true;
    }
    for (Map.Entry<Dependency, Said> other : spoken.entrySet()) {
      if (other.getKey().missed().getFirst().equals(dependency.missed().getFirst())) {
        if (other.getKey() == dependency) {
          return othersSilent(dependency);
        }
        return false;
      }
    }
    return true;
  }

  private boolean othersSilent(Dependency dependency) {
    return spoken.entrySet().stream()
        .filter(
            other ->
                other.getKey() != dependency
                    && other.getKey().missed().getFirst().equals(dependency.missed().getFirst()))
        .allMatch(other -> other.getValue().count == 0);
  }

  private static Finding finding(
      Dependency dependency, Absence time, @Nullable Said said, List<MachineHistory> machines) {
    Instant end = time.to;
    long crashes = 0;
    for (MachineHistory machine : machines) {
      for (Exit exit : machine.exits()) {
        if (exit.crash()
            && !exit.at().isBefore(time.from)
            && !exit.at().isAfter(time.to.plusSeconds(60))) {
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
    } else if (said != null && said.count == 0) {
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
        time.lastWord != null || (said != null && said.count > 0) ? 0.95 : 0.85,
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
