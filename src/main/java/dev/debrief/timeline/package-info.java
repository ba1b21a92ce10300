/**
 * Findings and counts as a picture over time: lanes of marks, and one drawing of them for every
 * surface.
 *
 * <p>In: conclusions, sources, annotations and a {@link dev.debrief.timeline.Density} of counts.
 * Out: an immutable {@link dev.debrief.timeline.Timeline}, drawn through a {@link
 * dev.debrief.timeline.Pen} as SVG, PNG or on a canvas, and as JSON. Must not know: any toolkit's
 * screen, files, the index, or how a conclusion was reached.
 */
@NullMarked
package dev.debrief.timeline;

import org.jspecify.annotations.NullMarked;
