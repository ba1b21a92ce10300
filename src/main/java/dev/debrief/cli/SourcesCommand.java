package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Source;
import dev.debrief.store.ContractJson;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code debrief sources}: what was imported, and where each line went. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description =
        "What was imported, and how every line of it was accounted for: it began a record, belongs to"
            + " one, is a duplicate, is blank, or could not be placed (unparsed, still searchable).")
final class SourcesCommand implements Callable<Integer> {
  /** So many places are named of those of which the same is said. */
  private static final int NAMED = 3;

  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws InputProblem, IOException {
    try (Investigation investigation = Investigation.open(target.folder())) {
      List<Source> sources = investigation.sources();
      if (json) {
        debrief.terminal().json(ContractJson.sources(sources));
      } else {
        accounts(sources, debrief.terminal());
      }
    }
    return 0;
  }

  static void accounts(List<Source> sources, Terminal terminal) {
    Table table =
        new Table(
            "SOURCE",
            "FORMAT",
            "LINES",
            "RECORDS",
            "CONT",
            "DUP",
            "BLANK",
            "UNPARSED",
            "FROM",
            "TO");
    for (Source source : sources) {
      table.row(
          source.path(),
          source.format(),
          source.lines(),
          source.records(),
          source.continuations(),
          source.duplicateLines(),
          source.blank(),
          source.unparsed(),
          time(source.first()),
          time(source.last()));
    }
    table.print(terminal);
    Map<String, List<String>> notes = new LinkedHashMap<>();
    for (Source source : sources) {
      for (Source.Note note : source.notes()) {
        String where = source.path() + (note.line() > 0 ? ":" + note.line() : "");
        String said = note.text() + (note.remedy().isEmpty() ? "" : "; " + note.remedy());
        notes.computeIfAbsent(said, key -> new ArrayList<>()).add(where);
      }
    }
    notes.forEach((said, where) -> terminal.say(places(where) + ": " + said));
  }

  /** A log saved by the hour is told the same of each of its files. */
  private static String places(List<String> where) {
    int named = where.size() <= NAMED + 1 ? where.size() : NAMED;
    String names = String.join(", ", where.subList(0, named));
    return named == where.size()
        ? names
        : names + " and " + (where.size() - named) + " more of them";
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
