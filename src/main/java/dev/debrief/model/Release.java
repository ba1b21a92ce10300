package dev.debrief.model;

/**
 * One row of a release history.
 *
 * @param version such as {@code v290}
 * @param moment when it was created, before its rollout
 * @param status as the history says: {@code complete}, {@code failed}, {@code running}, …
 * @param description the history's own words, or empty
 * @param reason such as {@code change_secrets}, or empty
 * @param actor who made it, or empty
 * @param image the image's reference, or empty where the history doesn't show it
 */
public record Release(
    Evidence evidence,
    int lines,
    Moment moment,
    String app,
    String version,
    String status,
    String description,
    String reason,
    String actor,
    String image)
    implements Entry {
  @Override
  public Release movedTo(Moment other) {
    return new Release(
        evidence, lines, other, app, version, status, description, reason, actor, image);
  }
}
