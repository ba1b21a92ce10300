package dev.debrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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

  @Test
  void linesAndTabsOfAFileStay() {
    assertEquals("T1\ta\\x1b[31m\\u202eb\n", TerminalText.lines("T1\ta\u001b[31m\u202eb\n"));
    assertEquals("T1\tä\n", TerminalText.lines("T1\tä\n"));
  }

  @Property
  void jsonMeansTheSameAndControlsNoTerminal(@ForAll String text) {
    JsonMapper mapper = JsonMapper.builder().build();
    String json = TerminalText.json(mapper.writeValueAsString(text));
    assertEquals(text, mapper.readValue(json, String.class));
    assertTrue(json.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x202e), json);
  }
}
