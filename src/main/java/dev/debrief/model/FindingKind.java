package dev.debrief.model;

import java.util.Locale;

/** The kinds of finding, named as the command line's JSON names them. */
public enum FindingKind {
  EXIT,
  RESTART_BURST,
  SIGNAL,
  SILENCE,
  LOG_GAP,
  SIMULTANEOUS_EXIT,
  CHANGE_IMPACT,
  OUTAGE,
  KNOWN_CAUSE,
  NEW_SIGNATURE,
  RESTART_BUDGET,
  SUPERVISOR_BUDGET;

  /** The name in JSON, such as {@code restart_burst}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
