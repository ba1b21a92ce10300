/**
 * Small parts that several views are made of: named buttons, badges, empty states, the layer for
 * questions.
 *
 * <p>In: texts' keys, actions. Out: nodes with accessible names and style classes. Must not know:
 * any view, the session, the case.
 */
@NullMarked
package dev.debrief.desktop.parts;

import org.jspecify.annotations.NullMarked;
