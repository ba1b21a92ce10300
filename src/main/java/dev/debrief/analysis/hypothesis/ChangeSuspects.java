package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.rule.Commands;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Argument;
import dev.debrief.model.Hypothesis.Standing;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes under suspicion: what was released as the failure began. A rollback decides the case
 * of the code: it ran the image of before, so failing alike acquits the new code, and ending the
 * failure convicts it.
 */
final class ChangeSuspects {
  private static final double INTRODUCED = 0.6;
  private static final double CONVICTED = 0.95;
  private static final double LATENT = 0.45;

  /** Nobody saw it begin with the change. */
  private static final double UNDONE = 0.8;

  private static final int LONGEST_TITLE = 180;

  /** A change in the middle of a failure. */
  private static final double LATE = 0.4;

  private final List<Change> changes;

  /** Errors that came this soon after a change came with it. */
  private static final Duration WITH_IT = Duration.ofMinutes(10);

  private final List<Finding> fresh = new ArrayList<>();
  private final Map<String, Finding> impacts = new HashMap<>();
  private final Failure failure;
  private final String app;

  ChangeSuspects(List<Change> changes, List<Finding> findings, Failure failure, String app) {
    this.changes = changes;
    this.failure = failure;
    this.app = app;
    for (Finding finding : findings) {
      if (finding.details() instanceof Details.ChangeImpact impact) {
        impacts.put(impact.change(), finding);
      } else if (finding.details() instanceof Details.NewSignature) {
        fresh.add(finding);
      }
    }
  }

  List<Hypothesis> all() {
    List<Hypothesis> suspects = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (verdict(change) == Verdict.INCONCLUSIVE && change.kind() == ChangeKind.DEPLOY) {
        undone(i).ifPresent(suspects::add);
      }
      if (verdict(change) != Verdict.INTRODUCED) {
        continue;
      }
      switch (change.kind()) {
        case DEPLOY -> code(i, suspects);
        case ROLLBACK -> {
          if (!broughtBack(i)) {
            code(i, suspects);
          }
        }
        case CONFIG -> suspects.add(settings(i));
        case SCALE, COMMIT, STOP, START, OTHER -> {}
      }
    }
    return suspects;
  }

  private void code(int i, List<Hypothesis> suspects) {
    Change change = changes.get(i);
    List<Argument> support = introduced(change);
    List<Argument> refutation = new ArrayList<>();
    double score = INTRODUCED;
    Standing standing = Standing.OPEN;
    for (Change later : changes.subList(i + 1, changes.size())) {
      if (later.kind() != ChangeKind.ROLLBACK) {
        continue;
      }
      Verdict verdict = verdict(later);
      if (same(change, later) && verdict == Verdict.INTRODUCED) {
        support.add(
            argument(later.change() + " brought its image back, and the failures with it.", later));
      }
      if (!ranBefore(i, later) || standing == Standing.SUPPORTED) {
        continue;
      }
      if (verdict == Verdict.NO_EFFECT) {
        refutation.add(
            argument(
                "The rollback "
                    + later.change()
                    + " ran "
                    + imageOwner(i, later)
                    + "'s image and failed alike.",
                later));
        standing = Standing.RULED_OUT;
      } else if (verdict == Verdict.FIXED) {
        support.add(
            argument(
                "The rollback "
                    + later.change()
                    + " to "
                    + imageOwner(i, later)
                    + "'s image ended the failures.",
                later));
        standing = Standing.SUPPORTED;
        score = CONVICTED;
      }
    }
    if (fuse(change).isEmpty()
        && failure.alreadyAt(change.moment().earliest())
        && !failure.beganWith(change.moment().earliest(), change.moment().latest())) {
      refutation.add(
          Arguments.of(
              "It came when the app was failing already, so it began a part of the failure at most.",
              change.evidence()));
      score *= LATE;
    }
    boolean acquitted = standing == Standing.RULED_OUT;
    if (standing == Standing.OPEN) {
      laterFix(i).ifPresent(support::add);
    }
    suspects.add(
        new Hypothesis(
            Hypothesis.codeOf(change.change()),
            title(i),
            standing,
            score,
            support,
            refutation,
            decide(standing),
            Commands.filled(command(i), app, failure.machine())));
    if (acquitted) {
      suspects.add(latent(change, support, refutation));
    }
  }

  private String title(int i) {
    Change change = changes.get(i);
    return change.kind() == ChangeKind.ROLLBACK
        ? "The image of " + imageOwner(i, change) + ", which " + change.change() + " brought back"
        : "The new code of " + change.change();
  }

  /** Whether a rollback brought the failures back with an image that is a suspect of its own. */
  private boolean broughtBack(int i) {
    return changes.subList(0, i).stream()
        .anyMatch(
            earlier ->
                same(earlier, changes.get(i))
                    && earlier.kind() == ChangeKind.DEPLOY
                    && verdict(earlier) == Verdict.INTRODUCED);
  }

  private static boolean same(Change one, Change other) {
    return !one.image().isEmpty() && one.image().equals(other.image());
  }

  /**
   * A deploy that the log doesn't cover, whose image ran until a rollback to one of before ended
   * the failures.
   */
  private Optional<Hypothesis> undone(int i) {
    Change change = changes.get(i);
    for (Change later : changes.subList(i + 1, changes.size())) {
      if (later.kind() == ChangeKind.ROLLBACK
          && ranBefore(i, later)
          && !later.image().isEmpty()
          && verdict(later) == Verdict.FIXED
          && recovered(later)) {
        return Optional.of(
            new Hypothesis(
                Hypothesis.codeOf(change.change()),
                title(i),
                Standing.SUPPORTED,
                UNDONE,
                List.of(
                    argument(
                        "The rollback "
                            + later.change()
                            + " to "
                            + imageOwner(i, later)
                            + "'s image ended the failures.",
                        later)),
                List.of(),
                decide(Standing.SUPPORTED),
                Commands.filled(command(i), app, failure.machine())));
      }
      boolean runs = !later.image().isEmpty() && !same(change, later);
      if (runs) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The code is acquitted, and yet the change began it: what else a deploy does is a restart. */
  private Hypothesis latent(Change change, List<Argument> began, List<Argument> acquitted) {
    List<Argument> support = new ArrayList<>(began);
    support.addAll(acquitted);
    return new Hypothesis(
        "restart-exposed-fault",
        "A fault from before "
            + change.change()
            + " that showed when its deploy restarted the machines",
        Standing.OPEN,
        LATENT,
        support,
        List.of(),
        "Restarting one machine on the image of before, with nothing else changed, decides it. What"
            + " changed around the app since the machines last started (secrets, DNS, the database's"
            + " address) is where to look.",
        Commands.filled("flyctl machine status {machine} --app {app}", app, failure.machine()));
  }

  private Hypothesis settings(int i) {
    Change change = changes.get(i);
    List<Argument> support = introduced(change);
    laterFix(i).ifPresent(support::add);
    return new Hypothesis(
        "settings-of-" + change.change(),
        "The settings or secrets that " + change.change() + " changed",
        Standing.OPEN,
        INTRODUCED,
        support,
        List.of(),
        "Setting them back decides it. The history names the release and not the values.",
        Commands.filled("flyctl secrets list --app {app}", app, ""));
  }

  private List<Argument> introduced(Change change) {
    List<Argument> support = new ArrayList<>();
    String fuse = fuse(change);
    support.add(
        argument(
            fuse.isEmpty()
                ? "The failures began with " + change.change() + "."
                : "The failures go back to " + change.change() + ": " + fuse + ".",
            change));
    List<Finding> withIt =
        fresh.stream()
            .filter(f -> !f.start().isBefore(change.moment().earliest()))
            .filter(f -> f.start().isBefore(change.moment().latest().plus(WITH_IT)))
            .toList();
    if (!withIt.isEmpty()) {
      String first = Arguments.cut(withIt.getFirst().title(), LONGEST_TITLE);
      support.add(
          Arguments.from(
              (withIt.size() == 1
                      ? "An error never seen before came with it. "
                      : withIt.size() + " errors never seen before came with it, first this one. ")
                  + first,
              withIt));
    }
    return support;
  }

  private Optional<Argument> laterFix(int i) {
    return changes.subList(i + 1, changes.size()).stream()
        .filter(later -> verdict(later) == Verdict.FIXED && recovered(later))
        .findFirst()
        .map(later -> argument("They ended with " + later.change() + ".", later));
  }

  /** Whether nothing went on failing after it: crashes that give way to errors are no recovery. */
  private boolean recovered(Change change) {
    Finding impact = impacts.get(change.change());
    return impact == null
        || !(impact.details() instanceof Details.ChangeImpact details)
        || details.remaining().isEmpty();
  }

  /** Whether a change ran an image that some release before the suspect ran. */
  private boolean ranBefore(int suspect, Change later) {
    return later.image().isEmpty()
        || changes.subList(0, suspect).stream().anyMatch(c -> c.image().equals(later.image()));
  }

  private String imageOwner(int suspect, Change later) {
    String owner = "";
    for (Change earlier : changes.subList(0, suspect)) {
      if (!later.image().isEmpty() && earlier.image().equals(later.image()) && owner.isEmpty()) {
        owner = earlier.change();
      }
    }
    return owner.isEmpty() ? "an earlier release" : owner;
  }

  private String fuse(Change change) {
    Finding impact = impacts.get(change.change());
    return impact != null && impact.details() instanceof Details.ChangeImpact details
        ? details.fuse()
        : "";
  }

  private @Nullable Verdict verdict(Change change) {
    Finding impact = impacts.get(change.change());
    return impact != null && impact.details() instanceof Details.ChangeImpact details
        ? details.verdict()
        : change.impact();
  }

  private Argument argument(String text, Change change) {
    Finding impact = impacts.get(change.change());
    if (impact == null) {
      return Arguments.of(text, change.evidence());
    }
    List<Evidence> lines = new ArrayList<>(change.evidence());
    lines.addAll(impact.evidence());
    return Arguments.of(text + counts(impact), lines.stream().distinct().toList());
  }

  /** The numbers behind a verdict, in a sentence of their own. */
  private static String counts(Finding finding) {
    if (!(finding.details() instanceof Details.ChangeImpact impact)
        || impact.verdict() == Verdict.INCONCLUSIVE) {
      return "";
    }
    String what =
        switch (impact.measure()) {
          case "crashes" -> "Crashes: ";
          case "requests" -> "Failed requests: ";
          default -> "Errors: ";
        };
    return " "
        + what
        + Wording.number(impact.before())
        + " in the "
        + length(impact.beforeSeconds())
        + " before it, "
        + Wording.number(impact.after())
        + " in the "
        + length(impact.afterSeconds())
        + " after it"
        + (impact.pValue() == null ? "" : " (" + Wording.p(impact.pValue()) + ")")
        + ".";
  }

  private static String length(double seconds) {
    return Wording.length(Duration.ofSeconds(Math.round(seconds)));
  }

  private static String decide(Standing standing) {
    return switch (standing) {
      case SUPPORTED -> "The difference between the two images holds the fault.";
      case RULED_OUT -> "Nothing is left to decide: the same failure came without this code.";
      case OPEN, NOT_ASSESSED ->
          "Deploying the image of before decides it: if it fails alike, the code is not the cause.";
    };
  }

  private String command(int i) {
    for (int j = i - 1; j >= 0; j--) {
      String image = changes.get(j).image();
      if (!image.isEmpty() && !image.equals(changes.get(i).image()) && isPlain(image)) {
        return "flyctl deploy --app {app} --image " + image;
      }
    }
    return "flyctl releases --app {app} --image";
  }

  /** Only what an image reference is made of goes into a command line. */
  private static boolean isPlain(String image) {
    return image
        .chars()
        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "./:@_-".indexOf(c) >= 0));
  }
}
