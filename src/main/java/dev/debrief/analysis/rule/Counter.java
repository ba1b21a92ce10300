package dev.debrief.analysis.rule;

import dev.debrief.model.FindingKind;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What speaks for or against a rule beyond its own lines. */
public sealed interface Counter {
  /** The argument's sentence. */
  String says();

  /** An entry of the case. */
  record Seen(Pattern pattern) implements Counter {
    @Override
    public String says() {
      return pattern.says();
    }
  }

  /** Another rule that matched. */
  record Matched(String rule, String says) implements Counter {}

  /**
   * A finding of another detector.
   *
   * @param details the finding's details that must hold, by their names in JSON
   * @param title what the hypothesis is called when this holds, or empty to leave it
   */
  record Found(FindingKind kind, Map<String, String> details, String title, String says)
      implements Counter {
    public Found {
      // In one order always: a rule's fingerprint is made of how it prints, and Map.copyOf
      // shuffles.
      details = Collections.unmodifiableMap(new TreeMap<>(details));
    }
  }
}
