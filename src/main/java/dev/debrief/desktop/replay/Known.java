package dev.debrief.desktop.replay;

import dev.debrief.model.Conclusions;
import dev.debrief.timeline.Timeline;

/**
 * What is known of a case.
 *
 * @param conclusions what can be concluded
 * @param timeline the same to be drawn
 */
public record Known(Conclusions conclusions, Timeline timeline) {}
