package dev.debrief.analysis.outage;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Change;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of one outage: whom it hit, how many requests, between which lines it lies. */
final class OutageAccount {
  private final Requests requests;
  private final List<MachineHistory> machines;
  private final LogExtent log;
  private final List<Change> changes;

  OutageAccount(
      Requests requests, List<MachineHistory> machines, LogExtent log, List<Change> changes) {
    this.changes = changes;
    this.requests = requests;
    this.machines = machines;
    this.log = log;
  }

  Outage of(Span span, List<Span> failing, SortedMap<String, List<Span>> down, List<Span> none) {
    Answered answered = Answered.within(span, requests);
    List<String> crashed = crashed(span, down);
    List<String> affected =
        Stream.concat(crashed.stream(), answered.failingMachines().stream())
            .distinct()
            .sorted()
            .toList();
    boolean whole = whole(span, answered, none);
    String scope = scope(whole, answered, affected);
    Details.Outage.Phase ended = ended(span, none);
    return new Outage(
        new Span(span.from(), over(span, ended)),
        span.length(),
        whole,
        affected,
        answered.failed(),
        requests.wellTold() ? answered.all() : 0,
        failing.stream().anyMatch(own -> touch(own, span)),
        scope,
        answered.failingEndpoints(),
        began(span),
        OutagePhases.detected(span, machines, changes),
        OutagePhases.mitigated(span, none, machines),
        ended,
        reasoning(span, crashed, answered, scope, ended));
  }

  private static List<String> crashed(Span span, SortedMap<String, List<Span>> down) {
    return down.entrySet().stream()
        .filter(
            machine ->
                machine.getValue().stream()
                    .anyMatch(
                        own -> own.from().isBefore(span.to()) && span.from().isBefore(own.to())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean touch(Span a, Span b) {
    return !a.from().isAfter(b.to()) && !b.from().isAfter(a.to());
  }

  private static boolean whole(Span span, Answered answered, List<Span> none) {
    return answered.all() == 0
        || answered.share() >= OutageFindings.WHOLE
        || covered(span, none) >= OutageFindings.WHOLE;
  }

  /**
   * Where no line shows the recovery, it lasted to the log's end if that came soon after the last
   * failure; else nothing more than its last failure is known.
   */
  private Instant over(Span span, Details.Outage.Phase ended) {
    Instant to = ended.notAfter();
    boolean open = !to.isBefore(log.last());
    if (open && ended.notBefore().plus(Outages.HELD).isBefore(log.last())) {
      to = ended.notBefore();
    }
    return to.isBefore(span.to()) && !servedBetween(to, span.to()) ? span.to() : to;
  }

  /**
   * Whether requests went well from one instant to another: a check that trails changes nothing.
   */
  private boolean servedBetween(Instant from, Instant to) {
    long ok = 0;
    for (Answers slice : requests.between(from, to)) {
      if (slice.lastFailed() != null && slice.lastFailed().at().isAfter(from)) {
        return false;
      }
      ok += slice.ok();
    }
    return ok > 0;
  }

  /** Whether an end of the stretch cuts the slice: what went well in it may lie outside. */
  static boolean cut(Answers slice, Span span) {
    return slice.start().isBefore(span.from())
        || slice.start().plusSeconds(Requests.SLICE_SECONDS).isAfter(span.to());
  }

  /** The share of a stretch in which no machine was well. */
  private static double covered(Span span, List<Span> none) {
    long millis = 0;
    for (Span own : none) {
      Instant from = own.from().isAfter(span.from()) ? own.from() : span.from();
      Instant to = own.to().isBefore(span.to()) ? own.to() : span.to();
      millis += from.isBefore(to) ? Duration.between(from, to).toMillis() : 0;
    }
    return (double) millis / Math.max(1, span.length().toMillis());
  }

  private String scope(boolean whole, Answered answered, List<String> affected) {
    if (whole) {
      return "everything";
    }
    if (answered.failed() > 0 && answered.mostOfOneEndpoint() >= 0.95 * answered.failed()) {
      return "one_endpoint";
    }
    return affected.size() == 1 && machines.size() > 1 ? "one_instance" : "";
  }

  private Details.Outage.Phase began(Span span) {
    Answers.Seen before = null;
    for (Answers slice : requests.between(span.from().minus(Duration.ofMinutes(30)), span.from())) {
      if (slice.lastOk() != null && slice.lastOk().at().isBefore(span.from())) {
        before = slice.lastOk();
      } else if (slice.firstOk() != null && slice.firstOk().at().isBefore(span.from())) {
        before = slice.firstOk();
      }
    }
    if (before != null) {
      return new Details.Outage.Phase(
          before.at(), span.from(), before.evidence(), firstFailure(span));
    }
    // Machine events may tell of failures from before the log begins.
    return log.first().isAfter(span.from())
        ? new Details.Outage.Phase(span.from(), span.from(), null, firstFailure(span))
        : new Details.Outage.Phase(log.first(), span.from(), log.firstLine(), firstFailure(span));
  }

  private @Nullable Evidence firstFailure(Span span) {
    for (MachineHistory machine : machines) {
      for (Exit exit : machine.exits(span.from(), span.from())) {
        if (exit.crash()) {
          return exit.evidence().getFirst();
        }
      }
      for (Mark mark : machine.marks(span.from(), span.from())) {
        if (mark.line() instanceof PlatformLine.CheckFailed && mark.at().equals(span.from())) {
          return mark.evidence();
        }
      }
    }
    for (Answers slice : requests.between(span.from(), span.to())) {
      if (slice.firstFailed() != null) {
        return slice.firstFailed().evidence();
      }
    }
    return null;
  }

  /**
   * Between the last failure and the first sign of the recovery that held. Where the log tells of
   * no request that went well, that nothing failed for long is the sign, unless machines were down.
   */
  private Details.Outage.Phase ended(Span span, List<Span> none) {
    Answers.Seen last = null;
    for (Answers slice : requests.between(span.from(), span.to())) {
      last = slice.lastFailed() == null ? last : slice.lastFailed();
    }
    Instant lastFailure = last == null ? span.from() : last.at();
    Evidence lastLine = last == null ? null : last.evidence();
    for (MachineHistory machine : machines) {
      for (Exit exit : machine.exits(lastFailure, span.to())) {
        if (exit.crash() && exit.at().isAfter(lastFailure)) {
          lastFailure = exit.at();
          lastLine = exit.evidence().getFirst();
        }
      }
    }
    Details.Outage.Phase over =
        OutagePhases.recovery(lastFailure, lastLine, span, requests, machines, log);
    Instant seen = lastFailure;
    boolean down = none.stream().anyMatch(own -> own.to().isAfter(seen));
    boolean late = over.notAfter().isAfter(lastFailure.plus(Outages.HELD));
    return late && !down && !requests.wellTold() && over.notAfter().isBefore(log.last())
        ? new Details.Outage.Phase(lastFailure, lastFailure, lastLine, lastLine)
        : over;
  }

  private String reasoning(
      Span span,
      List<String> crashed,
      Answered answered,
      String scope,
      Details.Outage.Phase ended) {
    StringBuilder text = new StringBuilder();
    if (!crashed.isEmpty()) {
      text.append("Down without being asked to, or failing its checks: ");
      text.append(Wording.list(crashed)).append(". A boot between two crashes counts as no");
      text.append(" recovery. ");
    }
    if (answered.failed() > 0 && !requests.wellTold()) {
      text.append("The log tells of ")
          .append(Wording.count(answered.failed(), "failed request", "failed requests"));
      text.append(
          " in this time. It tells of none that went well at any time, so what share failed");
      text.append(" is not known. ");
    } else if (answered.all() > 0) {
      text.append("The log tells of ").append(Wording.count(answered.all(), "answer", "answers"));
      text.append(" in this time, of which ");
      text.append(Wording.number(answered.failed())).append(" failed. ");
    } else {
      text.append("The log tells of no request in this time, so how many failed is not known. ");
    }
    if (scope.equals("one_endpoint")) {
      text.append("Nearly all failures are at ");
      text.append(answered.failingEndpoints().getFirst()).append(". ");
    } else if (scope.equals("one_instance")) {
      text.append("Only one machine is concerned. ");
    }
    boolean open = !ended.notAfter().isBefore(log.last());
    if (open) {
      text.append("The log ends before a recovery shows: it may have lasted longer. ");
    } else {
      text.append("It ended between ").append(Wording.time(ended.notBefore()));
      text.append(" and ").append(Wording.time(ended.notAfter())).append(". ");
    }
    if (!span.from().isAfter(log.first().plusSeconds(60))) {
      text.append("The log begins within it: it may have begun earlier.");
    }
    return text.toString().strip();
  }
}
