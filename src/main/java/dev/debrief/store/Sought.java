package dev.debrief.store;

import dev.debrief.model.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds entries by words that the index holds no term of (see {@link Ids}): reads the blocks that
 * may hold them and looks at the text.
 */
final class Sought {
  private Sought() {}

  /** The words of a text, as the index parts them. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Words each = new Words();
    each.of(text);
    while (each.next()) {
      words.add(each.text());
    }
    return words;
  }

  /** Whether the word may be listed and not a term. */
  static boolean madeUp(String word) {
    return Ids.madeUp(word);
  }

  /**
   * The places of entries that hold these words one after another, where a block lists one of them.
   */
  static List<long[]> phrase(List<Volume> volumes, List<String> phrase) throws IOException {
    List<long[]> codes = new ArrayList<>();
    for (String word : phrase) {
      if (madeUp(word)) {
        long code = Ids.code(word);
        codes.add(new long[] {code, code + 1});
      }
    }
    return entries(volumes, codes, words -> inARow(words, phrase));
  }

  /** The places of entries with a made-up word that fits, among words that begin so. */
  static List<long[]> pattern(List<Volume> volumes, String beginning, Predicate<String> fits)
      throws IOException {
    return entries(
        volumes,
        List.of(Ids.range(beginning)),
        words -> words.stream().anyMatch(word -> madeUp(word) && fits.test(word)));
  }

  private static boolean inARow(List<String> words, List<String> phrase) {
    for (int i = 0; i + phrase.size() <= words.size(); i++) {
      if (words.subList(i, i + phrase.size()).equals(phrase)) {
        return true;
      }
    }
    return false;
  }

  private static List<long[]> entries(
      List<Volume> volumes, List<long[]> codes, Predicate<List<String>> fits) throws IOException {
    List<long[]> places = new ArrayList<>();
    for (Volume volume : volumes) {
      for (Ledger.Block block : volume.ledger().blocks()) {
        for (long[] range : codes) {
          if (volume.ledger().lists(block, range[0], range[1])) {
            block(volume, block, fits, places);
            break;
          }
        }
      }
    }
    return places;
  }

  private static void block(
      Volume volume, Ledger.Block block, Predicate<List<String>> fits, List<long[]> places)
      throws IOException {
    Entry[] entries = volume.ledger().entries(block);
    for (int i = 0; i < entries.length; i++) {
      if (fits.test(words(IndexFeed.text(entries[i])))) {
        long place = volume.place(block.first() + i);
        places.add(new long[] {place, place});
      }
    }
  }
}
