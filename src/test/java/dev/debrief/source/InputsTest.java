package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.debrief.model.InputProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final InputStream NONE = InputStream.nullInputStream();

  private static List<String> names(List<Input> inputs) {
    return inputs.stream().map(Input::name).toList();
  }

  @Test
  void aFolderIsItsFilesInOrderWithoutHiddenOnes(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("b/.git"));
    for (String name : List.of("z.log", "a.json", "b/c.txt", ".DS_Store", "b/.git/config")) {
      Files.writeString(folder.resolve(name), "x");
    }
    assertEquals(List.of("a.json", "b/c.txt", "z.log"), names(Inputs.find(List.of(folder), NONE)));
  }

  @Test
  void equalNamesOfTwoFoldersStayApart(@TempDir Path folder) throws Exception {
    for (String name : List.of("one", "two")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("fly.log"), name);
    }
    List<Input> inputs = Inputs.find(List.of(folder.resolve("one"), folder.resolve("two")), NONE);
    assertEquals(List.of("fly.log", "fly.log (2)"), names(inputs));
  }

  @Test
  void standardInputCanBeOpenedTwice() throws Exception {
    byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
    Input input = Inputs.find(List.of(Path.of("-")), new ByteArrayInputStream(bytes)).getFirst();
    for (int i = 0; i < 2; i++) {
      try (InputStream in = input.open()) {
        assertEquals("hello", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertEquals("-", input.name());
    assertEquals(5, input.size());
  }

  @Test
  void standardInputStaysOpenAsItIsTheCallers() throws Exception {
    // Java closes it by pointing it elsewhere, and a file that had its number crashes the process.
    InputStream stdin =
        new ByteArrayInputStream(new byte[] {'x'}) {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    assertEquals(1, Inputs.find(List.of(Path.of("-")), stdin).getFirst().size());
  }

  @Test
  void aPathThatIsNotThereIsNamed(@TempDir Path folder) throws IOException {
    InputProblem problem =
        assertThrows(
            InputProblem.class, () -> Inputs.find(List.of(folder.resolve("no.log")), NONE));
    assertEquals("there is no such file or folder", problem.what());
  }

  @Test
  void anUnknownFormatNamesThoseThereAre() {
    InputProblem problem = assertThrows(InputProblem.class, () -> Formats.named("csv"));
    assertEquals(
        "use one of releases-table, machine-status, fly-text, shipper-ndjson, deploy-output, git-log,"
            + " elixir-console, fly-json, releases-json, machine-json",
        problem.remedy());
  }
}
