package dev.debrief.desktop.draft;

import java.util.ArrayList;
import java.util.List;

/**
 * A three-way merge by lines: what the author changed since the draft was made stays, what the case
 * says anew comes in where the author left the lines alone. Where both changed the same lines the
 * author's stand. Quadratic in the lines that differ; drafts have hundreds.
 */
final class DraftMerge {
  private DraftMerge() {}

  /** The merged text. */
  static String of(String base, String edited, String fresh) {
    if (edited.isEmpty() || edited.equals(base)) {
      return fresh;
    }
    if (fresh.equals(base)) {
      return edited;
    }
    List<String> from = base.lines().toList();
    List<String> mine = edited.lines().toList();
    List<String> theirs = fresh.lines().toList();
    int[] toMine = matches(from, mine);
    int[] toTheirs = matches(from, theirs);
    List<String> out = new ArrayList<>();
    int i = 0;
    int m = 0;
    int t = 0;
    while (i < from.size() || m < mine.size() || t < theirs.size()) {
      int anchor = i;
      while (anchor < from.size() && (toMine[anchor] < m || toTheirs[anchor] < t)) {
        anchor++;
      }
      int mineEnd = anchor < from.size() ? toMine[anchor] : mine.size();
      int theirsEnd = anchor < from.size() ? toTheirs[anchor] : theirs.size();
      List<String> original = from.subList(i, anchor);
      List<String> my = mine.subList(m, mineEnd);
      List<String> their = theirs.subList(t, theirsEnd);
      out.addAll(my.equals(original) ? their : my);
      if (anchor < from.size()) {
        out.add(from.get(anchor));
      }
      i = anchor + 1;
      m = mineEnd + 1;
      t = theirsEnd + 1;
    }
    return String.join("\n", out) + "\n";
  }

  /** For each line of {@code a} its place in {@code b} by a longest common subsequence, or -1. */
  private static int[] matches(List<String> a, List<String> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        length[i][j] =
            a.get(i).equals(b.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int[] place = new int[a.size()];
    int j = 0;
    for (int i = 0; i < a.size(); i++) {
      place[i] = -1;
      while (j < b.size() && !a.get(i).equals(b.get(j)) && length[i][j + 1] > length[i + 1][j]) {
        j++;
      }
      if (j < b.size() && a.get(i).equals(b.get(j))) {
        place[i] = j++;
      }
    }
    return place;
  }
}
