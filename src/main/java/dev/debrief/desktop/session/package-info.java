/**
 * What all views share: the open case, the one selection, what can be undone.
 *
 * <p>In: an investigation. Out: properties that views bind to. Must not know: any view.
 */
@NullMarked
package dev.debrief.desktop.session;

import org.jspecify.annotations.NullMarked;
