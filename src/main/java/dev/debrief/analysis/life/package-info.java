/**
 * Machines' lives: boots, exits and who asked for them, states over time.
 *
 * <p>In: the platform's lines by machine, machine events, releases. Out: histories of boots and
 * exits, findings about exits, bursts and budgets. Must not know: why a program failed.
 */
@NullMarked
package dev.debrief.analysis.life;

import org.jspecify.annotations.NullMarked;
