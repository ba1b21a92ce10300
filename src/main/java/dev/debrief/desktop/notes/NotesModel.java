package dev.debrief.desktop.notes;

import dev.debrief.desktop.session.Edit;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Annotation;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Pins and notes with their undo. */
public final class NotesModel {
  private final Session session;
  private Optional<Notebook> notebook = Optional.empty();

  /** Keeps nothing until a case is open. */
  public NotesModel(Session session) {
    this.session = session;
  }

  /** Keeps what the user pins in a case. */
  public void open(Notebook book) {
    notebook = Optional.of(book);
  }

  /** No case is open. */
  public void close() {
    notebook = Optional.empty();
  }

  /** Adds a pin or a note; undoable. */
  public void add(Annotation annotation) {
    AtomicReference<Annotation> kept = new AtomicReference<>(annotation);
    session
        .edits()
        .perform(new Edit(Texts.text("edit.note"), () -> put(annotation, kept), () -> take(kept)));
  }

  /** Removes one; undoable. */
  public void remove(Annotation annotation) {
    AtomicReference<Annotation> kept = new AtomicReference<>(annotation);
    session
        .edits()
        .perform(
            new Edit(Texts.text("edit.unnote"), () -> take(kept), () -> put(annotation, kept)));
  }

  /** Puts other words on one; undoable. */
  public void reword(Annotation annotation, String words) {
    Annotation changed =
        new Annotation(
            0,
            words.isEmpty() ? Annotation.Kind.PIN : Annotation.Kind.NOTE,
            annotation.start(),
            annotation.end(),
            words,
            annotation.evidence());
    AtomicReference<Annotation> kept = new AtomicReference<>(annotation);
    session
        .edits()
        .perform(
            new Edit(
                Texts.text("edit.reword"),
                () -> {
                  take(kept);
                  put(changed, kept);
                },
                () -> {
                  take(kept);
                  put(annotation, kept);
                }));
  }

  private void put(Annotation annotation, AtomicReference<Annotation> kept) {
    Annotation fresh =
        new Annotation(
            0,
            annotation.kind(),
            annotation.start(),
            annotation.end(),
            annotation.text(),
            annotation.evidence());
    change(book -> kept.set(book.annotate(fresh)));
  }

  private void take(AtomicReference<Annotation> kept) {
    change(book -> book.remove(Objects.requireNonNull(kept.get())));
  }

  private interface Deed {
    void doIn(Notebook book) throws IOException;
  }

  private void change(Deed deed) {
    notebook.ifPresent(
        book ->
            session
                .work()
                .write(
                    progress -> {
                      deed.doIn(book);
                      return book.annotations();
                    },
                    session.annotations()::setAll));
  }
}
