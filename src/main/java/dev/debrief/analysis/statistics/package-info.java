/**
 * Exact tests and intervals, nothing of logs.
 *
 * <p>In: counts and exposures. Out: p-values, intervals. Must not know: what was counted.
 */
@NullMarked
package dev.debrief.analysis.statistics;

import org.jspecify.annotations.NullMarked;
