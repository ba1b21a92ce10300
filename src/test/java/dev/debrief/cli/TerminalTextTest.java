package dev.debrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Property
  void nothingLeftControlsATerminal(@ForAll String text) {
    assertTrue(
        TerminalText.safe(text)
            .chars()
            .noneMatch(
                c ->
                    Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR));
  }

  @Property
  void harmlessTextStaysAsItIs(@ForAll("words") String text) {
    assertEquals(text, TerminalText.safe(text));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().alpha().numeric().withChars(" -äöü漢[]");
  }

  @Test
  void whatWasThereIsShown() {
    assertEquals("a\\x1b[31mb\\n c", TerminalText.safe("a\u001b[31mb\n\tc"));
  }
}
