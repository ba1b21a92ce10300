package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.report.Chronology.Row;
import dev.debrief.report.Incident.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of a report's timeline that tell how machines went down. */
final class CrashRows {
  /** The most crashes outside bursts that get a row of their own. */
  private static final int SINGLE_CRASHES = 20;

  private final Incident incident;
  private final Telling telling;
  private final Series series;

  CrashRows(Incident incident, Telling telling, Series series) {
    this.incident = incident;
    this.telling = telling;
    this.series = series;
  }

  /** Machines that crash again and again. */
  List<Row> loops() {
    List<Row> rows = new ArrayList<>();
    for (Found<Details.RestartBurst> burst : incident.all(Details.RestartBurst.class)) {
      String machine = telling.codes(burst.finding().machines());
      List<Evidence> lines = burst.finding().evidence();
      add(
          rows,
          burst.start(),
          "Machine "
              + machine
              + " starts crash-looping: the first of "
              + Wording.count(burst.details().count(), "crash", "crashes")
              + " in "
              + Wording.length(burst.length())
              + ", the last at "
              + Wording.at(burst.end())
              + ", at most "
              + burst.details().peak()
              + " in five minutes",
          lines);
    }
    return rows;
  }

  /** Crashes outside of those. */
  List<Row> single() {
    List<Row> rows = new ArrayList<>();
    List<Found<Details.RestartBurst>> bursts = incident.all(Details.RestartBurst.class);
    List<Found<Details.Exit>> single =
        incident.crashes().stream()
            .filter(exit -> bursts.stream().noneMatch(burst -> holds(burst, exit)))
            .toList();
    int shown = series.brief() && single.size() > Series.SHOWN + 1 ? Series.SHOWN : SINGLE_CRASHES;
    for (Found<Details.Exit> exit : single.stream().limit(shown).toList()) {
      crashed(rows, exit);
    }
    if (single.size() > shown) {
      Found<Details.Exit> last = single.getLast();
      add(
          rows,
          last.start(),
          "The last of "
              + Wording.count(single.size() - shown, "more crash", "more crashes")
              + ", on machine "
              + telling.codes(last.finding().machines()),
          last.finding().evidence());
    }
    firstOutOfMemory(rows, bursts);
    return rows;
  }

  /**
   * A machine that ran out of memory says why it loops: its first time gets a row even in a burst.
   */
  private void firstOutOfMemory(List<Row> rows, List<Found<Details.RestartBurst>> bursts) {
    incident.crashes().stream()
        .filter(exit -> exit.details().oom())
        .findFirst()
        .filter(exit -> bursts.stream().anyMatch(burst -> holds(burst, exit)))
        .ifPresent(exit -> crashed(rows, exit));
  }

  private void crashed(List<Row> rows, Found<Details.Exit> exit) {
    add(
        rows,
        exit.start(),
        "Machine "
            + telling.codes(exit.finding().machines())
            + " crashed: "
            + Observations.exitWords(exit.details()),
        exit.finding().evidence());
  }

  private static boolean holds(Found<Details.RestartBurst> burst, Found<Details.Exit> exit) {
    return burst.finding().machines().containsAll(exit.finding().machines())
        && !exit.start().isBefore(burst.start())
        && !exit.start().isAfter(burst.end());
  }

  /** Machines that went down at the same moment. */
  List<Row> together() {
    List<Row> rows = new ArrayList<>();
    List<Found<Details.SimultaneousExit>> all = incident.all(Details.SimultaneousExit.class);
    for (Found<Details.SimultaneousExit> exit : series.ends(all)) {
      add(
          rows,
          exit.start(),
          Wording.count(exit.details().count(), "machine", "machines")
              + " exited "
              + CrashFacts.spread(exit.details().spreadMillis())
              + ": "
              + telling.codes(exit.finding().machines())
              + series.placeIn(all, exit),
          exit.finding().evidence());
    }
    return rows;
  }

  /** Machines that the platform gave up restarting. */
  List<Row> givenUp() {
    List<Row> rows = new ArrayList<>();
    List<Found<Details.RestartBudget>> all =
        incident.all(Details.RestartBudget.class).stream()
            .filter(budget -> budget.details().gaveUp())
            .toList();
    for (Found<Details.RestartBudget> budget : series.ends(all)) {
      add(
          rows,
          budget.end(),
          "The platform gave up restarting "
              + telling.codes(budget.finding().machines())
              + " after "
              + (budget.details().bound() ? "at least " : "")
              + Wording.count(budget.details().used(), "exit", "exits")
              + " that count against its limit of "
              + budget.details().limit()
              + series.placeIn(all, budget),
          budget.finding().evidence());
    }
    return rows;
  }

  private void add(List<Row> rows, Instant at, String event, List<Evidence> evidence) {
    rows.add(Row.at(at, event, evidence));
  }
}
