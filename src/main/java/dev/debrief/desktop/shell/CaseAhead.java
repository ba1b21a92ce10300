package dev.debrief.desktop.shell;

import dev.debrief.desktop.settings.Settings;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The case that the program was called with, opened and read while the toolkit starts and the
 * window is made: half a second of the time until its timeline stands there.
 */
public final class CaseAhead {
  private static final Progress QUICK_ONLY =
      new Progress() {
        @Override
        public void at(String what, long done, long total) {
          throw new Cancelled();
        }

        @Override
        public boolean cancelled() {
          return true;
        }
      };

  private final Path path;
  private final FutureTask<Cases.Opened> task;

  private CaseAhead(Path path, FutureTask<Cases.Opened> task) {
    this.path = path;
    this.task = task;
  }

  /** Begins, where the path is a case. */
  public static Optional<CaseAhead> of(Path path, Settings settings) {
    if (!CasePaths.isCase(path)) {
      return Optional.empty();
    }
    String rules = settings.rules().get();
    FutureTask<Cases.Opened> task = new FutureTask<>(() -> opened(path, rules));
    Thread.ofPlatform().daemon().name("debrief-ahead").start(task);
    return Optional.of(new CaseAhead(path, task));
  }

  private static Cases.Opened opened(Path path, String rules) throws InputProblem, IOException {
    return Cases.Opened.of(OpenCase.open(path, () -> RulesInUse.of(rules)), QUICK_ONLY);
  }

  /** What the case is called. */
  String name() {
    return CasePaths.nameOf(path);
  }

  /**
   * The case once it is open. Nothing where it is another, or where opening it failed or takes
   * long, as when it has to be concluded anew: that is left to the window, where it is seen.
   */
  Optional<Cases.Opened> opened(Path wanted) {
    if (!path.equals(wanted)) {
      return Optional.empty();
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return Optional.of(task.get());
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      return Optional.empty();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
