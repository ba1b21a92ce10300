/**
 * What was concluded, why, and what else could explain it.
 *
 * <p>In: findings and hypotheses. Out: the selected finding, dismissals, what goes into the draft.
 * Must not know: the other views.
 */
@NullMarked
package dev.debrief.desktop.findings;

import org.jspecify.annotations.NullMarked;
