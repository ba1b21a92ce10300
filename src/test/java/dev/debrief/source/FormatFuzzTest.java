package dev.debrief.source;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No input breaks a parser. {@code -Ddebrief.fuzz.inputs=N} for each class in {@link Formats#ALL},
 * {@code -Ddebrief.fuzz.seed=N} for others.
 */
class FormatFuzzTest {
  private static final long INPUTS = Long.getLong("debrief.fuzz.inputs", 400);
  private static final long SEED = Long.getLong("debrief.fuzz.seed", 1);

  @TestFactory
  Stream<DynamicTest> noInputBreaksAParser() {
    return Formats.ALL.stream()
        .map(
            format ->
                DynamicTest.dynamicTest(
                    format.name() + ", " + format.getClass().getSimpleName(),
                    () -> new FormatFuzz(format, SEED).run(INPUTS)));
  }
}
