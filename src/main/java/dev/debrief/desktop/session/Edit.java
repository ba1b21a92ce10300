package dev.debrief.desktop.session;

/**
 * Something the user did that can be undone.
 *
 * @param name as the undo button says it
 */
public record Edit(String name, Runnable redo, Runnable undo) {}
