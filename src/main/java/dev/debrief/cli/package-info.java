/**
 * The command line: one class a command, and the only place that prints.
 *
 * <p>In: arguments, and what an investigation answers. Out: text for people, JSON for programs, and
 * exit statuses as the contract says. Must not know: how anything is read, kept, concluded or
 * drawn; of the desktop it knows the one entry that opens it.
 */
@NullMarked
package dev.debrief.cli;

import org.jspecify.annotations.NullMarked;
