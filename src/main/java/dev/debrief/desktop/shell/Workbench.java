package dev.debrief.desktop.shell;

import dev.debrief.desktop.compare.CompareModel;
import dev.debrief.desktop.draft.DraftModel;
import dev.debrief.desktop.findings.FindingsModel;
import dev.debrief.desktop.firstlook.FirstLookModel;
import dev.debrief.desktop.log.LogModel;
import dev.debrief.desktop.notes.NotesModel;
import dev.debrief.desktop.replay.ReplayModel;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.settings.Settings;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.timeline.TimelineModel;
import dev.debrief.desktop.work.Work;
import dev.debrief.report.Redaction;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Everything behind one window, without any of its controls. */
public final class Workbench implements AutoCloseable {
  private final Settings settings;
  private final ObjectProperty<Optional<Notice>> notice =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<View> before = Optional.empty();
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.START);
  private final ObjectProperty<Optional<OpenCase>> current =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty title = new SimpleStringProperty(Texts.text("app.name"));
  private final StringProperty awaited = new SimpleStringProperty("");
  private final Work work;
  private final Session session;
  private final FindingsModel findings;
  private final LogModel log;
  private final DraftModel draft;
  private final NotesModel notes;
  private final TimelineModel timeline = new TimelineModel();
  private final CompareModel compare;
  private final ReplayModel replay;
  private final FirstLookModel firstLook = new FirstLookModel();
  private final ObjectProperty<SidePage> side = new SimpleObjectProperty<>(SidePage.FINDINGS);
  private final Actions actions;
  private final Remembering remembering;

  /** No case is open yet. */
  public Workbench(Settings settings, FileAsk ask) {
    this.settings = settings;
    this.work = new Work(failure -> say(Notice.of(failure)));
    this.session = new Session(work);
    this.findings = new FindingsModel(session);
    this.log = new LogModel(session);
    this.draft = new DraftModel(session, text -> redaction().hide(text));
    this.notes = new NotesModel(session);
    this.compare = new CompareModel(session, timeline.brushes());
    this.replay = new ReplayModel(session, timeline);
    this.actions = new Actions(this, ask);
    session.zone().subscribe(zone -> firstLook.timeline().zoneProperty().set(zone));
    session.size().bind(settings.scale().divide(100.0));
    settings.trouble().subscribe(trouble -> trouble.map(Notice::of).ifPresent(this::say));
    session.onGoing(selection -> turnTo(view.get().showing(selection)));
    new SideLink(this).install();
    TimelineLink.between(timeline, session, actions);
    this.remembering = new Remembering(this);
  }

  /** What the user prefers. */
  public Settings settings() {
    return settings;
  }

  /** What all views share. */
  public Session session() {
    return session;
  }

  /** The findings as they are listed. */
  public FindingsModel findings() {
    return findings;
  }

  /** The log as it is shown. */
  public LogModel log() {
    return log;
  }

  /** The report in the making. */
  public DraftModel draft() {
    return draft;
  }

  /** Pins and notes. */
  public NotesModel notes() {
    return notes;
  }

  /** The timeline as it is seen. */
  public TimelineModel timeline() {
    return timeline;
  }

  /** The brushed range held against a baseline. */
  public CompareModel compare() {
    return compare;
  }

  /** The case as it was known earlier. */
  public ReplayModel replay() {
    return replay;
  }

  /** What is seen of a dump that is being read. */
  public FirstLookModel firstLook() {
    return firstLook;
  }

  /** What stands beside the timeline. */
  public ObjectProperty<SidePage> side() {
    return side;
  }

  /** What buttons, keys and drops do. */
  public Actions actions() {
    return actions;
  }

  /** What is kept with the case of the window itself. */
  Remembering remembering() {
    return remembering;
  }

  /** The page that shows. */
  public ObjectProperty<View> view() {
    return view;
  }

  /** Turns to the log where it can't be seen. */
  void showLog() {
    turnTo(view.get().showsLog() ? view.get() : View.LOG);
  }

  /** Goes to the page from which one was led elsewhere, and from there back again. */
  void back() {
    before.filter(page -> !page.ofCase() || current.get().isPresent()).ifPresent(this::turnTo);
  }

  private void turnTo(View page) {
    if (page != view.get()) {
      before = Optional.of(view.get());
      view.set(page);
    }
  }

  /** The open case. */
  public ObjectProperty<Optional<OpenCase>> current() {
    return current;
  }

  /** Whether a case is open. */
  public ObservableValue<Boolean> open() {
    return current.map(Optional::isPresent);
  }

  /** Whether the case may only be looked at, so that nothing done in the window is kept. */
  ObservableValue<Boolean> readOnly() {
    return current.map(open -> open.filter(OpenCase::readOnly).isPresent());
  }

  /** Whether something can be kept in the open case; where it can't, says so and what to do. */
  boolean keeps() {
    Optional<OpenCase> locked = current.get().filter(OpenCase::readOnly);
    locked.ifPresent(open -> hint(Texts.text("notice.readOnly", CasePaths.nameOf(open.path()))));
    return locked.isEmpty();
  }

  /** The case's name. */
  public StringProperty title() {
    return title;
  }

  /** The name of the case that the program was called with, until it is open; else empty. */
  StringProperty awaited() {
    return awaited;
  }

  /** What there is to tell the user. */
  public ObjectProperty<Optional<Notice>> notice() {
    return notice;
  }

  /** What a text goes through before it leaves the case. */
  Redaction redaction() {
    return settings.redactionOf(Redaction.standard());
  }

  void tell(String text) {
    say(Notice.good(text));
  }

  /** Says why nothing was done, or what is wanted first. */
  void hint(String text) {
    say(Notice.hint(text));
  }

  /** Shows a notice in place of the one before it. */
  void say(Notice what) {
    notice.set(Optional.of(what));
  }

  /** What runs slow work. */
  Work work() {
    return work;
  }

  /** Does something with the open case, where there is one. */
  void withCase(Consumer<OpenCase> what) {
    current.get().ifPresent(what);
  }

  /** Keeps what is to be kept, ends what runs, and lets the case go. */
  @Override
  public void close() {
    remembering.keep();
    draft.keep();
    Optional<OpenCase> open = current.get();
    current.set(Optional.empty());
    open.ifPresent(
        it ->
            work.write(
                progress -> {
                  it.close();
                  return it;
                },
                closed -> {}));
    work.close();
  }
}
