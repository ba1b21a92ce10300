package dev.debrief.store;

import dev.debrief.model.InputProblem;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an open case holds: its lock, its rows, its index. Opening first removes what no row names,
 * which a process that was killed may have left.
 *
 * @param lock none where the case is looked at only and nothing there can be locked
 */
record OpenedCase(Layout layout, Optional<CaseLock> lock, Database database, LuceneIndex index) {
  /** Opens a case, or makes one in a folder that has none. */
  static OpenedCase of(Path folder) throws InputProblem, IOException {
    CaseLock lock = CaseLock.take(folder);
    Layout layout;
    try {
      layout = new Layout(folder);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
    return of(Optional.of(lock), layout);
  }

  /** Opens a case for looking: nothing of it is changed, not even the lock file. */
  static OpenedCase toLookAt(Path folder) throws InputProblem, IOException {
    return of(CaseLock.share(folder), Layout.toLookAt(folder));
  }

  private static OpenedCase of(Optional<CaseLock> lock, Layout layout)
      throws InputProblem, IOException {
    OpenedCase opened = null;
    try {
      opened = read(layout, lock);
      return opened;
    } catch (IOException | RuntimeException e) {
      throw Refusal.damaged(layout, e);
    } finally {
      if (opened == null && lock.isPresent()) {
        lock.get().close();
      }
    }
  }

  private static OpenedCase read(Layout layout, Optional<CaseLock> lock)
      throws InputProblem, IOException {
    if (layout.isEmptied()) {
      throw new IOException("case.db is empty");
    }
    Database database =
        layout.readOnly() ? Database.look(layout.database()) : Database.open(layout.database());
    try {
      CaseRows rows = new CaseRows(database);
      if (rows.commit().isEmpty() && !layout.readOnly()) {
        try (IndexFeed feed = IndexFeed.after(layout.index(), Optional.empty())) {
          feed.commit(CaseRows.FIRST_COMMIT);
        }
        rows.putCommit(CaseRows.FIRST_COMMIT);
      }
      if (!layout.readOnly()) {
        layout.keepOnly(rows.sha256s());
      }
      LuceneIndex index = index(layout, rows);
      try {
        index.checkWhereQuick();
        if (!layout.readOnly()) {
          layout.notes().keep(rows);
        }
      } catch (IOException | RuntimeException e) {
        index.close();
        throw e;
      }
      return new OpenedCase(layout, lock, database, index);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The index as the rows name it. */
  static LuceneIndex index(Layout layout, CaseRows rows) throws IOException {
    String commit = rows.commit().orElseThrow();
    TimeRange extent = rows.extent();
    return LuceneIndex.open(layout.index(), commit, layout.volumes(rows), extent);
  }
}
