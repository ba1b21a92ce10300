package dev.debrief.store;

import java.util.List;

/**
 * Whether a case is whole.
 *
 * @param checked what was looked at and is as it should be, one sentence each
 * @param faults what is wrong, one sentence each; empty where the case is whole
 */
public record Verification(List<String> checked, List<String> faults) {
  public Verification {
    checked = List.copyOf(checked);
    faults = List.copyOf(faults);
  }

  /** Whether nothing is wrong. */
  public boolean whole() {
    return faults.isEmpty();
  }
}
