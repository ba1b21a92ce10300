/**
 * Pins and notes on instants and ranges.
 *
 * <p>In: the annotations. Out: edits of them, undoable. Must not know: the other views.
 */
@NullMarked
package dev.debrief.desktop.notes;

import org.jspecify.annotations.NullMarked;
