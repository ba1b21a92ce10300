package dev.debrief.desktop.work;

import dev.debrief.model.Progress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;

/**
 * The one way in which the window runs slow work. Long jobs wait for one another, as a case has one
 * writer; looks at the index run beside them, two at a time. Results arrive on the window's thread.
 */
public final class Work implements AutoCloseable {
  private static final long LONGEST_GOODBYE_S = 5;

  private final ExecutorService writer = threads("case", 1);
  private final ExecutorService readers = threads("look", 2);
  private final ExecutorService counters = threads("count", 1);
  private final ObservableList<Task<?>> running = FXCollections.observableArrayList();
  private final Consumer<Throwable> problems;
  private int open;

  /**
   * Starts with nothing to do.
   *
   * @param problems told on the window's thread of every failure that nobody else shows
   */
  public Work(Consumer<Throwable> problems) {
    this.problems = problems;
  }

  /** What runs or waits and is worth showing, in the order it was asked for. */
  public ObservableList<Task<?>> running() {
    return running;
  }

  /** Whether nothing runs or waits. */
  public boolean idle() {
    return open == 0;
  }

  /** Runs a long job, shown with its progress. */
  public <T> Task<T> start(String title, Job<T> job, Consumer<? super T> done) {
    JobTask<T> task = task(title, job, done, problems);
    running.add(task);
    task.stateProperty()
        .subscribe(
            state -> {
              switch (state) {
                case SUCCEEDED, FAILED, CANCELLED -> running.remove(task);
                case READY, SCHEDULED, RUNNING -> {}
              }
            });
    run(task, writer);
    return task;
  }

  /** Changes something small in the case, after what was asked for before; not shown. */
  public <T> Task<T> write(Job<T> job, Consumer<? super T> done) {
    JobTask<T> task = task("", job, done, problems);
    run(task, writer);
    return task;
  }

  /** Runs a quick look at the case, not shown. */
  public <T> Task<T> look(Job<T> job, Consumer<? super T> done) {
    return look(job, done, problems);
  }

  /** The same, where the asker says itself what a failure means. */
  public <T> Task<T> look(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    JobTask<T> task = task("", job, done, failed);
    run(task, readers);
    return task;
  }

  /** Counts something that nobody waits for, so that no look has to wait for it either. */
  public <T> Task<T> aside(Job<T> job, Consumer<? super T> done) {
    JobTask<T> task = task("", job, done, problems);
    run(task, counters);
    return task;
  }

  /** Tells of a failure, as of one that nobody else shows. */
  public void tell(Throwable failure) {
    problems.accept(failure);
  }

  /** What a clock asks for after the window was closed is not done any more. */
  private static void run(Task<?> task, ExecutorService on) {
    if (on.isShutdown()) {
      task.cancel();
    } else {
      on.execute(task);
    }
  }

  private <T> JobTask<T> task(
      String title, Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    JobTask<T> task = new JobTask<>(title, job);
    open++;
    task.stateProperty()
        .subscribe(
            state -> {
              switch (state) {
                case SUCCEEDED, FAILED, CANCELLED -> open--;
                case READY, SCHEDULED, RUNNING -> {}
              }
            });
    task.setOnSucceeded(event -> done.accept(task.getValue()));
    task.setOnFailed(
        event -> {
          if (!(task.getException() instanceof Progress.Cancelled)) {
            failed.accept(task.getException());
          }
        });
    return task;
  }

  private static ExecutorService threads(String name, int count) {
    return Executors.newFixedThreadPool(
        count, Thread.ofPlatform().daemon().name("debrief-" + name + "-", 1).factory());
  }

  /** Cancels what is shown; what was asked for in secret, such as keeping a note, is done first. */
  @Override
  public void close() {
    List.copyOf(running).forEach(Task::cancel);
    readers.shutdownNow();
    counters.shutdownNow();
    writer.shutdown();
    try {
      writer.awaitTermination(LONGEST_GOODBYE_S, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
