/**
 * Deploys, rollbacks, secrets, scaling and commits as a table.
 *
 * <p>In: the changes. Out: the selected change. Must not know: the other views.
 */
@NullMarked
package dev.debrief.desktop.changes;

import org.jspecify.annotations.NullMarked;
