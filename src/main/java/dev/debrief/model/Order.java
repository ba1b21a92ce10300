package dev.debrief.model;

/** What is known of the order of two moments. */
public enum Order {
  BEFORE,
  AFTER,
  /** Neither can be shown: they share a second, or a clock is too coarse. */
  UNKNOWN
}
