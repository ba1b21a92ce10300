/**
 * Theme, zone, size, redaction, rules.
 *
 * <p>In: the user's preferences. Out: changed preferences. Must not know: the open case, but for
 * its rules.
 */
@NullMarked
package dev.debrief.desktop.settings;

import org.jspecify.annotations.NullMarked;
