package dev.debrief.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a finding says in numbers and names, by kind. In JSON the components' names are written in
 * snake_case; a null is written as null.
 */
public sealed interface Details {
  /** The kind of finding these belong to. */
  FindingKind kind();

  /**
   * A machine's main process ended.
   *
   * @param code the exit code, null where only a signal is known
   * @param signal the signal that ended it, null where none did
   * @param oom whether the kernel killed it for want of memory
   * @param requested whether somebody asked for the stop
   * @param reason who or what: {@code deploy}, {@code user}, {@code autostop}, {@code platform},
   *     {@code crash}, {@code oom}, {@code kill_timeout}, {@code release_command} for a one-off
   *     that failed, {@code finished} for one that had done its work, {@code unknown}
   */
  record Exit(
      @Nullable Integer code,
      @Nullable String signal,
      boolean oom,
      boolean requested,
      String reason)
      implements Details {
    /** The reason of a one-off that ended with 0, as a release command should. */
    public static final String FINISHED = "finished";

    /** Whether nobody asked for it and it was no end of work either: something went wrong. */
    public boolean unasked() {
      return !requested && !reason.equals(FINISHED);
    }

    @Override
    public FindingKind kind() {
      return FindingKind.EXIT;
    }
  }

  /**
   * Unrequested exits in close succession.
   *
   * @param count how many exits
   * @param peak the most exits in any five minutes
   */
  record RestartBurst(int count, int peak) implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.RESTART_BURST;
    }
  }

  /**
   * A signal, or a run of the same on one machine.
   *
   * @param signal such as {@code SIGUSR1}
   * @param count how many
   */
  record Signal(String signal, SignalRole role, int count) implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.SIGNAL;
    }
  }

  /** What part a signal played. */
  enum SignalRole {
    /** A stop that was asked for. */
    REQUESTED,
    /** The main process died of it. */
    CAUSE,
    /** It follows the exit, or comes with healthy boots as well. */
    INCIDENTAL,
    UNKNOWN
  }

  /**
   * An emitter that should have spoken did not.
   *
   * @param reason why, as far as known: {@code process_dead}, {@code stopped}, {@code asleep},
   *     {@code log_missing}, {@code unexplained}
   * @param pValue the chance of such a silence in a healthy emitter, null where none can be given
   */
  record Silence(String emitter, SilenceMode mode, String reason, @Nullable Double pValue)
      implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.SILENCE;
    }
  }

  /** What a silence is concluded from. */
  enum SilenceMode {
    /** Others report it missing while it never speaks. */
    ABSENT_DESPITE_DEPENDENTS,
    /** It speaks far less than its own past says. */
    BELOW_BASELINE
  }

  /** Nobody spoke. */
  record LogGap() implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.LOG_GAP;
    }
  }

  /**
   * Two or more machines exited together.
   *
   * @param spreadMillis from the first of them to the last
   */
  record SimultaneousExit(int count, long spreadMillis) implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.SIMULTANEOUS_EXIT;
    }
  }

  /**
   * What a change did.
   *
   * @param change its name
   * @param measure by which failures it was judged: {@code crashes}, {@code requests} or {@code
   *     errors}; those are what {@code before}, {@code after}, ratio and p-value count
   * @param before failures before it, {@code after} after it, in the seconds compared
   * @param pValue of the conditional test of the two rates, corrected; null where it was not made
   * @param alibi why the change can't be the cause, or empty
   * @param remaining what failed after a change that ended something, or before one that began
   *     something: {@code crashes}, {@code requests} or {@code errors}, so that the verdict is not
   *     the whole story
   * @param series every kind of failure compared, the crashes and requests first, then the errors
   *     by template, those that it began or ended first
   * @param fuse what carries that failures long after it go back to it, where all went well at
   *     first; empty where it showed at once
   */
  record ChangeImpact(
      String change,
      Verdict verdict,
      String measure,
      long before,
      double beforeSeconds,
      long after,
      double afterSeconds,
      @Nullable Double rateRatio,
      @Nullable Double ratioLow,
      @Nullable Double ratioHigh,
      @Nullable Double pValue,
      String alibi,
      List<String> remaining,
      List<FailureSeries> series,
      String fuse)
      implements Details {
    public ChangeImpact {
      remaining = List.copyOf(remaining);
      series = List.copyOf(series);
      // Conclusions kept before impacts had it come without.
      fuse = Objects.requireNonNullElse(fuse, "");
    }

    @Override
    public FindingKind kind() {
      return FindingKind.CHANGE_IMPACT;
    }
  }

  /**
   * The app, or a good part of its requests, failed for a minute or more.
   *
   * @param extent {@code whole} or {@code partial}
   * @param requestsFailed null where the log doesn't tell
   * @param scope {@code one_instance}, {@code one_endpoint}, {@code everything} or empty
   */
  record Outage(
      String extent,
      @Nullable Long requestsFailed,
      @Nullable Long requestsSeen,
      String scope,
      List<String> endpoints,
      @Nullable Phase began,
      @Nullable Phase detected,
      @Nullable Phase mitigated,
      @Nullable Phase ended)
      implements Details {
    public Outage {
      endpoints = List.copyOf(endpoints);
    }

    /** Whether nearly all of what failed was one endpoint's. */
    public boolean onOneEndpoint() {
      return scope.equals("one_endpoint");
    }

    /** Whether the whole app was down. */
    public boolean whole() {
      return extent.equals("whole");
    }

    @Override
    public FindingKind kind() {
      return FindingKind.OUTAGE;
    }

    /**
     * When something happened, as an interval between two lines.
     *
     * @param notBefore UTC; the last line that shows it had not happened
     * @param notAfter UTC; the first that shows it had
     */
    public record Phase(
        Instant notBefore, Instant notAfter, @Nullable Evidence before, @Nullable Evidence after) {}
  }

  /**
   * A rule of the library matched.
   *
   * @param rule its id
   * @param check how to confirm it
   * @param fix how to mend it
   */
  record KnownCause(String rule, int count, String check, String fix, String reference)
      implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.KNOWN_CAUSE;
    }
  }

  /** An error shape not seen in the healthy time before. */
  record NewSignature(String signature, long count) implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.NEW_SIGNATURE;
    }
  }

  /**
   * The platform's retry rule replayed.
   *
   * @param bound whether the dump begins too late for {@code used} to be exact
   * @param gaveUp whether the platform stopped trying
   */
  record RestartBudget(int used, int limit, boolean bound, boolean gaveUp) implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.RESTART_BUDGET;
    }
  }

  /**
   * Restarts under one supervisor, against OTP's rule.
   *
   * @param supervisor its name, or empty where the log doesn't name it
   * @param peaks the most restarts within 5, 10 and 30 whole seconds
   * @param wouldHold the least {@code max_restarts} in 5 s that would have held
   */
  record SupervisorBudget(String supervisor, Peaks peaks, int wouldHold) implements Details {
    @Override
    public FindingKind kind() {
      return FindingKind.SUPERVISOR_BUDGET;
    }

    /** The most restarts in so many seconds. */
    public record Peaks(int in5s, int in10s, int in30s) {}
  }
}
