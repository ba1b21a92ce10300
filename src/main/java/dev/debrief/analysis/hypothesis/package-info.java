/**
 * Candidate causes, ranked, with what speaks for and against each.
 *
 * <p>In: how the rules stand, findings, changes. Out: a short list of hypotheses, ruled-out ones
 * included, each with what would decide it. Must not know: records, files, screens. Nothing here
 * guesses: an argument is a sentence with its lines.
 */
@NullMarked
package dev.debrief.analysis.hypothesis;

import org.jspecify.annotations.NullMarked;
