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
 * thread at a time, and a few of a quarter of a megabyte wait: enough to read on while one of the
 * threads writes what it gathered.
 */
final class Pipeline implements AutoCloseable {
  /** As many as the machine has processors for; more than one reader keeps busy gain nothing. */
  static final int WORKERS = Math.min(4, Runtime.getRuntime().availableProcessors());

  /** Blocks that wait. Four waited once: an import took a twentieth longer. */
  private static final int WAITING = 16;

  /** What is done with a block. */
  interface Work {
    void run() throws IOException;
  }

  private final BlockingQueue<Work> queue;
  private final List<Thread> threads = new ArrayList<>();
  private final Phaser pending = new Phaser(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean closed;

  Pipeline() {
    queue = new ArrayBlockingQueue<>(WAITING);
    for (int i = 0; i < WORKERS; i++) {
      threads.add(Thread.ofPlatform().daemon().name("debrief-index-" + i).start(this::work));
    }
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
