package dev.debrief.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program's entry. Exit status: 0 done, 1 the answer is no, 2 the call or an input was wrong.
 */
public final class Main {
  /** What was asked is not so: a report contradicted, a case not whole, a dump not got. */
  static final int NO = 1;

  /** The call or an input was wrong. */
  static final int WRONG = 2;

  private static final int MOST_TRIES = 50;
  private static final long BETWEEN_TRIES_MS = 100;

  /**
   * Let go of where memory runs out: to say so takes some, and other threads may still hold theirs.
   */
  private static final List<byte[]> RESERVE = new ArrayList<>(List.of(new byte[1 << 20]));

  private Main() {}

  /** Runs one call of the command line and exits with its status. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> failed(e, terminal, List.of(args).contains("--stacktrace")));
    int status = run(terminal, args);
    terminal.out().flush();
    terminal.err().flush();
    if (terminal.lostOutput()) {
      terminal.note("debrief: standard output: it can't be written; check the disk it leads to");
      status = WRONG;
    }
    // The desktop's threads would keep the process, and its window has been closed by now.
    System.exit(status);
  }

  /** Runs one call; nothing of it outlives the call. */
  static int run(Terminal terminal, String... args) {
    try {
      Optional<OpenCommand> window = OpenCommand.plainly(args);
      return window.isPresent()
          ? window(window.get(), terminal)
          : line(terminal, args).execute(args);
    } catch (Error e) {
      return failed(e, terminal, List.of(args).contains("--stacktrace"));
    }
  }

  /** Opens the window without the reflection of the command line, a fourth of its start. */
  private static int window(OpenCommand open, Terminal terminal) {
    try {
      return open.call();
    } catch (Exception e) {
      return failed(e, terminal, false);
    }
  }

  private static int failed(Throwable e, Terminal terminal, boolean stacktrace) {
    RESERVE.clear();
    for (int tries = 1; ; tries++) {
      try {
        return told(e, terminal, stacktrace);
      } catch (OutOfMemoryError again) {
        if (tries == MOST_TRIES) {
          throw again;
        }
        LockSupport.parkNanos(BETWEEN_TRIES_MS * 1_000_000);
      }
    }
  }

  private static int told(Throwable e, Terminal terminal, boolean stacktrace) {
    // A thread that merges the index tells the one that waits for it too, which says it better.
    boolean saidElsewhere = e.getClass().getSimpleName().equals("MergeException");
    if (!saidElsewhere || stacktrace) {
      terminal.note("debrief: " + Failure.said(e));
    }
    if (stacktrace) {
      e.printStackTrace(terminal.err());
    }
    return WRONG;
  }

  /**
   * The command line, ready to run a call or to be asked for its help.
   *
   * @param args the call, or nothing where all commands are wanted
   */
  static CommandLine line(Terminal terminal, String... args) {
    DebriefCommand debrief = new DebriefCommand(terminal);
    return Commands.addTo(new CommandLine(debrief), args)
        .setExpandAtFiles(false)
        .registerConverter(Path.class, Main::path)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, given) -> wrongCall(e, terminal, debrief))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> failed(e, terminal, debrief.stacktrace()));
  }

  /** An unset variable in a script is an empty argument, and must not stand for this folder. */
  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("the path is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' is no path: " + e.getReason());
    }
  }

  private static int wrongCall(ParameterException e, Terminal terminal, DebriefCommand debrief) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.note("debrief: " + plain(e) + "; see " + command + " --help");
    if (debrief.stacktrace()) {
      e.printStackTrace(terminal.err());
    }
    return WRONG;
  }

  /** What is wrong with the call, in words that don't ask for a programmer. */
  private static String plain(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()
        && !unmatched.isUnknownOption()
        && e.getCommandLine().getParent() == null) {
      return unmatched.getUnmatched().getFirst() + ": there is no such command";
    }
    return Failure.firstLine(e).replace(" is not an int", " is no whole number");
  }
}
