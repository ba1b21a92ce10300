package dev.debrief.desktop.timeline;

import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a reader asks for on the timeline that others do. Nobody listens until they say so. */
public final class Requests {
  private Consumer<Instant> pin = at -> {};
  private Consumer<Instant> note = at -> {};
  private BiConsumer<Evidence, Consumer<Moment>> lookup = (line, found) -> {};
  private Runnable compare = () -> {};
  private Consumer<Instant> replay = at -> {};
  private Supplier<Instant> here = () -> Instant.EPOCH;

  Requests() {}

  void where(Supplier<Instant> instant) {
    here = instant;
  }

  /** Who pins an instant, without words. */
  public void onPin(Consumer<Instant> listener) {
    pin = listener;
  }

  /** Who asks for a note at an instant. */
  public void onNote(Consumer<Instant> listener) {
    note = listener;
  }

  /** Who finds when a line was written, and how exactly that is known. */
  public void onLookup(BiConsumer<Evidence, Consumer<Moment>> listener) {
    lookup = listener;
  }

  /** Who compares what is brushed. */
  public void onCompare(Runnable listener) {
    compare = listener;
  }

  /** Who replays from an instant on. */
  public void onReplay(Consumer<Instant> listener) {
    replay = listener;
  }

  void pin(Instant at) {
    pin.accept(at);
  }

  void note(Instant at) {
    note.accept(at);
  }

  void lookUp(Evidence line, Consumer<Moment> found) {
    lookup.accept(line, found);
  }

  void compare() {
    compare.run();
  }

  void replay() {
    replay.accept(here.get());
  }

  void replay(Instant at) {
    replay.accept(at);
  }
}
