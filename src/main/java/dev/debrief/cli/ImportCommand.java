package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Source;
import dev.debrief.report.Statement;
import dev.debrief.source.Formats;
import dev.debrief.source.ImportOptions;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.ContractJson;
import dev.debrief.store.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code debrief import}: dumps into a case, as a whole or not at all. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports files, folders, .gz, .zst and .zip into a case, which is made where there is none; - is"
          + " standard input. The format is recognised by content.",
      "Importing the same file again changes nothing. An import is done as a whole or not at all."
    })
final class ImportCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "What to import.")
  private List<Path> paths;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "Read everything as this format: fly-text, fly-json, shipper-ndjson, releases-json,"
              + " releases-table, machine-json, machine-status, deploy-output, elixir-console,"
              + " git-log.")
  private Optional<String> format;

  @Option(names = "--year", paramLabel = "Y", description = "The year of dates that have none.")
  private Optional<Integer> year;

  @Option(
      names = "--zone",
      paramLabel = "Z",
      description = "The zone of times that bear none, such as Europe/Berlin or -05:00.")
  private Optional<String> zone;

  @Option(names = "--app", paramLabel = "A", description = "The app's name, where no dump has it.")
  private Optional<String> app;

  @Option(
      names = "--captured-at",
      paramLabel = "T",
      description = "When the dumps were taken, for ages such as 2h13m ago; else the files' time.")
  private Optional<String> capturedAt;

  @Option(
      names = "--json",
      description = "Print the accounts of all that was given, as sources does.")
  private boolean json;

  @Override
  public Integer call() throws InputProblem, IOException {
    ImportOptions options = options();
    Terminal terminal = debrief.terminal();
    boolean isNew = !Files.exists(target.folder());
    Imported imported;
    List<Statement> summary = List.of();
    try (ShownProgress progress = ShownProgress.on(terminal);
        Investigation investigation = Investigation.openOrCreate(target.folder())) {
      imported = investigation.importAll(paths, terminal.in(), options, progress).imported();
      if (!json && !imported.added().isEmpty()) {
        summary = investigation.summary(progress);
      }
    } catch (InputProblem | IOException | RuntimeException e) {
      removeIfEmpty(isNew, e);
      throw e;
    }
    for (Imported.Refused refused : imported.refused()) {
      terminal.note("debrief: " + refused.message());
    }
    if (json) {
      List<Source> all = new ArrayList<>(imported.added());
      all.addAll(imported.unchanged());
      terminal.json(ContractJson.sources(all));
    } else {
      tell(imported, terminal);
      Summary.tell(summary, terminal);
    }
    if (imported.added().isEmpty() && imported.unchanged().isEmpty()) {
      if (isNew) {
        CaseFolder.removeIfEmpty(target.folder());
      }
      return Main.WRONG;
    }
    return 0;
  }

  /** A case that was made for this import alone goes with it. */
  private void removeIfEmpty(boolean isNew, Exception cause) {
    try {
      if (isNew) {
        CaseFolder.removeIfEmpty(target.folder());
      }
    } catch (InputProblem | IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static void tell(Imported imported, Terminal terminal) {
    if (!imported.added().isEmpty()) {
      SourcesCommand.accounts(imported.added(), terminal);
    }
    for (Imported.Same same : imported.same()) {
      String what =
          same.name().equals(same.source())
              ? "in the case already"
              : "in the case already as " + same.source();
      terminal.say(same.name() + ": " + what + "; nothing changed");
    }
  }

  private ImportOptions options() throws InputProblem {
    if (format.isPresent()) {
      Formats.named(format.get());
    }
    if (year.isPresent() && (year.get() < 1970 || year.get() > 9999)) {
      throw new InputProblem(
          "--year " + year.get(), "no log was written then", "give four digits, such as 2026");
    }
    Optional<Instant> captured = Optional.empty();
    if (capturedAt.isPresent()) {
      captured = Optional.of(Times.instant(capturedAt.get(), "--captured-at"));
    }
    return new ImportOptions(
        format,
        year.map(OptionalInt::of).orElse(OptionalInt.empty()),
        zone.isPresent() ? Optional.of(zoneId(zone.get())) : Optional.empty(),
        app.orElse(""),
        captured);
  }

  private static ZoneId zoneId(String text) throws InputProblem {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new InputProblem(
          "--zone " + text, "there is no such zone", "write it as Europe/Berlin or -05:00", e);
    }
  }
}
