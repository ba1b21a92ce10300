package dev.debrief.report;

/** One kind of claim that a report can be held to. Stateless. */
interface ClaimCheck {
  /** Tells the reading what it finds. */
  void check(Reading reading);
}
