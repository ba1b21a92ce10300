package dev.debrief.desktop.shell;

import dev.debrief.desktop.draft.DraftHistory;
import dev.debrief.desktop.draft.Drafting;
import dev.debrief.investigation.UserTemplates;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.report.Dossier;
import dev.debrief.report.DraftTemplates;
import dev.debrief.report.Drafts;
import dev.debrief.report.Judgement;
import dev.debrief.report.Lint;
import dev.debrief.report.LintFinding;
import dev.debrief.report.Redaction;
import dev.debrief.report.ReferenceCheck;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Drafts of an open case, without the findings that the author dismissed. */
final class DraftDesk implements Drafting {
  private final OpenCase open;
  private final Supplier<Map<String, String>> dismissed;
  private final Supplier<Redaction> redaction;

  DraftDesk(OpenCase open, Supplier<Map<String, String>> dismissed, Supplier<Redaction> redaction) {
    this.open = open;
    this.dismissed = dismissed;
    this.redaction = redaction;
  }

  @Override
  public List<String> templates() {
    try {
      return UserTemplates.all().names();
    } catch (InputProblem unreadable) {
      // Told, with what to do, when a draft is written; the program's own are there all the same.
      return DraftTemplates.BUILT_IN;
    }
  }

  @Override
  public String write(String template) throws InputProblem, IOException {
    return Drafts.write(dossier(), template, UserTemplates.all(), redaction.get()).markdown();
  }

  @Override
  public List<Mark> check(String markdown) throws IOException {
    List<Mark> marks = new ArrayList<>();
    for (LintFinding found : Lint.check(markdown, dossier())) {
      if (found.verdict() == Judgement.CONTRADICTED
          || found.verdict() == Judgement.UNSUPPORTED
          || found.verdict() == Judgement.ADVICE) {
        marks.add(
            new Mark(
                found.line(),
                found.verdict() == Judgement.CONTRADICTED,
                found.explanation(),
                found.evidence()));
      }
    }
    return marks;
  }

  @Override
  public Set<String> red(String markdown) throws IOException {
    return ReferenceCheck.red(markdown, open.investigation().dossier(Progress.NONE));
  }

  @Override
  public Kept kept(String template) throws IOException {
    return new Kept(
        open.get("draft." + template + ".base").orElse(""),
        open.get("draft." + template).orElse(""));
  }

  @Override
  public void keep(String template, Kept kept) throws IOException {
    if (open.readOnly()) {
      // The status bar says so all the while; a draft can be read, checked and exported all the
      // same.
      return;
    }
    Kept before = kept(template);
    if (!before.edited().equals(kept.edited())) {
      boolean again = !before.base().equals(kept.base());
      DraftHistory known = history(template);
      DraftHistory now = known.with(Instant.now(), before.edited(), again);
      if (!now.equals(known)) {
        open.put("draft." + template + ".history", now.written());
      }
    }
    open.put("draft." + template + ".base", kept.base());
    open.put("draft." + template, kept.edited());
  }

  @Override
  public DraftHistory history(String template) throws IOException {
    return DraftHistory.read(open.get("draft." + template + ".history").orElse(""));
  }

  private Dossier dossier() throws IOException {
    return open.investigation().dossier(Progress.NONE).without(dismissed.get());
  }
}
