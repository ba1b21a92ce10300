package dev.debrief.desktop.draft;

import dev.debrief.model.Evidence;
import java.util.List;
import java.util.Set;

/** What the draft's page asks of a case. Called off the window's thread. */
public interface Drafting {
  /**
   * Something that the lint found.
   *
   * @param line from 1
   * @param grave whether it is contradicted, not only unsure
   */
  record Mark(int line, boolean grave, String text, List<Evidence> evidence) {}

  /** The templates there are. */
  List<String> templates();

  /** A new draft from a template. */
  String write(String template) throws Exception;

  /** The marks on a text. */
  List<Mark> check(String markdown) throws Exception;

  /** The labels of a text's references that no longer fit the case. */
  Set<String> red(String markdown) throws Exception;

  /** The text kept with the case for a template, or empty. */
  Kept kept(String template) throws Exception;

  /** Keeps a text with the case, and what it replaces where that is a version of its own. */
  void keep(String template, Kept kept) throws Exception;

  /** How a template's text read before. */
  DraftHistory history(String template) throws Exception;

  /** A kept text, and the draft as it was made before the user touched it. */
  record Kept(String base, String edited) {}
}
