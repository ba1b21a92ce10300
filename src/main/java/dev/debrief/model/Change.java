package dev.debrief.model;

import java.util.List;
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
    @Nullable Verdict impact) {
  public Change {
    evidence = List.copyOf(evidence);
  }

  /** The same change with a verdict. */
  public Change withImpact(Verdict verdict) {
    return new Change(
        change, kind, moment, actor, status, image, commit, description, evidence, verdict);
  }
}
