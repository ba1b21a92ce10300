package dev.debrief.report;

import dev.debrief.model.InputProblem;
import java.util.List;
import java.util.Map;

/**
 * Writes drafts. A draft depends on its dossier, its template and its redaction alone: the same
 * three give the same bytes.
 */
public final class Drafts {
  private Drafts() {}

  /**
   * A draft with the templates and the redaction that ship with the program.
   *
   * @param template {@code outage}, {@code vendor}, {@code chronicle}, {@code postmortem} or {@code
   *     resolution}
   */
  public static Draft write(Dossier dossier, String template) throws InputProblem {
    return write(
        dossier, template, DraftTemplates.builtIn(), Redaction.standard(), DraftExtras.NONE);
  }

  /**
   * A draft without extras.
   *
   * @throws InputProblem where there is no such template, or it doesn't hold together
   */
  public static Draft write(
      Dossier dossier, String template, DraftTemplates templates, Redaction redaction)
      throws InputProblem {
    return write(dossier, template, templates, redaction, DraftExtras.NONE);
  }

  /**
   * A draft. Linear in what it shows; each line it names costs one look-up.
   *
   * @throws InputProblem where there is no such template, or it doesn't hold together
   */
  public static Draft write(
      Dossier dossier,
      String template,
      DraftTemplates templates,
      Redaction redaction,
      DraftExtras extras)
      throws InputProblem {
    String source = templates.source(template);
    Redaction.Session session = redaction.session();
    References references = new References(dossier.lookup(), session);
    Map<String, Object> values = new DraftContext(dossier, session, references, extras).values();
    String body = tidy(TemplateRun.of(template, source, templates, values));
    List<Reference> used = references.usedIn(body);
    String appendix = references.definitions(used);
    String whole =
        body.stripTrailing()
            + "\n"
            + redacted(session)
            + (appendix.isEmpty() ? "" : "\n" + appendix + "\n");
    return new Draft(template, whole, used, session.counts());
  }

  /**
   * What happened, in the sentences that a draft begins with, secrets hidden.
   *
   * @return plain text, each sentence with the lines that carry it
   */
  public static List<Statement> summary(Dossier dossier) {
    Redaction.Session session = Redaction.standard().session();
    References references = new References(dossier.lookup(), session);
    Incident incident = new Incident(dossier);
    Telling telling = new Telling(session, references);
    return new Story(incident, new Course(incident.dossier().conclusions()), telling)
        .sentences().stream()
            .map(
                sentence ->
                    new Statement(
                        Markdown.plain(sentence),
                        references.usedIn(sentence).stream().map(Reference::evidence).toList()))
            .toList();
  }

  /** At most one blank line at a time, no space at line ends: what Markdown linters ask for. */
  private static String tidy(String markdown) {
    return markdown
            .replace("\r\n", "\n")
            .replaceAll("[ \\t]+\\n", "\n")
            .replaceAll("\\n{3,}", "\n\n")
            .strip()
        + "\n";
  }

  private static String redacted(Redaction.Session session) {
    if (session.total() == 0) {
      return "";
    }
    List<String> parts =
        session.counts().entrySet().stream()
            .map(rule -> Markdown.code(rule.getKey()) + " " + rule.getValue())
            .toList();
    return "\nHidden before this left the case: " + Wording.list(parts) + ".\n";
  }
}
