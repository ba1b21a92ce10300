package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.report.Incident.Found;
import java.util.stream.Stream;

/** What was observed, in words that say no more than the evidence. */
final class Observations {
  private final Incident incident;

  Observations(Incident incident) {
    this.incident = incident;
  }

  /** {@code exit code 1}, {@code out of memory, killed by SIGKILL}. */
  static String exitWords(Details.Exit exit) {
    StringBuilder out = new StringBuilder();
    if (exit.oom()) {
      out.append("out of memory");
    }
    if (exit.signal() != null) {
      out.append(out.isEmpty() ? "" : ", ").append("killed by ").append(exit.signal());
    }
    if (exit.code() != null) {
      out.append(out.isEmpty() ? "" : ", ").append("exit code ").append(exit.code());
    }
    return out.isEmpty() ? "the log doesn't say how" : out.toString();
  }

  /** Whether a report has something to say of it: not of stops asked for, nor of what's said. */
  boolean tells(Details.Signal signal) {
    return switch (signal.role()) {
      case REQUESTED -> false;
      case CAUSE -> killed().noneMatch(signal.signal()::equals);
      case INCIDENTAL -> !incident.outages().isEmpty() || !incident.crashes().isEmpty();
      case UNKNOWN -> true;
    };
  }

  /** The signals by which crashes are told to have ended already. */
  private Stream<String> killed() {
    return incident.crashes().stream().flatMap(exit -> Stream.ofNullable(exit.details().signal()));
  }

  /** What part a signal played. */
  String signalWords(String signal, Details.SignalRole role) {
    return switch (role) {
      case REQUESTED -> signal + ", a stop that was asked for";
      case CAUSE -> signal + " ended a main process";
      case INCIDENTAL ->
          cause(signal)
              ? signal + " that " + company() + ": not one of those that ended a process"
              : signal + ", which " + company() + ": not the cause";
      case UNKNOWN -> signal + ", whose part can't be told from these logs";
    };
  }

  /** With what an incidental signal comes; where nothing ended it can't follow an exit. */
  private String company() {
    return incident.all(Details.Exit.class).isEmpty()
        ? "comes with healthy boots"
        : "follows an exit or comes with healthy boots as well";
  }

  /** Whether the same signal did end a process at another time. */
  boolean cause(String signal) {
    return incident.all(Details.Signal.class).stream()
        .anyMatch(
            one ->
                one.details().role() == Details.SignalRole.CAUSE
                    && one.details().signal().equals(signal));
  }

  /** Who was silent, and how that shows. */
  static String silenceWords(Found<Details.Silence> silence, Telling telling) {
    String emitter = telling.code(silence.details().emitter());
    String until = " until " + Wording.at(silence.end());
    return switch (silence.details().mode()) {
      case ABSENT_DESPITE_DEPENDENTS ->
          emitter + " writes no line from here" + until + ", while others report it missing";
      case BELOW_BASELINE -> emitter + " writes far less than its own past says from here" + until;
    };
  }
}
