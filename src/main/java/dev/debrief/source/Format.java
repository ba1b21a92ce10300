package dev.debrief.source;

import java.util.List;

/**
 * One format of dumps: how it is recognised and read. A new one is one class, added to {@link
 * Formats#ALL}.
 */
public sealed interface Format permits TextFormat, JsonFormat {
  /** Its name in the contract, such as {@code fly-text}. */
  String name();

  /** What it is recognised by, for the message that refuses an unknown file: one clause. */
  String looksLike();

  /**
   * Small inputs of this format, each of which it must recognise and read without an unparsed line:
   * they are its tests.
   */
  List<String> samples();
}
