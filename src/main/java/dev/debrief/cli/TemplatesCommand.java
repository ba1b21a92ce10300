package dev.debrief.cli;

import dev.debrief.analysis.template.Templates;
import dev.debrief.model.InputProblem;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code debrief templates}: a line out for each line in. */
@Command(
    name = "templates",
    mixinStandardHelpOptions = true,
    description =
        "For each line of a file prints the id of the message template it belongs to, a TAB, and the"
            + " template, mined over the whole file.")
final class TemplatesCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;

  @Parameters(paramLabel = "FILE", description = "Lines of text, UTF-8.")
  private Path file;

  @Override
  public Integer call() throws InputProblem, IOException {
    InputFile.check(file);
    // Straight to the stream: a line of it may be as long as a line of the file.
    Writer out =
        new FilterWriter(
            new BufferedWriter(
                new OutputStreamWriter(debrief.terminal().out(), StandardCharsets.UTF_8),
                1 << 16)) {
          @Override
          public void write(String text, int from, int length) throws IOException {
            out.write(TerminalText.lines(text.substring(from, from + length)));
          }
        };
    Templates.mine(file, out);
    out.flush();
    return 0;
  }
}
