package dev.debrief.model;

/** What a change did to the failures. */
public enum Verdict {
  INTRODUCED,
  FIXED,
  NO_EFFECT,
  /** Healthy before and after. */
  NEUTRAL,
  /** The log does not cover both sides. */
  INCONCLUSIVE
}
