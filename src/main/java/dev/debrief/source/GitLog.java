package dev.debrief.source;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code git log} as it is, with another {@code --date}, {@code --oneline}, {@code --graph}, or a
 * {@code --format} in which each line holds a hash and a date in any order.
 */
final class GitLog implements TextFormat {
  private static final Pattern COMMIT =
      Pattern.compile(
          "[*|\\\\/ ]{0,80}commit ([0-9a-f]{7,64})(?: [0-9a-f]{7,64}){0,8}(?: \\([^)]{0,400}\\))?\\s*");

  @Override
  public String name() {
    return "git-log";
  }

  @Override
  public String looksLike() {
    return "commit 40-hex-digits, or lines of a short hash and a subject";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        commit 3249ca3f00a1b2c3d4e5f60718293a4b5c6d7e8f (HEAD -> main)
        Author: Dev <dev@example.com>
        Date:   Wed Feb 25 15:41:00 2026 -0500

            Fix the pool's keepalive

            A second line.

        commit 9ffeb25a00a1b2c3d4e5f60718293a4b5c6d7e8f
        Author: Dev <dev@example.com>
        Date:   2026-02-24 15:41:00 -0500

            Older
        """,
        "3249ca3 Fix the pool's keepalive\n9ffeb25 Older\n4976eff Oldest\n",
        "3249ca3 2026-02-25 15:41:00 -0500 Fix the pool's keepalive\n",
        "2026-02-25T15:41:00-05:00 3249ca3 Dev: fix\n2026-02-24T15:41:00-05:00 9ffeb25 Dev: older\n",
        "3249ca3|Dev|2026-02-25 15:41:00 -0500|Fix\n9ffeb25|Dev|2026-02-24 15:41:00 -0500|Older\n");
  }

  @Override
  public boolean begins(Line line, LineReader ahead) throws IOException {
    String text = Escapes.strip(line.text());
    if (COMMIT.matcher(text).matches()) {
      Line next = ahead.peek(0);
      return next == null
          || next.text().contains("Author:")
          || next.text().contains("Merge:")
          || next.blank()
          || COMMIT.matcher(next.text()).matches()
          || next.text().startsWith("    ");
    }
    if (!oneLine(text)) {
      return false;
    }
    int others = 0;
    for (int i = 0; i < 3; i++) {
      Line next = ahead.peek(i);
      if (next == null) {
        return i == 0 || others == i;
      }
      if (next.blank()) {
        return others == i;
      }
      others += oneLine(Escapes.strip(next.text())) ? 1 : 0;
    }
    return others >= 2;
  }

  /**
   * Whether a line is one commit: a hash with letters and digits, and a subject; or a date first.
   */
  static boolean oneLine(String text) {
    CommitLine commit = CommitLine.of(text);
    return commit != null && hash(commit.hash());
  }

  static boolean hash(String text) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      letter |= text.charAt(i) >= 'a';
      digit |= Stamp.digit(text.charAt(i));
    }
    return letter && digit;
  }

  static Matcher commit(String text) {
    return COMMIT.matcher(text);
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new GitBlock(this, reading);
  }
}
