/**
 * Messages to their shapes: masks what varies, merges what one statement of a program printed.
 *
 * <p>In: records, or the lines of any text. Out: templates, signatures with their counts, and the
 * error shapes that are new. Must not know: rules, changes, screens. One pass, linear, the same
 * masks and settings for every log.
 */
@NullMarked
package dev.debrief.analysis.template;

import org.jspecify.annotations.NullMarked;
