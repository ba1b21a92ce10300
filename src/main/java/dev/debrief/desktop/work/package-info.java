/**
 * Slow work off the window's thread, in one way.
 *
 * <p>In: a job that reports to {@code model.Progress}. Out: a task with progress and cancel, its
 * result on the window's thread. Must not know: what any job does.
 */
@NullMarked
package dev.debrief.desktop.work;

import org.jspecify.annotations.NullMarked;
