package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.report.Incident.Found;

/** What was observed, in words that say no more than the evidence. */
final class Observations {
  private Observations() {}

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

  /** What part a signal played. */
  static String signalWords(String signal, Details.SignalRole role) {
    return switch (role) {
      case REQUESTED -> signal + ", a stop that was asked for";
      case CAUSE -> signal + " ended a main process";
      case INCIDENTAL ->
          signal + ", which follows an exit or comes with healthy boots as well: not the cause";
      case UNKNOWN -> signal + ", whose part can't be told from these logs";
    };
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
