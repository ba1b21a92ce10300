package dev.debrief.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help. To know a command's options its class is
 * reflected upon, some milliseconds each: a call that names one is read with that one alone.
 */
final class Commands {
  static final List<Map.Entry<String, Class<?>>> ALL =
      List.of(
          Map.entry("open", OpenCommand.class),
          Map.entry("demo", DemoCommand.class),
          Map.entry("import", ImportCommand.class),
          Map.entry("sources", SourcesCommand.class),
          Map.entry("findings", FindingsCommand.class),
          Map.entry("changes", ChangesCommand.class),
          Map.entry("search", SearchCommand.class),
          Map.entry("timeline", TimelineCommand.class),
          Map.entry("report", ReportCommand.class),
          Map.entry("lint", LintCommand.class),
          Map.entry("templates", TemplatesCommand.class),
          Map.entry("verify", VerifyCommand.class),
          Map.entry("repair", RepairCommand.class),
          Map.entry("archive", ArchiveCommand.class),
          Map.entry("unarchive", UnarchiveCommand.class),
          Map.entry("collect", CollectCommand.class),
          Map.entry("manual", ManualCommand.class),
          Map.entry("rehearse", RehearseCommand.class));

  private Commands() {}

  static boolean isOne(String name) {
    return ALL.stream().anyMatch(command -> command.getKey().equals(name));
  }

  /** Adds the command that is called, or all where that is not plain. */
  static CommandLine addTo(CommandLine line, String... args) {
    String called = args.length == 0 ? "" : args[0];
    boolean plain = isOne(called);
    for (Map.Entry<String, Class<?>> command : ALL) {
      if (!plain || command.getKey().equals(called)) {
        line.addSubcommand(command.getKey(), command.getValue());
      }
    }
    return line;
  }
}
