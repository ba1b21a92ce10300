/**
 * The window: where an author reads a case and writes about it.
 *
 * <p>In: an open investigation, the user's keys, clicks and drops. Out: pictures, and calls on the
 * investigation. Must not know: how anything is imported, stored, concluded or worded, nor the
 * command line.
 */
@NullMarked
package dev.debrief.desktop;

import org.jspecify.annotations.NullMarked;
