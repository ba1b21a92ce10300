/**
 * What is shown in words: texts from the bundle, times, numbers, keys.
 *
 * <p>In: records of the model, a zone. Out: strings. Must not know: any control.
 */
@NullMarked
package dev.debrief.desktop.text;

import org.jspecify.annotations.NullMarked;
