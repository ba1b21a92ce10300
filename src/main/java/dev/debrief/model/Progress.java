package dev.debrief.model;

import java.util.function.BooleanSupplier;

/**
 * How slow work tells where it is and hears that it should stop. Called from the thread that works;
 * knows nothing of any screen.
 */
public interface Progress {
  /** Nobody looks and nobody cancels. */
  Progress NONE = until(() -> false);

  /** Nobody looks; it is cancelled as soon as that holds, asked by the thread that works. */
  static Progress until(BooleanSupplier stop) {
    return new Progress() {
      @Override
      public void at(String what, long done, long total) {}

      @Override
      public boolean cancelled() {
        return stop.getAsBoolean();
      }
    };
  }

  /**
   * Says where the work is.
   *
   * @param what in the user's terms, such as {@code reading fly-logs.json}
   * @param done in the units of {@code total}
   * @param total 0 where it is not known
   */
  void at(String what, long done, long total);

  /** Whether the user asked to stop. */
  boolean cancelled();

  /**
   * Ends the work where the user asked to stop.
   *
   * @throws Cancelled if so
   */
  default void stopIfCancelled() {
    if (cancelled()) {
      throw new Cancelled();
    }
  }

  /** Thrown where work ends because the user asked for it. */
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Work that ends on request. */
    public Cancelled() {
      super("cancelled");
    }
  }
}
