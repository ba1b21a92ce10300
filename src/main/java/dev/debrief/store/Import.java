package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import dev.debrief.source.Dump;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One import as one transaction. First every input's bytes are kept; what is read is the kept copy,
 * so that a file which grows or vanishes meanwhile can't tear the case. Then entries stream into
 * the index. Last the case file names it all in one commit.
 */
final class Import {
  private final Path folder;
  private final CaseRows rows;
  private final Originals originals;
  private final Progress progress;
  private final List<Source> added = new ArrayList<>();
  private final List<Source> unchanged = new ArrayList<>();
  private final List<Imported.Refused> refused = new ArrayList<>();

  Import(Path folder, CaseRows rows, Originals originals, Progress progress) {
    this.folder = folder;
    this.rows = rows;
    this.originals = originals;
    this.progress = progress;
  }

  Imported run(List<Input> inputs, ImportOptions options) throws InputProblem, IOException {
    List<Source> before = rows.sources();
    Database database = rows.database();
    database.begin();
    boolean done = false;
    try (IndexFeed feed =
        IndexFeed.after(folder.resolve("index"), Optional.of(rows.commit().orElseThrow()))) {
      Set<String> had = rows.sha256s();
      Set<String> names = new HashSet<>();
      before.forEach(source -> names.add(source.path()));
      for (Input input : inputs) {
        one(input, options, feed, had, names, before);
      }
      if (!added.isEmpty()) {
        String commit = CaseRows.newCommit();
        feed.commit(commit);
        rows.putCommit(commit);
        database.commit();
        done = true;
        feed.forgetOlder();
      }
      return new Imported(added, unchanged, refused);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (!done) {
        database.rollback();
        originals.keepOnly(rows.sha256s());
      }
    }
  }

  private void one(
      Input input,
      ImportOptions options,
      IndexFeed feed,
      Set<String> had,
      Set<String> names,
      List<Source> before)
      throws IOException {
    Originals.Kept kept;
    try (InputStream bytes = input.open()) {
      kept = originals.keep(bytes, input.name(), input.size(), progress);
    }
    if (!had.add(kept.sha256())) {
      before.stream().filter(s -> s.sha256().equals(kept.sha256())).forEach(unchanged::add);
      return;
    }
    String name = unique(input.name(), names);
    int place = had.size();
    Input copy =
        new Input(name, () -> originals.open(kept.sha256()), kept.bytes(), input.modified());
    rows.addOriginal(kept.sha256(), name, kept.bytes(), input.modified());
    try {
      List<Source> sources =
          Dump.read(copy, options, entry -> take(entry, kept.sha256(), feed, place), progress);
      for (Source source : sources) {
        rows.addSource(source);
        added.add(source);
      }
    } catch (InputProblem e) {
      refused.add(new Imported.Refused(input.name(), String.valueOf(e.getMessage())));
      rows.removeOriginal(kept.sha256());
    }
  }

  private void take(Entry entry, String sha256, IndexFeed feed, int place) {
    try {
      feed.add(entry, "", place);
      if (!(entry instanceof LogRecord) && !(entry instanceof Unparsed)) {
        rows.addFact(entry, sha256);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two inputs of one name but different bytes: evidence has to tell them apart. */
  private static String unique(String name, Set<String> names) {
    String unique = name;
    for (int n = 2; !names.add(unique); n++) {
      unique = name + " (" + n + ")";
    }
    return unique;
  }
}
