package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The program's entry. Exit status: 0 done, 1 the answer is no, 2 the call or an input was wrong.
 */
public final class Main {
  /** What was asked is not so: a report contradicted, a case not whole, a dump not got. */
  static final int NO = 1;

  /** The call or an input was wrong. */
  static final int WRONG = 2;

  /** The index would tell on every start of an incubating module that it can do without. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private Main() {}

  /** Runs one call of the command line and exits with its status. */
  public static void main(String[] args) {
    VECTORS.setLevel(Level.SEVERE);
    Terminal terminal = Terminal.ofProcess();
    int status = run(terminal, args);
    terminal.out().flush();
    terminal.err().flush();
    // The desktop's threads would keep the process, and its window has been closed by now.
    System.exit(status);
  }

  /** Runs one call; nothing of it outlives the call. */
  static int run(Terminal terminal, String... args) {
    return line(terminal).execute(args);
  }

  /** The command line, ready to run or to be asked for its help. */
  static CommandLine line(Terminal terminal) {
    DebriefCommand debrief = new DebriefCommand(terminal);
    return new CommandLine(debrief)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, given) -> wrongCall(e, terminal, debrief))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              terminal.note("debrief: " + said(e));
              if (debrief.stacktrace()) {
                e.printStackTrace(terminal.err());
              }
              return WRONG;
            });
  }

  private static int wrongCall(ParameterException e, Terminal terminal, DebriefCommand debrief) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.note("debrief: " + firstLine(e) + "; see " + command + " --help");
    if (debrief.stacktrace()) {
      e.printStackTrace(terminal.err());
    }
    return WRONG;
  }

  /** What went wrong, where and what to do, in one line. */
  private static String said(Exception e) {
    return switch (e) {
      case InputProblem problem ->
          problem.where() + ": " + problem.what() + "; " + problem.remedy();
      case Progress.Cancelled cancelled -> "cancelled; nothing was changed";
      case NoSuchFileException gone -> gone.getFile() + ": there is no such file; check the path";
      case AccessDeniedException denied ->
          denied.getFile() + ": it may not be read or written; check its permissions";
      case IOException io -> firstLine(io) + "; check the disk, and try again";
      default ->
          "internal error: "
              + e.getClass().getSimpleName()
              + ": "
              + firstLine(e)
              + "; run it again with --stacktrace and report what it prints";
    };
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
