/**
 * Where a case begins: recent, new, open, the sample.
 *
 * <p>In: the recent cases. Out: calls on the shell's actions. Must not know: the open case.
 */
@NullMarked
package dev.debrief.desktop.start;

import org.jspecify.annotations.NullMarked;
