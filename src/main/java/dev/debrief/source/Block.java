package dev.debrief.source;

import java.io.IOException;

/** A run of lines of one format. */
interface Block {
  /** The format whose account its lines go to. */
  Format format();

  /** Takes a line that has this format's own shape; refuses any other by returning false. */
  boolean take(Line line, LineReader ahead) throws IOException;

  /**
   * Takes the next line straight from its bytes, where it is {@linkplain LineReader#plain plain}
   * and of this format's usual shape; refuses any other by returning false. Does what {@link #take}
   * would, without making a text of the whole line first.
   */
  default boolean takePlain(LineReader lines) throws IOException {
    return false;
  }

  /**
   * Takes a line that {@link #take} refused and that begins no other format, if it can be a part of
   * what was taken before.
   */
  boolean follow(Line line);

  /** Hears of a line with nothing on it, which the reading counts. */
  default void blank(Line line) {}

  /**
   * Takes a line that stands before the one by which this block was recognised, at the input's
   * beginning, if it can be a part of it.
   */
  default boolean adopt(Line line) {
    return false;
  }

  /** Hears of a Markdown fence: no line after it goes on with one before it. */
  default void fence() {
    end();
  }

  /** Hands over what it still holds: the next line is another block's, or there is none. */
  void end();
}
