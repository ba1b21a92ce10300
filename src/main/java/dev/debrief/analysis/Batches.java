package dev.debrief.analysis;

import dev.debrief.model.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands a stream of records to several groups of collectors, all of them in the stream's order: the
 * first group on the thread that reads the records, while they are still at hand, each other group
 * on a thread of its own. On two processors a pass over a large case takes little more than half
 * the time. A stream that ends within one batch starts no thread.
 *
 * <p>Records are immutable and a batch is not touched once handed over, so the groups share them;
 * no group may share anything else with another.
 */
final class Batches implements AutoCloseable {
  /** A processor's own cache holds as many records as are on their way from one to the other. */
  private static final int SIZE = 256;

  /** Batches that wait for a group: memory is bounded by a few thousand records. */
  private static final int WAITING = 8;

  private final Group first;
  private final List<Group> groups;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private List<LogRecord> batch = new ArrayList<>(SIZE);
  private volatile boolean closed;

  private final class Group {
    private final List<Collector> collectors;
    private final BlockingQueue<List<LogRecord>> waiting = new ArrayBlockingQueue<>(WAITING);
    private @Nullable Thread thread;

    Group(List<Collector> collectors) {
      this.collectors = collectors;
    }

    void take(List<LogRecord> records) {
      for (Collector collector : collectors) {
        for (LogRecord record : records) {
          collector.take(record);
        }
      }
    }

    private void work() {
      try {
        for (List<LogRecord> next = await(); !next.isEmpty(); next = await()) {
          if (failure.get() == null) {
            take(next);
          }
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
        waiting.clear();
      }
    }

    /** The next batch; an empty one where there is none any more. */
    private List<LogRecord> await() {
      try {
        while (!closed) {
          List<LogRecord> next = waiting.poll(50, TimeUnit.MILLISECONDS);
          if (next != null) {
            return next;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }
  }

  /** Groups that share nothing; the collectors of one take a batch one after the other. */
  Batches(List<List<Collector>> groups) {
    this.first = new Group(groups.getFirst());
    this.groups = groups.stream().skip(1).map(Group::new).toList();
  }

  /** Takes the next record. Waits while a group is far behind. */
  void take(LogRecord record) {
    batch.add(record);
    if (batch.size() == SIZE) {
      handOver(batch);
      batch = new ArrayList<>(SIZE);
    }
  }

  private void handOver(List<LogRecord> records) {
    for (Group group : groups) {
      if (group.thread == null) {
        group.thread = Thread.ofPlatform().daemon().name("debrief-analysis").start(group::work);
      }
      try {
        while (!group.waiting.offer(records, 50, TimeUnit.MILLISECONDS)) {
          check();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    check();
    first.take(records);
  }

  /** Waits until every collector has had every record. */
  void end() {
    boolean small = groups.stream().allMatch(group -> group.thread == null);
    if (small) {
      first.take(batch);
      groups.forEach(group -> group.take(batch));
      return;
    }
    if (!batch.isEmpty()) {
      handOver(batch);
    }
    handOver(List.of());
    join();
    check();
  }

  private void join() {
    for (Group group : groups) {
      Thread thread = group.thread;
      if (thread == null) {
        continue;
      }
      try {
        thread.join();
      } catch (InterruptedException e) {
        closed = true;
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private void check() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  /** Lets the threads go, whatever they still had to do. */
  @Override
  public void close() {
    closed = true;
  }
}
