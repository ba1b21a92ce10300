package dev.debrief.cli;

import dev.debrief.model.InputProblem;

/** A call of the contract whose part has not landed: it says so and pretends nothing. */
final class NotThereYet {
  private NotThereYet() {}

  static InputProblem problem(String call) {
    return new InputProblem(call, "it is not there yet", "use another call for now");
  }
}
