package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.TimeRange;
import dev.debrief.store.ContractJson;
import dev.debrief.store.Page;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code debrief search}: the records, in Lucene's query syntax. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds records, in Lucene's query syntax, and prints them in order of time.",
      "Fields beside the message: machine, provider, region, app, level, transport, source, line,"
          + " format, kind, request_id, status, part, at."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  debrief search CASE 'Oban AND \"could not lookup\"'",
      "  debrief search CASE 'level:error region:iad' --from 2026-02-25T21:00Z"
    })
final class SearchCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Parameters(
      index = "1",
      paramLabel = "QUERY",
      description = "What to look for; an empty one finds everything.")
  private String query;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "Not before; UTC where no zone is given.")
  private Optional<String> from;

  @Option(names = "--to", paramLabel = "T", description = "Before; UTC where no zone is given.")
  private Optional<String> to;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "The most to print (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "As JSON: {\"total\": N, \"records\": […]}.")
  private boolean json;

  @Override
  public Integer call() throws InputProblem, IOException {
    if (limit < 0) {
      throw new InputProblem("--limit " + limit, "it is less than nothing", "give 0 or more");
    }
    TimeRange range = Times.range(from, to);
    try (Investigation investigation = Investigation.open(target.folder())) {
      Page page = investigation.search(query, range, 0, limit);
      Terminal terminal = debrief.terminal();
      if (json) {
        terminal.json(RecordJson.page(page));
        return 0;
      }
      for (Entry entry : page.entries()) {
        terminal.say(RecordText.line(entry));
      }
      if (page.total() > page.entries().size()) {
        terminal.note(
            String.format(
                Locale.ROOT,
                "%,d of %,d; --limit shows more",
                page.entries().size(),
                page.total()));
      }
    }
    return 0;
  }

  /** One time in the contract's form, for both shapes of an entry. */
  static String time(Entry entry) {
    return entry.moment().known() ? ContractJson.time(entry.moment().at()) : "";
  }
}
