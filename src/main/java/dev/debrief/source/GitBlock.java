package dev.debrief.source;

import dev.debrief.model.Commit;
import dev.debrief.model.Moment;
import dev.debrief.model.Source.Note.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** A run of lines of {@code git log}. Commits are handed over oldest first. */
final class GitBlock implements Block {
  private static final int MOST = 200_000;

  private final Format format;
  private final Reading reading;
  private final List<Commit> commits = new ArrayList<>();
  private String hash = "";
  private long first;
  private int lines;
  private int blanks;
  private String author = "";
  private String date = "";
  private String subject = "";
  private boolean graph;

  GitBlock(Format format, Reading reading) {
    this.format = format;
    this.reading = reading;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean take(Line line, LineReader ahead) {
    String text = Escapes.strip(line.text());
    Matcher commit = GitLog.commit(text);
    if (commit.matches()) {
      finish();
      graph = text.indexOf("commit") > 0;
      begin(line, commit.group(1));
      return true;
    }
    if (!hash.isEmpty() && first > 0 && header(text)) {
      return true;
    }
    boolean indented = text.startsWith("    ") || (graph && text.matches("[*|\\\\/ ]+ .*"));
    if (!hash.isEmpty() && indented) {
      String words = text.replaceFirst("^[*|\\\\/ ]+", "").strip();
      if (subject.isEmpty()) {
        subject = words;
      }
      more();
      return true;
    }
    if (GitLog.oneLine(text)) {
      CommitLine one = CommitLine.of(text);
      if (one != null) {
        finish();
        begin(line, one.hash());
        author = one.author();
        date = one.date();
        subject = one.subject();
        return true;
      }
    }
    return false;
  }

  private void begin(Line line, String id) {
    hash = id;
    first = line.number();
    lines = 1;
    blanks = 0;
    author = "";
    date = "";
    subject = "";
  }

  private void more() {
    lines += blanks + 1;
    reading.unblank(format, blanks);
    blanks = 0;
  }

  private boolean header(String text) {
    String bare = graph ? text.replaceFirst("^[*|\\\\/ ]+", "") : text;
    if (bare.startsWith("Author: ")) {
      author = bare.substring(8).strip();
    } else if (bare.startsWith("Date: ") || bare.startsWith("AuthorDate: ")) {
      if (date.isEmpty()) {
        date = bare.substring(bare.indexOf(' ')).strip();
      }
    } else if (bare.startsWith("CommitDate: ")) {
      date = bare.substring(11).strip(); // when it was made what it is: after a rebase, not before
    } else if (!bare.startsWith("Merge: ")
        && !bare.startsWith("Commit: ")
        && !bare.startsWith("Reflog")
        && !bare.startsWith("gpg: ")) {
      return false;
    }
    more();
    return true;
  }

  /** Changed files and patches belong to their commit. */
  @Override
  public boolean follow(Line line) {
    if (hash.isEmpty()) {
      return false;
    }
    more();
    return true;
  }

  @Override
  public void blank(Line line) {
    blanks++;
  }

  @Override
  public void end() {
    finish();
    if (commits.isEmpty()) {
      return;
    }
    Moment newest = commits.getFirst().moment();
    Moment oldest = commits.getLast().moment();
    boolean forward = newest.known() && oldest.known() && newest.at().isBefore(oldest.at());
    if (!newest.known()) {
      reading
          .account(format)
          .note(
              Kind.LIMIT,
              0,
              "the commits have no dates",
              "save git log without --oneline to place them in time");
    }
    (forward ? commits : commits.reversed()).forEach(commit -> reading.entry(format, commit));
    commits.clear();
  }

  private void finish() {
    if (hash.isEmpty()) {
      return;
    }
    Moment moment = CommitLine.moment(date, reading.zone());
    if (moment == null && reading.captured()) {
      moment = Ages.before(reading.capturedAt(), date).orElse(null);
    }
    if (commits.size() < MOST) {
      commits.add(
          new Commit(
              reading.evidence(first),
              lines,
              moment == null ? reading.carried() : moment,
              hash,
              author,
              subject));
    } else {
      Account account = reading.account(format);
      account.continuations(lines);
      account.note(
          Kind.LIMIT,
          first,
          "there are more than " + MOST + " commits; those from here on are left out",
          "save the newer ones alone, with git log --since");
    }
    hash = "";
  }
}
