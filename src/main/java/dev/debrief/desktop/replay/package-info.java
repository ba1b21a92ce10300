/**
 * The case as it was known at an earlier instant.
 *
 * <p>In: the timeline of the whole case, a way to conclude from the records until an instant. Out:
 * the session's conclusions and the timeline of that instant. Must not know: the case, the index,
 * or any view but its own bar.
 */
@NullMarked
package dev.debrief.desktop.replay;

import org.jspecify.annotations.NullMarked;
