/**
 * The log as a table of any length, its search and its facets.
 *
 * <p>In: pages of the index. Out: the selected line. Must not know: the other views.
 */
@NullMarked
package dev.debrief.desktop.log;

import org.jspecify.annotations.NullMarked;
