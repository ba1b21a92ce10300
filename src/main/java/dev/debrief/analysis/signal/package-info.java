/**
 * Signals and the part each played.
 *
 * <p>In: machines' histories. Out: findings about signals. Must not know: records, changes.
 */
@NullMarked
package dev.debrief.analysis.signal;

import org.jspecify.annotations.NullMarked;
