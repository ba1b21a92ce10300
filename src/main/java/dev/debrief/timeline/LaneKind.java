package dev.debrief.timeline;

/** The kinds of lane, in the order they stand from top to bottom. */
public enum LaneKind {
  OUTAGE("Outage"),
  NOTES("Notes"),
  CHANGES("Changes"),
  CAUSES("Known causes"),
  MACHINE("Machines"),
  SIGNAL("Signals"),
  SILENCE("Silence"),
  ERROR("Errors"),
  REQUESTS("Requests"),
  LOG("Log"),
  SOURCE("Sources");

  private final String title;

  LaneKind(String title) {
    this.title = title;
  }

  /** What a group of such lanes is called. */
  public String title() {
    return title;
  }
}
