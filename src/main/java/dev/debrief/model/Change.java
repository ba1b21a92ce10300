package dev.debrief.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change as understood.
 *
 * @param change its name: {@code v290}, a commit's short hash, or a made name such as {@code
 *     scale-1}
 * @param moment when it was made
 * @param actor who made it, or empty
 * @param status as the history says, or empty
 * @param image the image that ran from then on, or empty
 * @param commit the commit it carries, or empty where that is not known
 * @param description one sentence
 * @param impact what it did, null where no verdict was asked for
 * @param app whose change it was, named where the case holds several apps, else empty
 */
public record Change(
    String change,
    ChangeKind kind,
    Moment moment,
    String actor,
    String status,
    String image,
    String commit,
    String description,
    List<Evidence> evidence,
    @Nullable Verdict impact,
    String app) {
  public Change {
    evidence = List.copyOf(evidence);
    // Conclusions kept before changes had it come without.
    app = Objects.requireNonNullElse(app, "");
  }

  /** A change of a case with one app. */
  public Change(
      String change,
      ChangeKind kind,
      Moment moment,
      String actor,
      String status,
      String image,
      String commit,
      String description,
      List<Evidence> evidence,
      @Nullable Verdict impact) {
    this(change, kind, moment, actor, status, image, commit, description, evidence, impact, "");
  }

  /** The same in other words. */
  public Change described(String words) {
    return new Change(
        change, kind, moment, actor, status, image, commit, words, evidence, impact, app);
  }

  /** The same as a change of this app. */
  public Change ofApp(String owner) {
    return new Change(
        change, kind, moment, actor, status, image, commit, description, evidence, impact, owner);
  }

  /** Whether a verdict speaks of this change: two apps may give the same name to theirs. */
  public boolean judgedBy(Finding finding) {
    return finding.details() instanceof Details.ChangeImpact verdict
        && verdict.change().equals(change)
        && finding.start().equals(moment.at());
  }

  /** The same change with a verdict. */
  public Change withImpact(Verdict verdict) {
    return new Change(
        change, kind, moment, actor, status, image, commit, description, evidence, verdict, app);
  }
}
