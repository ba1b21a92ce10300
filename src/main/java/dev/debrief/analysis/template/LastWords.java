package dev.debrief.analysis.template;

import dev.debrief.model.Evidence;
import java.util.List;

/**
 * An error that programs printed just before they ended.
 *
 * @param template its shape
 * @param example one message as it was printed
 * @param exits before how many exits it came
 * @param of how many exits there were
 * @param evidence its lines, one for each exit at first
 * @param machines where, sorted
 */
public record LastWords(
    String template,
    String example,
    int exits,
    int of,
    List<Evidence> evidence,
    List<String> machines) {
  public LastWords {
    evidence = List.copyOf(evidence);
    machines = List.copyOf(machines);
  }
}
