package dev.debrief.analysis;

import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.silence.LogGaps;
import dev.debrief.model.CaseData;
import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the dumps can't show: said before any conclusion, and inherited by each. */
final class Coverage {
  /** {@code fly releases} shows the newest so many. */
  private static final int RELEASES_SHOWN = 25;

  /** The platform keeps so many events of a machine; {@code machine status} shows about five. */
  private static final int EVENTS_KEPT = 20;

  private Coverage() {}

  static List<String> unknowns(
      CaseData data,
      LogExtent log,
      List<MachineHistory> machines,
      Requests requests,
      List<LogGaps.Gap> gaps) {
    List<String> unknowns = new ArrayList<>();
    if (log.empty()) {
      unknowns.add("There is no log with times: exits, signals and outages can't be told.");
    } else {
      unknowns.add(
          "The log covers "
              + Wording.time(log.first())
              + " to "
              + Wording.time(log.last())
              + " ("
              + Wording.length(Duration.between(log.first(), log.last()))
              + "); of what came before and after it says nothing.");
    }
    for (LogGaps.Gap gap : gaps) {
      unknowns.add(
          "The log is missing from "
              + Wording.time(gap.span().from())
              + " to "
              + Wording.time(gap.span().to())
              + ".");
    }
    histories(data, unknowns);
    if (!log.empty() && requests.answered() == 0) {
      unknowns.add("No request's answer is in the log, so how many requests failed can't be told.");
    }
    for (Source source : data.sources()) {
      for (Source.Note note : source.notes()) {
        if (note.kind() == Source.Note.Kind.LIMIT) {
          unknowns.add(source.path() + ": " + note.text());
        }
      }
    }
    lateMachines(log, machines, unknowns);
    skewed(machines, unknowns);
    return unknowns.stream().distinct().toList();
  }

  private static void histories(CaseData data, List<String> unknowns) {
    List<Instant> releases = new ArrayList<>();
    SortedMap<String, List<Instant>> events = new TreeMap<>();
    for (Entry entry : data.facts()) {
      switch (entry) {
        case Release release -> releases.add(release.moment().at());
        case MachineEvent event ->
            events
                .computeIfAbsent(event.machine(), id -> new ArrayList<>())
                .add(event.moment().at());
        case LogRecord _, MachineSnapshot _, Commit _, Operation _, Unparsed _ -> {}
      }
    }
    if (releases.isEmpty()) {
      unknowns.add(
          "There is no release history: changes are known only as far as the log shows them.");
    } else if (releases.size() >= RELEASES_SHOWN) {
      unknowns.add(
          "The release history shows "
              + releases.size()
              + " releases and no older ones: what ran before "
              + Wording.time(releases.stream().min(Comparator.naturalOrder()).orElseThrow())
              + " is not known.");
    }
    if (events.isEmpty()) {
      unknowns.add(
          "There are no machine events: exit codes and who asked for a stop rest on the log"
              + " alone.");
    }
    events.forEach(
        (machine, times) -> {
          if (times.size() >= EVENTS_KEPT) {
            unknowns.add(
                "The events of "
                    + machine
                    + " are "
                    + times.size()
                    + " and begin at "
                    + Wording.time(times.stream().min(Comparator.naturalOrder()).orElseThrow())
                    + ": older ones are not kept.");
          }
        });
  }

  private static void skewed(List<MachineHistory> machines, List<String> unknowns) {
    for (MachineHistory machine : machines) {
      if (!machine.ahead().isZero()) {
        unknowns.add(
            "The events of "
                + machine.machine()
                + " are stamped by a clock that runs "
                + Wording.length(machine.ahead().abs())
                + (machine.ahead().isNegative() ? " behind" : " ahead of")
                + " the log's, as the exits that both tell of show; they were put back by that.");
      }
    }
  }

  private static void lateMachines(
      LogExtent log, List<MachineHistory> machines, List<String> unknowns) {
    List<String> unheard =
        machines.stream()
            .filter(machine -> machine.first() == null && !machine.machine().isEmpty())
            .map(MachineHistory::machine)
            .toList();
    if (!unheard.isEmpty() && !log.empty()) {
      unknowns.add("The log has no line of " + Wording.list(unheard) + ", only events do.");
    }
  }
}
