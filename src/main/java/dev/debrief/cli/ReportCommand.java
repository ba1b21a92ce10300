package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.investigation.OutputFile;
import dev.debrief.investigation.UserTemplates;
import dev.debrief.model.InputProblem;
import dev.debrief.report.Dossier;
import dev.debrief.report.Draft;
import dev.debrief.report.DraftExtras;
import dev.debrief.report.DraftHtml;
import dev.debrief.report.DraftMerge;
import dev.debrief.report.DraftTemplates;
import dev.debrief.report.Drafts;
import dev.debrief.report.Redaction;
import dev.debrief.report.ReferenceCheck;
import dev.debrief.report.TimelineCsv;
import dev.debrief.store.CaseFolder;
import dev.debrief.timeline.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code debrief report}: the draft. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes the draft: Markdown in which every sentence is backed by lines of the log, and what"
            + " only people know is a marked prompt. Secrets are hidden and counted.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      defaultValue = "outage",
      description =
          "outage, vendor, chronicle, postmortem or resolution (default: ${DEFAULT-VALUE}), or one"
              + " of your own from the folder templates beside Debrief's settings.")
  private String template;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.md",
      description = "Where to, instead of standard output.")
  private Optional<Path> output;

  @Option(
      names = "--templates",
      paramLabel = "FOLDER",
      description = "Another folder with templates of your own, NAME.md; they win over all others.")
  private Optional<Path> templates;

  @Option(
      names = "--merge",
      description =
          "Bring the new draft into the file that is there: what you changed in it stays, and where"
              + " both changed the same lines both are shown.")
  private boolean merge;

  @Option(names = "--mermaid", description = "The timeline as a Mermaid block, too.")
  private boolean mermaid;

  @Option(
      names = "--picture",
      description = "The timeline as a picture beside the draft, SVG and PNG.")
  private boolean picture;

  @Option(names = "--html", paramLabel = "FILE", description = "The draft as one HTML file, too.")
  private Optional<Path> html;

  @Option(names = "--csv", paramLabel = "FILE", description = "The timeline as a table, too.")
  private Optional<Path> csv;

  @Option(
      names = "--show",
      paramLabel = "RULE",
      split = ",",
      description = "Don't hide what this rule finds, such as email.")
  private Set<String> shown = Set.of();

  @Override
  public Integer call() throws InputProblem, IOException {
    check();
    Redaction redaction = redaction();
    DraftTemplates known = known();
    try (ShownProgress progress = ShownProgress.on(debrief.terminal());
        Investigation investigation = Investigation.open(target.folder())) {
      Dossier dossier = investigation.dossier(progress);
      Draft draft = Drafts.write(dossier, template, known, redaction, extras());
      Optional<Picture> timeline =
          picture || html.isPresent()
              ? Optional.of(Picture.of(investigation.timeline(progress)).saying(redaction::hide))
              : Optional.empty();
      String markdown = written(draft, investigation.folder());
      if (output.isPresent() && picture && timeline.isPresent()) {
        OutputFile.write(beside(output.get(), ".svg"), timeline.get().svg());
        OutputFile.write(beside(output.get(), ".png"), timeline.get().png(2));
      }
      if (html.isPresent()) {
        OutputFile.write(
            html.get(),
            DraftHtml.page(
                template + " " + investigation.app(),
                markdown,
                timeline.map(Picture::svg),
                ReferenceCheck.red(markdown, dossier)));
      }
      if (csv.isPresent()) {
        OutputFile.write(csv.get(), TimelineCsv.of(dossier, redaction));
      }
    }
    output.ifPresent(file -> debrief.terminal().say(file.toString()));
    return 0;
  }

  /** Looks at what was asked for, before anything slow is begun. */
  private void check() throws InputProblem {
    if (output.isEmpty() && (picture || merge)) {
      throw new InputProblem(
          picture ? "--picture" : "--merge",
          "the draft goes to standard output",
          "name its file with -o FILE.md");
    }
    for (Optional<Path> file : List.of(output, html, csv)) {
      if (file.isPresent()) {
        OutputFile.check(file.get());
      }
    }
  }

  private DraftTemplates known() throws InputProblem {
    DraftTemplates known = UserTemplates.all();
    if (templates.isEmpty()) {
      return known;
    }
    if (!Files.isDirectory(templates.get())) {
      throw new InputProblem(
          templates.get().toString(), "there is no such folder", "name one with templates in it");
    }
    return known.with(templates.get());
  }

  private DraftExtras extras() {
    return new DraftExtras(
        mermaid,
        output
            .filter(file -> picture)
            .map(file -> beside(file, ".svg").getFileName().toString())
            .orElse(""));
  }

  /** Writes the draft where it is to go, and returns what was written. */
  private String written(Draft draft, CaseFolder folder) throws InputProblem, IOException {
    if (output.isEmpty()) {
      debrief.terminal().write(draft.markdown());
      return draft.markdown();
    }
    DraftBases bases = new DraftBases(folder, template);
    String markdown =
        merge && Files.exists(output.get())
            ? merged(output.get(), draft.markdown(), bases)
            : draft.markdown();
    OutputFile.write(output.get(), markdown);
    if (!folder.readOnly()) {
      bases.put(output.get(), draft.markdown());
    }
    return markdown;
  }

  private Redaction redaction() throws InputProblem {
    Redaction all = Redaction.standard();
    for (String rule : shown) {
      if (all.rules().stream().noneMatch(known -> known.id().equals(rule))) {
        throw new InputProblem(
            "--show " + rule,
            "there is no such rule",
            "use one of " + String.join(", ", all.described().keySet()));
      }
    }
    return all.without(shown);
  }

  /** The new draft, with what the file's author made of the one before. */
  private String merged(Path file, String renewed, DraftBases bases)
      throws InputProblem, IOException {
    String edited;
    try {
      edited =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(InputFile.bytes(file)))
              .toString();
    } catch (CharacterCodingException e) {
      throw new InputProblem(file.toString(), "it is no UTF-8 text", "save it as UTF-8", e);
    }
    Optional<String> base = bases.of(file, edited);
    DraftMerge.Merged merged =
        base.isPresent()
            ? DraftMerge.merge(base.get(), edited, renewed)
            : DraftMerge.merge(edited, renewed);
    if (!merged.conflicts().isEmpty()) {
      debrief
          .terminal()
          .note("your text and the new evidence differ at lines " + merged.conflicts());
    }
    return merged.markdown();
  }

  private static Path beside(Path file, String ending) {
    String name = file.getFileName().toString().replaceFirst("\\.(md|markdown)$", "");
    return file.resolveSibling(name + ending);
  }
}
