package dev.debrief.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which lines of one text stand in another, after E. Myers, "An O(ND) Difference Algorithm and Its
 * Variations" (1986). Time and memory grow with the square of the difference.
 */
final class LineDiff {
  private LineDiff() {}

  /** For each line of {@code from} the line of {@code to} that it is, or -1. */
  static int[] matches(List<String> from, List<String> to) {
    int n = from.size();
    int m = to.size();
    int[] out = new int[n];
    Arrays.fill(out, -1);
    int head = 0;
    while (head < n && head < m && from.get(head).equals(to.get(head))) {
      out[head] = head;
      head++;
    }
    int tail = 0;
    while (tail < n - head
        && tail < m - head
        && from.get(n - 1 - tail).equals(to.get(m - 1 - tail))) {
      out[n - 1 - tail] = m - 1 - tail;
      tail++;
    }
    middle(from.subList(head, n - tail), to.subList(head, m - tail), head, out);
    return out;
  }

  private static void middle(List<String> from, List<String> to, int shift, int[] out) {
    int n = from.size();
    int m = to.size();
    int max = n + m;
    if (n == 0 || m == 0) {
      return;
    }
    int[] furthest = new int[2 * max + 2];
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= max; d++) {
      trace.add(Arrays.copyOfRange(furthest, max - d, max + d + 2));
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && furthest[max + k - 1] < furthest[max + k + 1]);
        int x = down ? furthest[max + k + 1] : furthest[max + k - 1] + 1;
        int y = x - k;
        while (x < n && y < m && from.get(x).equals(to.get(y))) {
          x++;
          y++;
        }
        furthest[max + k] = x;
        if (x >= n && y >= m) {
          back(trace, d, n, m, shift, out);
          return;
        }
      }
    }
  }

  /**
   * Walks the trace back; each step's array holds the diagonals from {@code -d} to {@code d + 1}.
   */
  private static void back(List<int[]> trace, int last, int n, int m, int shift, int[] out) {
    int x = n;
    int y = m;
    for (int d = last; d > 0; d--) {
      int[] before = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && before[k - 1 + d] < before[k + 1 + d]);
      int previous = down ? k + 1 : k - 1;
      int startX = before[previous + d];
      int startY = startX - previous;
      while (x > startX && y > startY && !(down ? x == startX : y == startY)) {
        x--;
        y--;
        out[shift + x] = shift + y;
      }
      x = startX;
      y = startY;
    }
    while (x > 0 && y > 0) {
      x--;
      y--;
      out[shift + x] = shift + y;
    }
  }
}
