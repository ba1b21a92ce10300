/**
 * A brushed range held against a baseline, on the screen.
 *
 * <p>In: the brush, the choice of a baseline, what the comparison found. Out: a search for what was
 * clicked, the baseline to be drawn. Must not know: the case, the index, or any other view.
 */
@NullMarked
package dev.debrief.desktop.compare;

import org.jspecify.annotations.NullMarked;
