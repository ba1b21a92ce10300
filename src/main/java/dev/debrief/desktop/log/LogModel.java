package dev.debrief.desktop.log;

import dev.debrief.desktop.session.Edit;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.TimeRange;
import dev.debrief.store.RecordIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The log table's contents: what is searched for, the rows, where the table stands. */
public final class LogModel {
  private final Session session;
  private final LazyRows rows = new LazyRows(page -> fetch((int) page));
  private final Looks looks;
  private final FacetCounts counts;
  private final ObjectProperty<Facets> facets = new SimpleObjectProperty<>(Facets.NONE);
  private final BooleanProperty folding = new SimpleBooleanProperty(true);
  private final LongProperty matches = new SimpleLongProperty();
  private final IntegerProperty position = new SimpleIntegerProperty(-1);
  private final IntegerProperty loaded = new SimpleIntegerProperty();
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty remark = new SimpleStringProperty("");
  private final ObjectProperty<List<String>> terms = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Optional<Message>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private RecordIndex index = new NoRecords();
  private Optional<Evidence> wanted = Optional.empty();
  private boolean holding;
  private boolean mistaken;

  /** Follows the session's search, brush and selection. */
  public LogModel(Session session) {
    this.session = session;
    this.looks = new Looks(session.work());
    this.counts = new FacetCounts(session.work());
    session.query().addListener((property, before, now) -> search());
    session.brush().addListener((property, before, now) -> search());
    session.knownUntil().addListener((property, before, now) -> search());
    session.selection().addListener((property, before, now) -> follow(now));
    folding.addListener((property, before, now) -> search());
    facets.addListener((property, before, now) -> search());
  }

  /** Shows another case. */
  public void open(RecordIndex records) {
    index = records;
    hold(() -> facets.set(Facets.NONE));
    search();
  }

  /** Shows no case. */
  public void close() {
    open(new NoRecords());
  }

  /** The records behind the table. */
  public RecordIndex index() {
    return index;
  }

  /** From the first entry of the case to the last. */
  public TimeRange extent() {
    return index.extent();
  }

  /** What the views share. */
  public Session session() {
    return session;
  }

  /** The matching rows. */
  public ObservableList<LogRow> rows() {
    return rows;
  }

  /** How many lines match. */
  public LongProperty matches() {
    return matches;
  }

  /** The row to be shown and selected, -1 for none. */
  public IntegerProperty position() {
    return position;
  }

  /** The message whose row, or a line of which, is selected. */
  ObjectProperty<Optional<Message>> chosen() {
    return chosen;
  }

  /** Whether the lines of one message are one row, until it is unfolded. */
  public BooleanProperty folding() {
    return folding;
  }

  /** Grows with every page that arrives. */
  IntegerProperty loaded() {
    return loaded;
  }

  /** What is wrong with the search, or empty. */
  public StringProperty problem() {
    return problem;
  }

  /** Why a jump led nowhere, until the next step; else empty. */
  public StringProperty remark() {
    return remark;
  }

  /** The words to highlight. */
  ObjectProperty<List<String>> terms() {
    return terms;
  }

  /** The chosen filters. */
  public ObjectProperty<Facets> facets() {
    return facets;
  }

  /** What each filter would leave. */
  FacetCounts counts() {
    return counts;
  }

  /** Chooses a value as a filter, or lets it go, which can be undone. */
  public void choose(String field, String value, boolean in) {
    Filters now = Filters.of(this);
    narrow(now, new Filters(now.facets().with(field, value, in), now.query(), now.brush()));
  }

  /** Narrows to the lines that have the shape of this one; false where it has no words. */
  public boolean likeThis(Entry entry) {
    String shape = Shapes.of(entry);
    if (!shape.isEmpty()) {
      choose(Shapes.FIELD, shape, true);
    }
    return !shape.isEmpty();
  }

  /** Narrows to the lines like the selected one. */
  public void likeSelected() {
    chosen.get().ifPresent(message -> likeThis(message.head()));
  }

  /** Whether anything narrows the log. */
  public boolean narrowed() {
    return Filters.of(this).any();
  }

  /** Shows everything again, which can be undone. */
  public void clear() {
    if (narrowed()) {
      narrow(Filters.of(this), Filters.NONE);
    } else {
      search();
    }
  }

  private void narrow(Filters before, Filters now) {
    if (!now.equals(before)) {
      session
          .edits()
          .perform(
              new Edit(
                  Texts.text(now.any() ? "edit.filter" : "edit.showAll"),
                  () -> put(now),
                  () -> put(before)));
    }
  }

  private void put(Filters filters) {
    hold(
        () -> {
          facets.set(filters.facets());
          session.query().set(filters.query());
          session.brush().set(filters.brush());
        });
    search();
  }

  /** How much is shown, in words. */
  String standing() {
    if (mistaken || loaded.get() == 0) {
      return "";
    }
    long lines = matches.get();
    long messages = (long) rows.size() - rows.further();
    return messages == lines
        ? Texts.text("log.rows", lines)
        : Texts.text("log.messages", messages, lines);
  }

  /** Selects a row, and so its line everywhere. */
  void select(LogRow row) {
    if (row instanceof LogRow.Shown shown) {
      remark.set("");
      position.set(row.index());
      choose(row.index());
      session.show(shown.entry().evidence());
    }
  }

  /** Shows the further lines of the message at a row, or takes them away. */
  public void toggle(int row) {
    int rank = rows.rankOf(row);
    if (rows.isUnfolded(rank)) {
      fold(row);
    } else {
      unfold(row);
    }
  }

  /** Shows the further lines of the message at a row. */
  void unfold(int row) {
    if (rows.get(row) instanceof LogRow.Loaded head) {
      rows.unfold(rows.rankOf(row), head.message());
    }
  }

  /** Takes the further lines of the message at a row away and goes to its first. */
  void fold(int row) {
    int rank = rows.rankOf(row);
    if (rows.isUnfolded(rank)) {
      int head = rows.indexOfRank(rank);
      position.set(head);
      rows.fold(rank);
    }
  }

  /** Goes to where the log speaks again after the next long silence. */
  public void nextGap() {
    jump(LogSearch::afterGap, "log.noGap");
  }

  /** Goes to where the next burst begins. */
  public void nextBurst() {
    jump(LogSearch::burst, "log.noBurst");
  }

  /** Goes to the first row at or after an instant. */
  public void goTo(Instant at) {
    LogSearch search = current();
    looks.look(progress -> search.rowAt(at), rank -> goToRank(Math.min(rank, rows.size() - 1L)));
  }

  /** Searches anew. */
  public void search() {
    if (holding) {
      return;
    }
    looks.renew();
    LogSearch search = current();
    record Found(LogSearch.First first, String problem) {}
    looks.look(
        progress -> {
          try {
            return new Found(search.first(), "");
          } catch (InputProblem mistake) {
            return new Found(
                new LogSearch.First(List.of(), 0, 0),
                Texts.text("log.problem", mistake.what(), mistake.remedy()));
          }
        },
        found -> take(search, found.first(), found.problem()));
  }

  private LogSearch current() {
    return new LogSearch(
        index,
        new Narrowing(session.query().get(), facets.get(), session.inSight(), folding.get()));
  }

  private void take(LogSearch search, LogSearch.First found, String mistake) {
    mistaken = !mistake.isEmpty();
    problem.set(mistake);
    remark.set("");
    terms.set(search.narrowing().terms());
    matches.set(found.lines());
    position.set(-1);
    rows.reset(found.rows());
    rows.bring(0, found.page());
    loaded.set(loaded.get() + 1);
    if (mistake.isEmpty()) {
      counts.count(search);
    }
    if (wanted.isPresent()) {
      place(wanted.get(), false);
    } else if (session.selection().get() instanceof Selection.OfLine(Evidence line)) {
      place(line, false);
    } else {
      if (rows.isEmpty() || session.selection().get() instanceof Selection.Nothing) {
        chosen.set(Optional.empty());
      }
      // The new rows begin where one was, not at their first.
      follow(session.selection().get());
    }
  }

  private void fetch(int page) {
    LogSearch search = current();
    looks.look(
        progress -> search.page(page),
        found -> {
          rows.bring(page, found);
          choose(position.get());
          loaded.set(loaded.get() + 1);
        },
        failure -> rows.failed(page));
  }

  private void follow(Selection selection) {
    switch (selection) {
      case Selection.OfLine(Evidence line) -> {
        int at = position.get();
        boolean here =
            at >= 0
                && at < rows.size()
                && rows.get(at) instanceof LogRow.Shown row
                && row.entry().evidence().equals(line);
        if (mistaken) {
          wanted = Optional.of(line);
          clear();
        } else if (!here) {
          place(line, true);
        }
      }
      case Selection.OfFinding(var finding) -> goTo(finding.start());
      case Selection.OfChange(var change) -> goTo(change.moment().at());
      case Selection.OfInstant(var at) -> goTo(at);
      case Selection.Nothing nothing -> {}
    }
  }

  /** Finds the row of a line among the matches; widens the search where it is not among them. */
  private void place(Evidence line, boolean widen) {
    wanted = Optional.of(line);
    LogSearch search = current();
    looks.look(
        progress -> search.place(line, progress),
        found -> {
          wanted = Optional.empty();
          if (found.isPresent()) {
            stand(found.get());
          } else if (widen && narrowed()) {
            wanted = Optional.of(line);
            clear();
          } else if (!widen) {
            chosen.set(Optional.empty());
          }
        });
  }

  private void stand(LogSearch.Place place) {
    int rank = (int) place.row();
    if (place.line() > 0) {
      rows.unfold(rank, place.message());
    }
    position.set(rows.indexOfRank(rank) + place.line());
    chosen.set(Optional.of(place.message()));
  }

  private interface Jump {
    long row(LogSearch search, Optional<Instant> from) throws InputProblem;
  }

  private void jump(Jump jump, String none) {
    LogSearch search = current();
    int at = position.get();
    Optional<Instant> from =
        at >= 0 && at < rows.size() && rows.get(at) instanceof LogRow.Shown row
            ? Optional.of(row.entry().moment().at())
            : Optional.empty();
    looks.look(
        progress -> jump.row(search, from),
        rank -> {
          remark.set(rank < 0 ? Texts.text(none) : "");
          goToRank(rank);
        });
  }

  private void goToRank(long rank) {
    if (rank >= 0 && !rows.isEmpty()) {
      int row = rows.indexOfRank((int) Math.min(rank, rows.size() - 1L));
      position.set(row);
      choose(row);
    }
  }

  /** Takes note of the message at a row, as soon as it is here. */
  private void choose(int row) {
    if (row >= 0 && row < rows.size()) {
      int head = rows.indexOfRank(rows.rankOf(row));
      if (rows.get(head) instanceof LogRow.Loaded here) {
        chosen.set(Optional.of(here.message()));
      }
    } else {
      chosen.set(Optional.empty());
    }
  }

  private void hold(Runnable changes) {
    holding = true;
    try {
      changes.run();
    } finally {
      holding = false;
    }
  }
}
