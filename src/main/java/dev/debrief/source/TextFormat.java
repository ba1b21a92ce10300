package dev.debrief.source;

import java.io.IOException;

/** A format made of lines. */
non-sealed interface TextFormat extends Format {
  /**
   * Whether a block of this format surely begins here.
   *
   * @param line the line in question
   * @param ahead gives the lines that follow it
   */
  boolean begins(Line line, LineReader ahead) throws IOException;

  /**
   * A block of it; {@link Block#take} gets the line that began it first.
   *
   * @param first that line
   */
  Block open(Reading reading, Line first);
}
