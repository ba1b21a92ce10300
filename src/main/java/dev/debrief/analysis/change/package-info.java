/**
 * The history of changes, and what each did to the failures.
 *
 * <p>In: releases, operations, commits, machine events, images in the log; failures by time. Out:
 * changes oldest first, a finding for each that can be judged. Must not know: rules, drafts.
 */
@NullMarked
package dev.debrief.analysis.change;

import org.jspecify.annotations.NullMarked;
