/**
 * What was imported, how its lines were accounted for, what to correct.
 *
 * <p>In: the sources. Out: imports with other choices. Must not know: the other views.
 */
@NullMarked
package dev.debrief.desktop.sources;

import org.jspecify.annotations.NullMarked;
