/**
 * The report in the making: editor, preview, marks, export.
 *
 * <p>In: a draft and its lint. Out: the edited text, files. Must not know: the other views.
 */
@NullMarked
package dev.debrief.desktop.draft;

import org.jspecify.annotations.NullMarked;
