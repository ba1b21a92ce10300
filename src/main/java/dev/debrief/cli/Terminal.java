package dev.debrief.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command reads and prints. Both streams out are UTF-8, whatever the system's encoding.
 *
 * @param out what was asked for, and nothing else
 * @param err what went wrong, and progress
 * @param watched whether a person looks at {@code err}
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean watched) {
  /** That of this process. */
  static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new StandardOutput(),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        errIsWatched());
  }

  /** Whether something that was printed is lost. */
  boolean lostOutput() {
    return out instanceof StandardOutput standard && standard.failed();
  }

  /** Java tells of standard input and output only; Linux says where the third stream leads. */
  private static boolean errIsWatched() {
    Path stream = Path.of("/proc/self/fd/2");
    if (Files.exists(stream)) {
      try {
        String leads = Files.readSymbolicLink(stream).toString();
        return leads.startsWith("/dev/pts/") || leads.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return System.console() != null && System.console().isTerminal();
  }

  /** Prints one line of text that may come from a log. */
  void say(String line) {
    out.print(TerminalText.safe(line));
    out.print('\n');
  }

  /** Prints JSON, whose strings may come from a log. */
  void json(String json) {
    write(TerminalText.json(json));
  }

  /** Prints text that is the program's own and ends as it should, such as a draft. */
  void write(String text) {
    out.print(text);
    out.flush();
  }

  /** Prints one line for a person, beside the answer. */
  void note(String line) {
    err.print(TerminalText.safe(line));
    err.print('\n');
  }
}
