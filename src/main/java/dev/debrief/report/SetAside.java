package dev.debrief.report;

import dev.debrief.model.Finding;

/**
 * What was found and the author doesn't count: a drill, a test.
 *
 * @param reason in the author's words, or empty
 */
public record SetAside(Finding finding, String reason) {}
