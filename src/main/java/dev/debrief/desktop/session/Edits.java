package dev.debrief.desktop.session;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Everything the user did in this window, to undo and redo. */
public final class Edits {
  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper nextUndo = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nextRedo = new ReadOnlyStringWrapper("");

  /** Does it and keeps it; what was undone before is forgotten. */
  public void perform(Edit edit) {
    edit.redo().run();
    done.push(edit);
    undone.clear();
    tell();
  }

  /** Takes the last edit back, if there is one. */
  public void undo() {
    if (!done.isEmpty()) {
      Edit edit = done.pop();
      edit.undo().run();
      undone.push(edit);
      tell();
    }
  }

  /** Does again what was undone last, if anything was. */
  public void redo() {
    if (!undone.isEmpty()) {
      Edit edit = undone.pop();
      edit.redo().run();
      done.push(edit);
      tell();
    }
  }

  /** Forgets all: another case is open. */
  public void clear() {
    done.clear();
    undone.clear();
    tell();
  }

  /** The name of the edit that undo would take back, or empty. */
  public ReadOnlyStringProperty nextUndo() {
    return nextUndo.getReadOnlyProperty();
  }

  /** The name of the edit that redo would do again, or empty. */
  public ReadOnlyStringProperty nextRedo() {
    return nextRedo.getReadOnlyProperty();
  }

  private void tell() {
    nextUndo.set(done.isEmpty() ? "" : done.peek().name());
    nextRedo.set(undone.isEmpty() ? "" : undone.peek().name());
  }
}
