package dev.debrief.model;

/**
 * A line that no format could place. It is kept and stays searchable.
 *
 * @param moment that of the line before, at {@link Precision#NONE}
 * @param text the line, terminal escapes removed
 */
public record Unparsed(Evidence evidence, Moment moment, String text) implements Entry {
  @Override
  public int lines() {
    return 1;
  }

  @Override
  public Unparsed movedTo(Moment other) {
    return new Unparsed(evidence, other, text);
  }
}
