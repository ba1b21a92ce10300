package dev.debrief.cli;

import dev.debrief.investigation.Chapter;
import dev.debrief.investigation.Investigation;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.InputProblem;
import dev.debrief.store.ContractJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code debrief findings}: what the analysis concluded. */
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    description = "What the analysis concluded, each with the lines that a reader would check.")
final class FindingsCommand implements Callable<Integer> {
  private static final int LINES_SHOWN = 3;

  /** For a reader: what happened first. As JSON they stand in the order of time. */
  private static final Comparator<Finding> AS_TOLD =
      Comparator.comparing(Chapter::of).thenComparing(Chapter.RANK);

  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Option(
      names = "--kind",
      paramLabel = "K",
      description = "Only this kind, such as outage, exit or known_cause.")
  private Optional<String> kind;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws InputProblem, IOException {
    if (kind.isPresent() && Arrays.stream(FindingKind.values()).noneMatch(k -> is(k, kind.get()))) {
      throw new InputProblem(
          "--kind " + kind.get(),
          "there is no such kind",
          "use one of "
              + Arrays.stream(FindingKind.values())
                  .map(FindingKind::id)
                  .collect(Collectors.joining(", ")));
    }
    try (ShownProgress progress = ShownProgress.on(debrief.terminal());
        Investigation investigation = Investigation.open(target.folder())) {
      List<Finding> findings =
          investigation.conclusions(progress).findings().stream()
              .filter(finding -> kind.isEmpty() || is(finding.details().kind(), kind.get()))
              .toList();
      if (json) {
        debrief.terminal().json(ContractJson.findings(findings));
      } else {
        if (kind.isEmpty()) {
          Summary.tell(investigation.summary(progress), debrief.terminal());
        }
        findings.stream().sorted(AS_TOLD).forEach(this::tell);
      }
    }
    return 0;
  }

  private static boolean is(FindingKind kind, String name) {
    return kind.id().equals(name.toLowerCase(Locale.ROOT));
  }

  private void tell(Finding finding) {
    Terminal terminal = debrief.terminal();
    Instant end = finding.end();
    terminal.say(
        "%-5s %-17s %s%s  %s"
            .formatted(
                finding.id(),
                finding.details().kind().id(),
                ContractJson.time(finding.start()),
                end == null ? "" : " to " + ContractJson.time(end),
                finding.title()));
    String shown =
        finding.evidence().stream()
            .limit(LINES_SHOWN)
            .map(Evidence::toString)
            .collect(Collectors.joining(", "));
    int more = finding.evidenceTotal() - Math.min(LINES_SHOWN, finding.evidence().size());
    if (!shown.isEmpty()) {
      terminal.say("      " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
  }
}
