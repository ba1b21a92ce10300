/**
 * The timeline on the screen: a canvas that draws an immutable scene, and a view model that can be
 * driven without a window.
 *
 * <p>In: a {@link dev.debrief.timeline.Timeline}, a range or a finding chosen elsewhere. Out: what
 * the reader brushed, clicked, pinned. Must not know: the case, the index, or any other view.
 */
@NullMarked
package dev.debrief.desktop.timeline;

import org.jspecify.annotations.NullMarked;
