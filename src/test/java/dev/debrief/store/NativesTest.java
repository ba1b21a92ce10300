package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NativesTest {
  @Test
  void whereNothingLiesBesideTheJarsTheirOwnIsTaken() {
    Natives.besideTheirJars();
    byte[] text = "a line of a log".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(text, Zstd.decompress(Zstd.compress(text), text.length));
  }
}
