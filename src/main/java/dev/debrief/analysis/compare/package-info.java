/**
 * Two stretches of one log held against each other.
 *
 * <p>In: a range, a baseline, what the log covers, the records of both. Out: what is printed more
 * often, less often, newly or no longer, ranked, each with its test. Must not know: findings,
 * files, the index, screens.
 */
@NullMarked
package dev.debrief.analysis.compare;

import org.jspecify.annotations.NullMarked;
