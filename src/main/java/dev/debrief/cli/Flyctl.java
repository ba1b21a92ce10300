package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import dev.debrief.report.Redaction;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The platform's own command line, which knows how to log in; this program doesn't. */
final class Flyctl {
  private final Path program;
  private final Duration patience;

  private Flyctl(Path program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  /**
   * The {@code flyctl} or {@code fly} of a search path.
   *
   * @param path as {@code PATH} holds it
   * @param patience how long any one call may take
   */
  static Flyctl onPath(String path, Duration patience) throws InputProblem {
    for (String folder : path.split(File.pathSeparator)) {
      for (String name : List.of("flyctl", "fly", "flyctl.exe", "fly.exe")) {
        Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
        if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
          return new Flyctl(candidate, patience);
        }
      }
    }
    throw new InputProblem(
        "flyctl",
        "it is not on the path",
        "install it (https://fly.io/docs/flyctl/install), or import what you saved with it");
  }

  /** Whether a call worked; {@code why} is empty or one line without secrets. */
  record Outcome(boolean worked, String why) {}

  /** Runs a call and puts what it prints into a file; nothing of it is shown. */
  Outcome save(Path file, String... arguments) throws IOException, InterruptedException {
    List<String> call = new ArrayList<>();
    call.add(program.toString());
    call.addAll(List.of(arguments));
    Path complaints = Files.createTempFile(file.toAbsolutePath().getParent(), ".flyctl", ".err");
    try {
      Process process =
          new ProcessBuilder(call)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectOutput(file.toFile())
              .redirectError(complaints.toFile())
              .start();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroy();
        process.waitFor(2, TimeUnit.SECONDS);
        process.destroyForcibly();
      }
      if (Files.size(file) == 0) {
        Files.delete(file);
        return new Outcome(false, why(ended, complaints));
      }
      // What came before it failed is worth keeping.
      return new Outcome(
          ended && process.exitValue() == 0,
          ended && process.exitValue() == 0 ? "" : "only part: " + why(ended, complaints));
    } finally {
      Files.deleteIfExists(complaints);
    }
  }

  private String why(boolean ended, Path complaints) throws IOException {
    if (!ended) {
      return "no answer within " + patience.toSeconds() + " s";
    }
    String said = new String(Files.readAllBytes(complaints), StandardCharsets.UTF_8);
    try (Stream<String> lines = said.lines()) {
      return lines
          .map(String::strip)
          .filter(line -> line.startsWith("Error"))
          .findFirst()
          .map(Redaction.standard()::hide)
          .orElse("it printed nothing");
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }
}
