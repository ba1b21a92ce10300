package dev.debrief.analysis.change;

import dev.debrief.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was concluded of one change.
 *
 * @param by the failures that decided it
 * @param remaining what failed after a change that ended something, or before one that began
 *     something: {@code crashes}, {@code requests}, {@code errors}
 * @param alibi why the change can't have begun the failures, or empty
 * @param fuse what carries that failures long after it go back to it, null where nothing does
 * @param untold whether failures came long after it, and nothing says whether they go back to it
 * @param ground what else the verdict rests on, null where the counts carry it
 */
record Judgement(
    Verdict verdict,
    Comparison by,
    List<String> remaining,
    String alibi,
    @Nullable Fuse fuse,
    boolean untold,
    @Nullable Ground ground) {
  Judgement {
    remaining = List.copyOf(remaining);
  }

  Judgement(
      Verdict verdict,
      Comparison by,
      List<String> remaining,
      String alibi,
      @Nullable Ground ground) {
    this(verdict, by, remaining, alibi, null, false, ground);
  }

  /** The same change, to which later failures go back. */
  Judgement lit(Fuse fuse) {
    return new Judgement(Verdict.INTRODUCED, by, List.of(), "", fuse, false, null);
  }

  /** The same, where failures came later that nothing leads back to it. */
  Judgement untoldFuse() {
    return new Judgement(verdict, by, remaining, alibi, null, true, ground);
  }
}
