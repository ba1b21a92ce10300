package dev.debrief.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a draft that was written anew together with what its author made of the one before: a
 * merge of three texts by line (diff3, S. Khanna, K. Kunal, B. Pierce, "A Formal Investigation of
 * Diff3", 2007). What only one side changed is taken; what both added stands side by side; what
 * both changed differently is shown with both versions and marked, never decided.
 */
public final class DraftMerge {
  private static final String YOURS =
      "<!-- debrief: conflict, yours -->\n> **Your text and the new evidence differ here.** Keep one, and remove these marks.\n";
  private static final String NEW = "<!-- debrief: conflict, from the evidence -->";
  private static final String END = "<!-- debrief: conflict, end -->";
  private static final Pattern DEFINITION = Pattern.compile("^\\[\\^(e[0-9a-f]{8,64})]: .*");
  private static final Pattern USE = Pattern.compile("\\[\\^(e[0-9a-f]{8,64})](?!:)");

  private DraftMerge() {}

  /**
   * What came of a merge.
   *
   * @param conflicts the lines of {@code markdown}, from 1, at which an author must decide
   */
  public record Merged(String markdown, List<Integer> conflicts) {
    public Merged {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * The three as one. Quadratic in how much they differ.
   *
   * @param base the draft as it was last written by the program
   * @param edited what the author made of it
   * @param renewed the draft as the program writes it now
   */
  public static Merged merge(String base, String edited, String renewed) {
    List<String> old = lines(base);
    List<String> mine = lines(edited);
    List<String> fresh = lines(renewed);
    int[] inMine = LineDiff.matches(old, mine);
    int[] inFresh = LineDiff.matches(old, fresh);
    List<String> out = new ArrayList<>();
    List<Integer> conflicts = new ArrayList<>();
    int m = 0;
    int f = 0;
    int o = 0;
    while (o <= old.size()) {
      int next = o;
      while (next < old.size() && (inMine[next] < 0 || inFresh[next] < 0)) {
        next++;
      }
      int toMine = next < old.size() ? inMine[next] : mine.size();
      int toFresh = next < old.size() ? inFresh[next] : fresh.size();
      chunk(
          old.subList(o, next), mine.subList(m, toMine), fresh.subList(f, toFresh), out, conflicts);
      if (next < old.size()) {
        out.add(old.get(next));
      }
      o = next + 1;
      m = toMine + 1;
      f = toFresh + 1;
    }
    define(out, mine);
    return new Merged(String.join("\n", out), conflicts);
  }

  /**
   * The two as one where the draft between is lost: what either has and the other hasn't is kept.
   *
   * @param edited what the author has
   * @param renewed the draft as the program writes it now
   */
  public static Merged merge(String edited, String renewed) {
    List<String> mine = lines(edited);
    int[] kept = LineDiff.matches(mine, lines(renewed));
    List<String> common = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] >= 0) {
        common.add(mine.get(i));
      }
    }
    return merge(String.join("\n", common), edited, renewed);
  }

  private static List<String> lines(String text) {
    return List.of(text.replace("\r\n", "\n").split("\n", -1));
  }

  private static void chunk(
      List<String> old,
      List<String> mine,
      List<String> fresh,
      List<String> out,
      List<Integer> conflicts) {
    if (mine.equals(fresh) || fresh.equals(old)) {
      out.addAll(mine);
    } else if (mine.equals(old)) {
      out.addAll(fresh);
    } else if (old.isEmpty()) {
      beside(mine, fresh, out);
    } else if (rows(mine) && rows(fresh)) {
      conflicts.add(out.size() + 1);
      out.addAll(mine);
      fresh.stream().filter(row -> !mine.contains(row)).map(DraftMerge::marked).forEach(out::add);
    } else {
      conflicts.add(out.size() + 1);
      if (!out.isEmpty() && !out.getLast().isBlank()) {
        out.add("");
      }
      out.addAll(List.of(YOURS.split("\n", -1)));
      out.addAll(mine);
      out.add("");
      out.add(NEW);
      out.add("");
      out.addAll(fresh);
      out.add("");
      out.add(END);
      out.add("");
    }
  }

  /**
   * Both added here: the evidence's lines, then the author's; rows of a chronicle by their time.
   */
  private static void beside(List<String> mine, List<String> fresh, List<String> out) {
    if (rows(mine) && rows(fresh)) {
      List<String> all = new ArrayList<>(fresh);
      mine.stream().filter(row -> !all.contains(row)).forEach(all::add);
      boolean timed = all.stream().allMatch(row -> row.matches("\\| \\d{4}-\\d\\d-\\d\\d.*"));
      if (timed) {
        all.sort(null);
      }
      out.addAll(all);
      return;
    }
    out.addAll(fresh);
    out.addAll(mine);
  }

  private static boolean rows(List<String> lines) {
    return !lines.isEmpty() && lines.stream().allMatch(line -> line.startsWith("|"));
  }

  private static String marked(String row) {
    int end = row.lastIndexOf('|');
    return end <= 0
        ? row
        : row.substring(0, end) + "**(from the new evidence; differs from your row)** |";
  }

  /**
   * A sentence that the author kept keeps its references, even where the new draft needs them no
   * more.
   */
  private static void define(List<String> out, List<String> mine) {
    Map<String, String> known = new LinkedHashMap<>();
    for (String line : mine) {
      Matcher definition = DEFINITION.matcher(line);
      if (definition.matches()) {
        known.put(definition.group(1), line);
      }
    }
    List<String> used = new ArrayList<>();
    for (String line : out) {
      Matcher definition = DEFINITION.matcher(line);
      if (definition.matches()) {
        known.remove(definition.group(1));
      }
      Matcher use = USE.matcher(line);
      while (use.find()) {
        used.add(use.group(1));
      }
    }
    known.keySet().retainAll(used);
    for (String line : known.values()) {
      while (!out.isEmpty() && out.getLast().isEmpty()) {
        out.removeLast();
      }
      out.add("");
      out.add(line);
      out.add("");
    }
  }
}
