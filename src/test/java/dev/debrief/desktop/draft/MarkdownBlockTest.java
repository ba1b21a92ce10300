package dev.debrief.desktop.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a report is cut into what the preview builds one by one. */
class MarkdownBlockTest {
  private static final String REPORT =
      """
      # Outage

      Down for 9 h.[^b][^a]

      <!-- ask: who noticed? -->

      3. first
      4. second

      | a | b |
      | - | - |
      | 1 | 2 |

      [^a]: one
      [^b]: two
      """;

  @Test
  void headingsParagraphsItemsAndTablesAreBlocksAndCommentsAreNot() {
    List<String> words =
        MarkdownBlock.read(REPORT).blocks().stream().map(MarkdownBlock::words).toList();
    assertEquals(7, words.size(), words.toString());
    assertEquals("# Outage\n", words.get(0));
    assertEquals("4. second\n", words.get(3));
    assertEquals(4, MarkdownBlock.read(REPORT).blocks().get(3).number());
  }

  @Test
  void marksAreNumberedAsTheyCome() {
    MarkdownBlock.Text text = MarkdownBlock.read(REPORT);
    assertEquals(1, text.numbers().get("b"));
    assertEquals(List.of(1, 2), text.blocks().get(1).marks());
  }

  @Test
  void onlyABlockThatReadsOtherwiseIsAnother() {
    List<MarkdownBlock> before = MarkdownBlock.read(REPORT).blocks();
    List<MarkdownBlock> after = MarkdownBlock.read(REPORT.replace("second", "the second")).blocks();
    assertEquals(before.subList(0, 3), after.subList(0, 3));
    assertNotEquals(before.get(3), after.get(3));
    assertEquals(before.subList(4, 7), after.subList(4, 7));
  }
}
