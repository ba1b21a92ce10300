/**
 * The application layer: an open case with everything that can be asked of it.
 *
 * <p>In: paths and questions from the command line or the desktop. Out: sources, conclusions, pages
 * of records, timelines, drafts. Slow calls take a {@link dev.debrief.model.Progress} and may be
 * made from any thread but the screen's. Must not know: any screen, and how answers are printed.
 */
@NullMarked
package dev.debrief.investigation;

import org.jspecify.annotations.NullMarked;
