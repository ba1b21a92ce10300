package dev.debrief.model;

import org.jspecify.annotations.Nullable;

/** A user's mistake or a bad input: where, what, and what to do. Its message says all three. */
public final class InputProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String what;
  private final String remedy;

  /**
   * A problem to tell the user.
   *
   * @param where file, line or argument
   * @param what one clause
   * @param remedy what to do, as an imperative
   */
  public InputProblem(String where, String what, String remedy) {
    this(where, what, remedy, null);
  }

  /** The same, with the failure beneath. */
  public InputProblem(String where, String what, String remedy, @Nullable Throwable cause) {
    super(where + ": " + what + "; " + remedy, cause);
    this.where = where;
    this.what = what;
    this.remedy = remedy;
  }

  /** File, line or argument. */
  public String where() {
    return where;
  }

  /** What is wrong with it. */
  public String what() {
    return what;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
