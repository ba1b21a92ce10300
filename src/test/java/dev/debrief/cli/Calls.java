package dev.debrief.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Calls of the command line, and what came of them. */
final class Calls {
  private Calls() {}

  /** What a call printed, and its status. */
  record Answer(int status, String out, String err) {
    /** The lines of standard error. */
    long errorLines() {
      return err.lines().count();
    }
  }

  static Answer call(Object... arguments) {
    return callWith("", arguments);
  }

  static Answer callWith(String stdin, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int status = Main.run(terminal, words);
    terminal.out().flush();
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
