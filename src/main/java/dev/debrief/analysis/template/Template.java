package dev.debrief.analysis.template;

import java.util.Locale;

/**
 * The shape that many messages share.
 *
 * @param id stable for the same text: {@code T} and eight hex digits
 * @param text the message with what varies written as {@code <*>}
 * @param count how many messages
 */
public record Template(String id, String text, long count) {
  /** The id of a template text: its FNV-1a hash, so that it is the same in every run. */
  public static String idOf(String text) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return String.format(Locale.ROOT, "T%08x", hash);
  }
}
