package dev.debrief.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BlocksterOutageTest {
  private static final Path FOLDER = Path.of("sample-logs/blockster-outage");

  @Test
  void theSampleIsWhatItsMakerMakes() throws IOException {
    for (Map.Entry<String, String> file : BlocksterOutage.files().entrySet()) {
      assertEquals(
          file.getValue(),
          text(FOLDER.resolve(file.getKey())),
          file.getKey() + " differs: run BlocksterOutage to make it again");
    }
  }

  @Test
  void theSampleStaysSmall() throws IOException {
    long bytes = 0;
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes < 6_000_000, bytes + " bytes");
  }

  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        bytes = in.readAllBytes();
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
