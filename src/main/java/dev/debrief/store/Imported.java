package dev.debrief.store;

import dev.debrief.model.Source;
import java.util.List;

/**
 * What an import came to.
 *
 * @param added the accounts of what is new in the case
 * @param unchanged the accounts of what was in it before, byte for byte
 * @param same the inputs that changed nothing, since the case had their bytes before or from
 *     another input of this import
 * @param refused what could not be read; the rest was imported all the same
 */
public record Imported(
    List<Source> added, List<Source> unchanged, List<Same> same, List<Refused> refused) {
  public Imported {
    added = List.copyOf(added);
    unchanged = List.copyOf(unchanged);
    same = List.copyOf(same);
    refused = List.copyOf(refused);
  }

  /**
   * An input that the case has already.
   *
   * @param name as it was given
   * @param source what the case calls it
   */
  public record Same(String name, String source) {}

  /**
   * An input that was left out.
   *
   * @param name the input's
   * @param message where, what and what to do
   */
  public record Refused(String name, String message) {}
}
