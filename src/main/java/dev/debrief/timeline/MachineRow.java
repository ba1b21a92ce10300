package dev.debrief.timeline;

/** How a machine's lane is divided: words and brackets, bars, exits. */
final class MachineRow {
  /** Where the bars begin. */
  static final double BAR = 17;

  /** How tall they are. */
  static final double BAR_HEIGHT = 12;

  /** The middle of the exits under them. */
  static final double EXITS = 34.5;

  private MachineRow() {}
}
