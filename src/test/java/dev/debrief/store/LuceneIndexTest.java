package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;

/** The local index keeps the contract. Equal inputs are imported once for all tests. */
class LuceneIndexTest extends RecordIndexContract {
  private static final Map<String, CaseFolder> CASES = new HashMap<>();

  @Override
  RecordIndex index(List<Input> inputs) throws Exception {
    StringBuilder key = new StringBuilder();
    for (Input input : inputs) {
      try (var bytes = input.open()) {
        key.append(input.name()).append(Arrays.hashCode(bytes.readAllBytes()));
      }
    }
    CaseFolder open = CASES.get(key.toString());
    if (open == null) {
      Path folder = Files.createTempDirectory("index");
      open = CaseFolder.create(folder.resolve("case"));
      Imported imported = open.importAll(inputs, ImportOptions.NONE, Progress.NONE);
      assertEquals(
          List.of(),
          imported.refused().stream().map(Imported.Refused::message).collect(Collectors.toList()));
      CASES.put(key.toString(), open);
    }
    return open.index();
  }

  @AfterAll
  static void close() throws Exception {
    for (CaseFolder open : CASES.values()) {
      open.close();
      Folders.delete(open.path().getParent());
    }
    CASES.clear();
  }
}
