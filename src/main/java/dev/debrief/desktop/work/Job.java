package dev.debrief.desktop.work;

import dev.debrief.model.Progress;

/** Work that takes time and gives a result. It never touches the window. */
@FunctionalInterface
public interface Job<T> {
  /** Does the work on whatever thread calls it. */
  T run(Progress progress) throws Exception;
}
