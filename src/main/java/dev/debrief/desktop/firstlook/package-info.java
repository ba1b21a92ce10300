/**
 * What a dump shows while it is still being read.
 *
 * <p>In: every record, on the thread that reads. Out: a timeline of counts that grows, until the
 * case itself takes its place. Must not know: cases, findings, the index.
 */
@NullMarked
package dev.debrief.desktop.firstlook;

import org.jspecify.annotations.NullMarked;
