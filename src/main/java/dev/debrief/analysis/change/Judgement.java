package dev.debrief.analysis.change;

import dev.debrief.model.Verdict;
import java.util.List;

/**
 * What was concluded of one change.
 *
 * @param by the failures that decided it
 * @param remaining what failed after a change that ended something, or before one that began
 *     something: {@code crashes}, {@code requests}, {@code errors}
 * @param alibi why the change can't have begun the failures, or empty
 */
record Judgement(Verdict verdict, Comparison by, List<String> remaining, String alibi) {
  Judgement {
    remaining = List.copyOf(remaining);
  }
}
