package dev.debrief.analysis.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of a template that stand whole and side by side in a message, to search for. */
final class Phrases {
  private static final int MOST = 4;
  private static final int LONGEST = 8;

  private Phrases() {}

  /** Runs of whole words without a value, as the message has them; the longest four. */
  static List<String> of(String template, String message) {
    String spaced = " " + message.replaceAll("\\s+", " ") + " ";
    List<String> runs = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (String word : template.strip().split("\\s+")) {
      boolean constant = !word.contains("<*>") && !word.isEmpty();
      run.add(constant ? word : "");
      boolean stands =
          constant && run.size() <= LONGEST && spaced.contains(" " + String.join(" ", run) + " ");
      if (!stands) {
        run.removeLast();
        keep(runs, run);
        run = new ArrayList<>();
        if (constant && spaced.contains(" " + word + " ")) {
          run.add(word);
        }
      }
    }
    keep(runs, run);
    return runs.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .limit(MOST)
        .toList();
  }

  private static void keep(List<String> runs, List<String> run) {
    String text = String.join(" ", run);
    if (text.chars().filter(Character::isLetterOrDigit).count() >= 3 && !runs.contains(text)) {
      runs.add(text);
    }
  }
}
