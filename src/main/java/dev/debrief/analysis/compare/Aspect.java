package dev.debrief.analysis.compare;

/** By what messages are counted, in the order in which equals are listed. */
public enum Aspect {
  /** The message's template. */
  TEMPLATE,
  /** The request's endpoint, its ids masked. */
  ENDPOINT,
  /** The HTTP status of the answer. */
  STATUS,
  /** How loud the message is. */
  LEVEL,
  /** Who spoke. */
  PROVIDER,
  MACHINE,
  REGION
}
