package dev.debrief.model;

import java.util.List;

/**
 * A candidate cause, kept even where it was ruled out.
 *
 * @param id a rule's id, or {@link #codeOf} a change
 * @param standing where it stands
 * @param score the order of the list, greatest first, from 0 to 1
 * @param decide what evidence would decide it, in words
 * @param command the command that would fetch that evidence, or empty
 */
public record Hypothesis(
    String id,
    String title,
    Standing standing,
    double score,
    List<Argument> support,
    List<Argument> refutation,
    String decide,
    String command) {
  public Hypothesis {
    support = List.copyOf(support);
    refutation = List.copyOf(refutation);
  }

  /** The id of the hypothesis that a change's new code is the cause. */
  public static String codeOf(String change) {
    return "code-of-" + change;
  }

  /** What an argument against begins with where another cause has this one for a consequence. */
  public static final String FOLLOWS = "It follows from another: ";

  /** Whether it says that a change's new code did it. */
  public boolean ofCode() {
    return id.startsWith(codeOf(""));
  }

  /** Where a hypothesis stands. */
  public enum Standing {
    SUPPORTED,
    OPEN,
    RULED_OUT,
    /** What it needs to be judged by is missing: never the same as absent. */
    NOT_ASSESSED
  }

  /** A sentence for or against, with its lines. */
  public record Argument(String text, List<Evidence> evidence) {
    public Argument {
      evidence = List.copyOf(evidence);
    }
  }
}
