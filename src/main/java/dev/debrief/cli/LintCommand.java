package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.report.Judgement;
import dev.debrief.report.Lint;
import dev.debrief.report.LintFinding;
import dev.debrief.store.ContractJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code debrief lint}: a report held against the evidence and against itself. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Holds a report, its own or another's, against the evidence and against itself. Status 1 where"
            + " anything is contradicted.")
final class LintCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "REPORT.md",
      description =
          "The report, Markdown. Several of one incident are held against each other as well.")
  private List<Path> reports;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(names = "--all", description = "What is supported, too.")
  private boolean all;

  @Override
  public Integer call() throws InputProblem, IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Path report : reports) {
      texts.put(report.toString(), text(report));
    }
    Map<String, List<LintFinding>> found;
    try (ShownProgress progress = ShownProgress.on(debrief.terminal());
        Investigation investigation = Investigation.open(target.folder())) {
      found = Lint.check(texts, investigation.dossier(progress));
    }
    if (json) {
      debrief.terminal().json(asJson(found));
    } else {
      found.forEach(
          (report, its) -> {
            its.stream()
                .filter(one -> all || one.verdict() != Judgement.SUPPORTED)
                .forEach(one -> tell(report, one));
            sum(its);
          });
    }
    return found.values().stream().anyMatch(Lint::contradicted) ? Main.NO : 0;
  }

  private static String text(Path report) throws InputProblem {
    String text = Lint.text(InputFile.bytes(report));
    if (text.indexOf('\0') >= 0) {
      throw new InputProblem(report.toString(), "it is no text", "name a report in Markdown");
    }
    return text;
  }

  private void tell(String report, LintFinding one) {
    Terminal terminal = debrief.terminal();
    terminal.say(report + ":" + one.line() + ": " + word(one.verdict()) + ": " + one.claim());
    terminal.say("    " + one.explanation());
    if (!one.evidence().isEmpty()) {
      terminal.say(
          "    "
              + one.evidence().stream().map(Evidence::toString).collect(Collectors.joining(", ")));
    }
  }

  private void sum(List<LintFinding> found) {
    String counts =
        Arrays.stream(Judgement.values())
            .map(
                verdict ->
                    found.stream().filter(one -> one.verdict() == verdict).count()
                        + " "
                        + word(verdict))
            .collect(Collectors.joining(", "));
    debrief.terminal().say(counts);
  }

  /** One array; where several reports were given, each finding names its own. */
  private static String asJson(Map<String, List<LintFinding>> found) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    found.forEach((report, its) -> add(array, found.size() > 1 ? report : "", its));
    return ContractJson.text(array);
  }

  private static void add(ArrayNode array, String report, List<LintFinding> found) {
    for (LintFinding one : found) {
      ObjectNode node = array.addObject();
      if (!report.isEmpty()) {
        node.put("report", report);
      }
      node.put("line", one.line());
      node.put("claim", one.claim());
      node.put("verdict", one.verdict().id());
      node.put("explanation", one.explanation());
      ArrayNode evidence = node.putArray("evidence");
      one.evidence().forEach(line -> evidence.add(ContractJson.evidence(line)));
    }
  }

  private static String word(Judgement verdict) {
    return verdict.id().replace('_', ' ');
  }
}
