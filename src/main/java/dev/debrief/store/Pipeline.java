package dev.debrief.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that store and index the blocks which the reading thread fills. A block belongs to one
 * thread at a time; the queue is short, so that memory is bounded by a few blocks.
 */
final class Pipeline implements AutoCloseable {
  /** What is done with a block. */
  interface Work {
    void run() throws IOException;
  }

  private final BlockingQueue<Work> queue;
  private final List<Thread> threads = new ArrayList<>();
  private final Phaser pending = new Phaser(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean closed;

  Pipeline(int workers) {
    queue = new ArrayBlockingQueue<>(workers * 2);
    for (int i = 0; i < workers; i++) {
      threads.add(Thread.ofPlatform().daemon().name("debrief-index-" + i).start(this::work));
    }
  }

  /** How many threads there are. */
  int workers() {
    return threads.size();
  }

  private void work() {
    while (!closed) {
      try {
        Work work = queue.poll(50, TimeUnit.MILLISECONDS);
        if (work != null) {
          one(work);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // Out of memory between two blocks: a thread that ended of it would leave others waiting.
        failure.compareAndSet(null, e);
      }
    }
  }

  private void one(Work work) {
    try {
      if (failure.get() == null) {
        work.run();
      }
    } catch (IOException | RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      pending.arriveAndDeregister();
    }
  }

  /** Hands work over; waits while the threads are behind. */
  void hand(Work work) throws IOException {
    check();
    pending.register();
    boolean handed = false;
    try {
      queue.put(work);
      handed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      if (!handed) {
        pending.arriveAndDeregister();
      }
    }
  }

  /** Waits until everything handed over is done. */
  void drain() throws IOException {
    pending.arriveAndAwaitAdvance();
    check();
  }

  private void check() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      boolean waiting = true;
      while (waiting) {
        try {
          thread.join();
          waiting = false;
        } catch (InterruptedException e) {
          // The threads write into files that are about to be taken away: wait for them all the
          // same.
          closed = true;
        }
      }
    }
  }
}
