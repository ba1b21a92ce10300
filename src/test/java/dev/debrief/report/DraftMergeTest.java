package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DraftMergeTest {
  private static final String BASE =
      "# Report\n\n## Duration\n\n- 9 h.[^e11111111]\n\n> **To be answered:** who?\n\n| Time | Event |\n| --- | --- |\n| 2026-02-25 21:00:00 | Deploy |\n| 2026-02-26 06:05:00 | Over |\n\n[^e11111111]: `a.log` line 1: `x`\n";

  @Test
  void anEditAndANewFactStandBesideEachOther() {
    String edited = BASE.replace("> **To be answered:** who?", "Everybody in Europe.");
    String renewed =
        BASE.replace("| 2026-02-26 06", "| 2026-02-26 01:00:00 | Rollback |\n| 2026-02-26 06");
    DraftMerge.Merged merged = DraftMerge.merge(BASE, edited, renewed);
    assertEquals(List.of(), merged.conflicts());
    assertTrue(merged.markdown().contains("Everybody in Europe."));
    assertTrue(merged.markdown().contains("Rollback"));
  }

  @Test
  void rowsThatBothAddedComeInOrderOfTime() {
    String end = "| 2026-02-26 06:05:00 | Over |";
    DraftMerge.Merged merged =
        DraftMerge.merge(
            BASE,
            BASE.replace(end, "| 2026-02-26 00:30:00 | We met |\n" + end),
            BASE.replace(end, "| 2026-02-26 02:00:00 | Rollback |\n" + end));
    assertEquals(List.of(), merged.conflicts());
    assertTrue(
        merged.markdown().indexOf("We met") < merged.markdown().indexOf("Rollback"),
        merged.markdown());
  }

  @Test
  void whatBothChangedIsShownTwiceAndNeverDecided() {
    DraftMerge.Merged merged =
        DraftMerge.merge(
            BASE, BASE.replace("- 9 h.", "- Nine hours."), BASE.replace("- 9 h.", "- 10 h."));
    assertEquals(1, merged.conflicts().size());
    assertTrue(merged.markdown().contains("- Nine hours."));
    assertTrue(merged.markdown().contains("- 10 h."));
    assertTrue(merged.markdown().contains("Keep one"));
  }

  @Test
  void aKeptSentenceKeepsItsReference() {
    String edited = BASE.replace("- 9 h.", "- About 9 h.");
    String renewed =
        BASE.replace("- 9 h.[^e11111111]", "- 9 h.[^e22222222]")
            .replace("[^e11111111]: `a.log` line 1: `x`", "[^e22222222]: `a.log` line 2: `y`");
    String merged = DraftMerge.merge(BASE, edited, renewed).markdown();
    assertTrue(merged.contains("[^e11111111]: `a.log` line 1"), merged);
    assertTrue(merged.contains("[^e22222222]: `a.log` line 2"), merged);
  }

  @Test
  void withoutTheDraftBetweenNothingIsLost() {
    String merged =
        DraftMerge.merge(BASE.replace("who?", "We saw it at once."), BASE.replace("9 h", "8 h"))
            .markdown();
    assertTrue(merged.contains("We saw it at once."));
    assertTrue(merged.contains("- 8 h."));
  }

  @Property(tries = 300)
  void oneSideAloneIsTakenWhole(@ForAll("texts") String base, @ForAll("texts") String other) {
    assertEquals(other, DraftMerge.merge(base, other, base).markdown());
    assertEquals(other, DraftMerge.merge(base, base, other).markdown());
    assertEquals(other, DraftMerge.merge(base, other, other).markdown());
  }

  @Property(tries = 300)
  void noLineOfEitherSideIsLostWithoutTheOthersWill(
      @ForAll("texts") String base, @ForAll("texts") String mine, @ForAll("texts") String fresh) {
    // A row of a table that both changed stands there twice, the new one marked inside its cell.
    String merged =
        DraftMerge.merge(base, mine, fresh)
            .markdown()
            .replace(" **(from the new evidence; differs from your row)**", "");
    List<String> old = List.of(base.split("\n", -1));
    for (String line : mine.split("\n", -1)) {
      assertTrue(old.contains(line) || merged.contains(line), merged);
    }
    for (String line : fresh.split("\n", -1)) {
      assertTrue(old.contains(line) || merged.contains(line), merged);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "c", "d", "e", "", "| 1 |", "| 2 |")
        .list()
        .ofMaxSize(12)
        .map(lines -> lines.stream().collect(Collectors.joining("\n")));
  }
}
