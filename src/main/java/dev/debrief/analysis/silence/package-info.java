/**
 * Who should have spoken and did not, and where the log itself is missing.
 *
 * <p>In: who spoke when. Out: findings about silence and gaps. Must not know: changes. A gap of the
 * whole log is never anyone's silence.
 */
@NullMarked
package dev.debrief.analysis.silence;

import org.jspecify.annotations.NullMarked;
