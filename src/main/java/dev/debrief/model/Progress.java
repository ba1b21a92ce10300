package dev.debrief.model;

/**
 * How slow work tells where it is and hears that it should stop. Called from the thread that works;
 * knows nothing of any screen.
 */
public interface Progress {
  /** Nobody looks and nobody cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

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
