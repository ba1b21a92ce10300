package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Evidence;
import dev.debrief.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is blamed and what is thanked: code that a rollback acquitted, rollbacks, half a cure. */
final class BlameCheck implements ClaimCheck {
  private static final String VERSION = "v(\\d{1,5})";

  /** {@code the new code of v290 was the root cause}. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\bcode (?:of|in|from|deployed with|shipped with) "
              + VERSION
              + " (?:was|is) (?:the )?(?:root |sole |main )?cause\\b"
              + "|\\bcode (?:of|in|from) "
              + VERSION
              + " (?:caused|broke|crashed|brought down)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ROLLBACK =
      Pattern.compile(
          "\\b(?:rollback|roll-back|rolling back|rolled back)\\b(?<rest>[^.;|]{0,60})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HELPED =
      Pattern.compile(
          "\\b(?:fixed|helped|resolved|mended|worked|restored (?:the )?(?:service|app|site)|ended (?:it|the (?:outage|failures?|incident)))\\b"
              + "|\\b(?:the )?(?:app|site|service|everything) (?:recovered|came back|was back)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_EFFECT =
      Pattern.compile(
          "\\b(?:had no effect|did(?:n't| not) (?:help|work|fix it)|changed nothing|made no difference|was in vain)\\b",
          Pattern.CASE_INSENSITIVE);

  /** {@code v293 fixed the outage}, where it ended only a part of the failures. */
  private static final Pattern ALL_OF_IT =
      Pattern.compile(
          "^[^.;|]{0,30}?\\b(?:fixed|resolved|ended) the (?:outage|incident)\\b|^[^.;|]{0,30}?\\brestored (?:the )?(?:service|app|site)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Between a version and what is said of it: nothing else that it could be said of. */
  private static final Pattern BETWEEN = Pattern.compile("[.;|:]|\\bv\\d|'s\\b");

  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|no|never|nor|neither|without|if|whether|may|might|could|would|should|until|before)\\b|n't\\b|\\?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    Course course = new Course(reading.incident().dossier().conclusions());
    for (ReportLine line : reading.lines()) {
      code(reading, line, course);
      unnamed(reading, line);
      vain(reading, line);
      half(reading, line, course);
    }
  }

  private static void code(Reading reading, ReportLine line, Course course) {
    Matcher said = CODE.matcher(line.plain());
    if (!said.find() || NOT.matcher(line.plain()).find()) {
      return;
    }
    String version = "v" + (said.group(1) == null ? said.group(2) : said.group(1));
    Optional<Change> change = reading.incident().change(version, line.plain());
    if (change.filter(course::acquitted).isPresent()) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "An image from before "
              + version
              + " was run again and failed alike, so its code is not the cause.",
          change.get().evidence());
    }
  }

  /** A rollback without its version: what all those made meanwhile did. */
  private static void unnamed(Reading reading, ReportLine line) {
    Matcher said = ROLLBACK.matcher(line.plain());
    if (!said.find() || ReleaseCheck.VERSION.matcher(line.plain()).find()) {
      return;
    }
    boolean helped =
        HELPED.matcher(said.group("rest")).find() && !NOT.matcher(said.group("rest")).find();
    boolean vain = NO_EFFECT.matcher(said.group("rest")).find();
    List<Change> rollbacks =
        reading.incident().attempts().stream()
            .filter(change -> change.kind() == ChangeKind.ROLLBACK)
            .toList();
    if (helped == vain || rollbacks.isEmpty()) {
      return;
    }
    Set<Verdict> verdicts =
        rollbacks.stream()
            .flatMap(change -> Optional.ofNullable(change.impact()).stream())
            .collect(Collectors.toSet());
    Verdict claimed = helped ? Verdict.FIXED : Verdict.NO_EFFECT;
    Verdict opposite = helped ? Verdict.NO_EFFECT : Verdict.FIXED;
    Judgement judgement =
        verdicts.equals(Set.of(claimed))
            ? Judgement.SUPPORTED
            : verdicts.equals(Set.of(opposite)) ? Judgement.CONTRADICTED : Judgement.NOT_JUDGED;
    List<Evidence> lines = new ArrayList<>();
    rollbacks.forEach(change -> lines.addAll(change.evidence()));
    reading.tell(
        line,
        judgement,
        "The rollbacks in the evidence: "
            + Wording.list(
                rollbacks.stream().map(change -> change.change() + ", " + words(change)).toList())
            + ".",
        lines);
  }

  /** {@code v88 had no effect}, of a change that ended or began the failures. */
  private static void vain(Reading reading, ReportLine line) {
    Matcher named = ReleaseCheck.VERSION.matcher(line.plain());
    while (named.find()) {
      String rest = line.plain().substring(named.end());
      Matcher said = NO_EFFECT.matcher(rest.substring(0, Math.min(rest.length(), 60)));
      if (!said.find() || BETWEEN.matcher(rest.substring(0, said.start())).find()) {
        continue;
      }
      Optional<Change> change =
          reading.incident().change("v" + ReleaseCheck.number(named), line.plain());
      change
          .filter(one -> one.impact() == Verdict.FIXED || one.impact() == Verdict.INTRODUCED)
          .ifPresent(
              one ->
                  reading.tell(
                      line,
                      Judgement.CONTRADICTED,
                      "The evidence's verdict on " + one.change() + " is: " + words(one) + ".",
                      one.evidence()));
    }
  }

  /** A change that ended the crashes and not the outage. */
  private static void half(Reading reading, ReportLine line, Course course) {
    Matcher named = ReleaseCheck.VERSION.matcher(line.plain());
    while (named.find()) {
      Optional<Change> change =
          reading.incident().change("v" + ReleaseCheck.number(named), line.plain());
      Matcher said = ALL_OF_IT.matcher(line.plain().substring(named.end()));
      if (change.filter(course.eased()::contains).isPresent()
          && said.find()
          && !NOT.matcher(said.group()).find()) {
        reading.tell(
            line,
            Judgement.CONTRADICTED,
            "With "
                + change.get().change()
                + " the "
                + ChangeWords.counted(reading.incident(), change.get())
                + " ended, and the outage went on.",
            change.get().evidence());
      }
    }
  }

  private static String words(Change change) {
    Verdict verdict = change.impact();
    return verdict == null
        ? "not judged"
        : verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
