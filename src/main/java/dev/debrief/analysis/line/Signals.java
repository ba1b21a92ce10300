package dev.debrief.analysis.line;

import java.util.List;
import java.util.Optional;

/** Linux signals by number, x86-64 and arm64 (signal(7)). */
public final class Signals {
  private static final List<String> NAMES =
      List.of(
          "SIGHUP",
          "SIGINT",
          "SIGQUIT",
          "SIGILL",
          "SIGTRAP",
          "SIGABRT",
          "SIGBUS",
          "SIGFPE",
          "SIGKILL",
          "SIGUSR1",
          "SIGSEGV",
          "SIGUSR2",
          "SIGPIPE",
          "SIGALRM",
          "SIGTERM",
          "SIGSTKFLT",
          "SIGCHLD",
          "SIGCONT",
          "SIGSTOP",
          "SIGTSTP",
          "SIGTTIN",
          "SIGTTOU",
          "SIGURG",
          "SIGXCPU",
          "SIGXFSZ",
          "SIGVTALRM",
          "SIGPROF",
          "SIGWINCH",
          "SIGIO",
          "SIGPWR",
          "SIGSYS");

  private Signals() {}

  /** The name of a signal's number, from 1. */
  public static Optional<String> named(int number) {
    return number >= 1 && number <= NAMES.size()
        ? Optional.of(NAMES.get(number - 1))
        : Optional.empty();
  }

  /** The number of a name, if it is one. */
  public static Optional<Integer> number(String name) {
    int at = NAMES.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(at + 1);
  }
}
