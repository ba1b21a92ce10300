package dev.debrief.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code debrief}: without a command it is {@code debrief open}. */
@Command(
    name = "debrief",
    version = Version.TEXT,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Rebuilds what happened from the dumps that were saved: logs, deploys and machine events become"
          + " a timeline and a postmortem draft in which every sentence is backed by log lines.",
      "Without a command it opens the desktop."
    },
    footerHeading = "%n",
    footer = {
      "A case is a folder: import makes it, every other command reads it.",
      "Exit status: 0 done, 1 the answer is no, 2 the call or an input was wrong.",
      "Nothing leaves this machine: no connection is ever opened; collect runs flyctl, which does."
    })
final class DebriefCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Where something fails, print all of it and not one line.")
  private boolean stacktrace;

  DebriefCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  boolean stacktrace() {
    return stacktrace;
  }

  @Override
  public Integer call() throws Exception {
    return new OpenCommand(this).call();
  }
}
