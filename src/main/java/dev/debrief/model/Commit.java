package dev.debrief.model;

/**
 * One commit of the program's history.
 *
 * @param hash as the log printed it, short or long
 * @param author as printed
 * @param subject its first line
 */
public record Commit(
    Evidence evidence, int lines, Moment moment, String hash, String author, String subject)
    implements Entry {
  @Override
  public Commit movedTo(Moment other) {
    return new Commit(evidence, lines, other, hash, author, subject);
  }
}
