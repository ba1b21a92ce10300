package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The samples that every format declares are its tests. */
class FormatSamplesTest {
  @TestFactory
  List<DynamicTest> everyFormatReadsItsSamplesWhole() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Format format : Formats.ALL) {
      int number = 0;
      for (String sample : format.samples()) {
        String name = format.getClass().getSimpleName() + " " + ++number;
        tests.add(DynamicTest.dynamicTest(name, () -> isRead(format, sample)));
      }
    }
    return tests;
  }

  private static void isRead(Format format, String sample) {
    Reads reads = Reads.text(sample);
    assertEquals(format.name(), reads.source().format());
    assertEquals(List.of(), reads.unparsed());
    assertFalse(reads.entries().isEmpty());
    assertTrue(reads.addsUp(), reads.sources()::toString);
    assertEquals(sample.lines().count(), reads.lines());
  }
}
