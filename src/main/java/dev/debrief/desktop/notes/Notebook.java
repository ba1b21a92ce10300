package dev.debrief.desktop.notes;

import dev.debrief.model.Annotation;
import java.io.IOException;
import java.util.List;

/** Where pins and notes are kept. Called off the window's thread, one call at a time. */
public interface Notebook {
  /** Keeps one; the same under its id comes back. */
  Annotation annotate(Annotation annotation) throws IOException;

  /** Forgets one. */
  void remove(Annotation annotation) throws IOException;

  /** All of them by time. */
  List<Annotation> annotations() throws IOException;
}
