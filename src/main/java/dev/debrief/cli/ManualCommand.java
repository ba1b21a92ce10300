package dev.debrief.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code debrief manual}: the man page and the shell's completion, for the installers. */
@Command(
    name = "manual",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Prints the man page (troff), or with --completion a completion script for bash.")
final class ManualCommand implements Callable<Integer> {
  private static final String[] FILES = {
    "The desktop's settings, your own rules (rules/*.yaml), templates"
        + " (templates/*.md), and thresholds (analysis.properties). On macOS it is ~/Library/Application Support/Debrief, on Windows Debrief in %APPDATA%."
  };

  @ParentCommand private DebriefCommand debrief;

  @Option(names = "--completion", description = "The completion script instead.")
  private boolean completion;

  @Override
  public Integer call() {
    CommandLine line = Main.line(debrief.terminal());
    debrief.terminal().write(completion ? AutoComplete.bash("debrief", line) : page(line));
    return 0;
  }

  private static String page(CommandLine line) {
    StringBuilder out = new StringBuilder();
    out.append(".TH DEBRIEF 1 \"\" \"").append(Version.TEXT).append("\" \"User commands\"\n");
    out.append(".SH NAME\ndebrief \\- from saved dumps to a timeline and a postmortem draft\n");
    out.append(".SH SYNOPSIS\n\\fBdebrief\\fR [\\fICOMMAND\\fR] [\\fIOPTION\\fR]...\n");
    CommandSpec root = line.getCommandSpec();
    out.append(".SH DESCRIPTION\n");
    paragraphs(root.usageMessage().description(), out);
    paragraphs(root.usageMessage().footer(), out);
    out.append(".SH OPTIONS\n");
    options(root, out);
    out.append(".SH COMMANDS\n");
    for (CommandLine command : line.getSubcommands().values()) {
      if (!command.getCommandSpec().usageMessage().hidden()) {
        command(command.getCommandSpec(), out);
      }
    }
    out.append(".SH FILES\n");
    term("\\fI~/.config/debrief\\fR", FILES, out);
    return out.toString();
  }

  private static void command(CommandSpec spec, StringBuilder out) {
    out.append(".SS \"").append(spec.qualifiedName());
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      String label = escaped(parameter.paramLabel()) + (parameter.arity().max() > 1 ? "..." : "");
      out.append(' ').append(parameter.arity().min() == 0 ? "[" + label + "]" : label);
    }
    out.append("\"\n");
    paragraphs(spec.usageMessage().description(), out);
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      term("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter.description(), out);
    }
    options(spec, out);
    paragraphs(spec.usageMessage().footer(), out);
  }

  private static void options(CommandSpec spec, StringBuilder out) {
    for (OptionSpec option : spec.options()) {
      boolean standard = option.usageHelp() || option.versionHelp() || option.inherited();
      if (!option.hidden() && !standard) {
        String names =
            String.join(", ", List.of(option.names()).stream().map(ManualCommand::bold).toList());
        String value = option.arity().max() == 0 ? "" : " \\fI" + option.paramLabel() + "\\fR";
        String given = option.defaultValue();
        String[] said = option.description().clone();
        for (int i = 0; i < said.length && given != null; i++) {
          said[i] = said[i].replace("${DEFAULT-VALUE}", given);
        }
        term(names + value, said, out);
      }
    }
  }

  private static void term(String term, String[] description, StringBuilder out) {
    out.append(".TP\n").append(term).append('\n');
    for (String text : description) {
      out.append(escaped(text)).append('\n');
    }
  }

  private static void paragraphs(String[] texts, StringBuilder out) {
    for (String text : texts) {
      out.append(".PP\n").append(escaped(text)).append('\n');
    }
  }

  private static String bold(String name) {
    return "\\fB" + escaped(name) + "\\fR";
  }

  /** What troff would take for its own: backslashes, hyphens, a leading dot or quote. */
  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
