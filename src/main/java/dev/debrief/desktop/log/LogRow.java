package dev.debrief.desktop.log;

import dev.debrief.model.Entry;

/** One row of the log table. */
public sealed interface LogRow {
  /** Its place in the table, from 0. */
  int index();

  /** One whose entry is not here yet. */
  record Loading(int index) implements LogRow {}

  /** One whose entry is here. */
  sealed interface Shown extends LogRow {
    /** The entry it is, or is a line of. */
    Entry entry();
  }

  /**
   * The first line of a message.
   *
   * @param gap the time since the row before as it is shown, or empty
   * @param message with the lines that follow
   * @param open whether these follow as rows
   */
  record Loaded(int index, Message message, String gap, boolean open) implements Shown {
    @Override
    public Entry entry() {
      return message.head();
    }
  }

  /** A further line of an unfolded message. */
  record Part(int index, Message.Line line) implements Shown {
    @Override
    public Entry entry() {
      return line.entry();
    }
  }
}
