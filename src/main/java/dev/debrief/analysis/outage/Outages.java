package dev.debrief.analysis.outage;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Finds outages: times in which every machine that should serve was down or failed its checks, and
 * times in which a good part of the requests failed. Machines that sleep or were stopped on request
 * are no outage, and machines down beside others that serve well are none either.
 */
public final class Outages {
  /** Two failures no farther apart belong to one outage: a recovery must hold this long. */
  static final Duration HELD = Boot.HELD;

  /** A shorter failure is a restart, and does not reach over a time that went well. */
  static final Duration LASTING = Duration.ofSeconds(30);

  /** Requests that go well beside a machine's failure show that the app was not down. */
  static final double WELL = 0.05;

  private final Requests requests;
  private final List<MachineHistory> machines;
  private final LogExtent log;
  private final List<Change> answers;

  private Outages(
      Requests requests, List<MachineHistory> machines, LogExtent log, List<Change> answers) {
    this.answers = answers;
    this.requests = requests;
    List<MachineHistory> own = machines.stream().filter(machine -> !machine.oneOff()).toList();
    SortedSet<String> serve = requests.serving();
    List<MachineHistory> serving =
        own.stream()
            .filter(machine -> serve.contains(machine.machine()) || offersService(machine))
            .toList();
    // A worker beside the web machines answers nobody; where no request shows, all count.
    this.machines = serving.isEmpty() ? own : serving;
    this.log = log;
  }

  /** Whether it listens, is checked or gets traffic, though it never answered well. */
  private static boolean offersService(MachineHistory machine) {
    return machine.marks().stream()
        .anyMatch(
            mark ->
                switch (mark.line()) {
                  case PlatformLine.Ready ready -> true;
                  case PlatformLine.CheckFailed failed -> true;
                  case PlatformLine.CheckPassing passing -> true;
                  case PlatformLine.Reachable reachable -> true;
                  case PlatformLine.Waking waking -> true;
                  case PlatformLine.ProxyFailure failure -> true;
                  default -> false;
                });
  }

  /**
   * All of them in order, those too short to count among them.
   *
   * @param changes oldest first: the first that people made within an outage shows that it was
   *     noticed
   */
  public static List<Outage> of(
      Requests requests, List<MachineHistory> machines, LogExtent log, List<Change> changes) {
    return log.empty() ? List.of() : new Outages(requests, machines, log, changes).find();
  }

  private List<Outage> find() {
    List<Answers> slices = List.copyOf(requests.slices());
    List<Span> failing =
        requests.serving().isEmpty() ? ComplaintRates.of(slices, log) : FailingRequests.of(slices);
    SortedMap<String, List<Span>> down = new TreeMap<>();
    NoneWell noneWell = new NoneWell();
    for (MachineHistory machine : machines) {
      List<Span> own = new ArrayList<>(DownMachines.of(machine, requests, log.last()));
      own.addAll(FailingChecks.of(machine, log.last()));
      List<Span> united = Span.united(own, Duration.ZERO);
      if (!united.isEmpty()) {
        down.put(machine.machine(), united);
      }
      noneWell.add(united, AwakeMachines.of(machine, log.first(), log.last()));
    }
    List<Span> none = new ArrayList<>();
    for (Span span : noneWell.spans()) {
      if (span.length().compareTo(Duration.ofSeconds(1)) > 0 && !servedWell(span)) {
        none.add(noneWell.fromFirstCrash(span));
      }
    }
    List<Span> all = new ArrayList<>(failing);
    all.addAll(none);
    OutageAccount account = new OutageAccount(requests, machines, log, answers);
    List<Outage> outages = new ArrayList<>();
    for (Span span : joined(all)) {
      outages.add(account.of(span, failing, down, none));
    }
    return outages;
  }

  /**
   * Stretches are one outage where the recovery between them did not hold: where it was short, or
   * where nothing went well in it. Restarts of a few seconds with minutes of service between them
   * stay apart.
   */
  private List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : Span.united(spans, Duration.ZERO)) {
      if (!joined.isEmpty() && oneOutage(joined.getLast(), span)) {
        Span last = joined.removeLast();
        joined.add(new Span(last.from(), span.to()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private boolean oneOutage(Span earlier, Span later) {
    if (later.from().isAfter(earlier.to().plus(HELD))) {
      return false;
    }
    boolean first = earlier.length().compareTo(LASTING) >= 0;
    boolean second = later.length().compareTo(LASTING) >= 0;
    boolean anyOk =
        requests.between(earlier.to().plusSeconds(Requests.SLICE_SECONDS), later.from()).stream()
            .anyMatch(slice -> slice.ok() > 0);
    return anyOk ? first && second : first || second;
  }

  private boolean servedWell(Span span) {
    long ok = 0;
    long bad = 0;
    for (Answers slice : requests.between(span.from(), span.to())) {
      ok += OutageAccount.cut(slice, span) ? 0 : slice.ok();
      bad += slice.failed();
    }
    return ok >= 10 && bad < WELL * (ok + bad);
  }
}
