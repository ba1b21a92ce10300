/**
 * The window around the views: navigation, search, drops, keys, status.
 *
 * <p>In: the session and the views. Out: one scene. Must not know: how any view looks inside.
 */
@NullMarked
package dev.debrief.desktop.shell;

import org.jspecify.annotations.NullMarked;
