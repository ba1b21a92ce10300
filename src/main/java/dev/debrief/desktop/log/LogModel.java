package dev.debrief.desktop.log;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.store.Page;
import dev.debrief.store.RecordIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The log table's contents: what is searched for, the rows, the facets, where the table stands. */
public final class LogModel {
  private static final int MOST_VALUES = 12;
  private static final int RHYTHM_PARTS = 1_200;

  private final Session session;
  private final LazyRows rows = new LazyRows(page -> fetch((int) page));
  private final Facets facets = new Facets();
  private final LongProperty matches = new SimpleLongProperty();
  private final IntegerProperty position = new SimpleIntegerProperty(-1);
  private final IntegerProperty loaded = new SimpleIntegerProperty();
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<List<String>> terms = new SimpleObjectProperty<>(List.of());
  private final ObservableMap<String, Map<String, Long>> values =
      FXCollections.observableMap(new TreeMap<>());
  private RecordIndex index = new NoRecords();
  private long generation;
  private Optional<Evidence> wanted = Optional.empty();

  /** Follows the session's search, brush and selection. */
  public LogModel(Session session) {
    this.session = session;
    session.query().addListener((property, before, now) -> search());
    session.brush().addListener((property, before, now) -> search());
    session.knownUntil().addListener((property, before, now) -> search());
    session.selection().addListener((property, before, now) -> follow(now));
  }

  /** Shows another case. */
  public void open(RecordIndex records) {
    index = records;
    facets.clear();
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

  /** How many entries match. */
  public LongProperty matches() {
    return matches;
  }

  /** The row to be shown and selected, -1 for none. */
  public IntegerProperty position() {
    return position;
  }

  /** Grows with every page that arrives. */
  IntegerProperty loaded() {
    return loaded;
  }

  /** What is wrong with the search, or empty. */
  public StringProperty problem() {
    return problem;
  }

  /** The words to highlight. */
  ObjectProperty<List<String>> terms() {
    return terms;
  }

  /** By field, its values and their counts. */
  ObservableMap<String, Map<String, Long>> values() {
    return values;
  }

  /** Whether a value was chosen as a filter. */
  boolean chosen(String field, String value) {
    return facets.has(field, value);
  }

  /** Chooses a value as a filter, or lets it go. */
  public void choose(String field, String value, boolean in) {
    facets.choose(field, value, in);
    search();
  }

  /** Whether anything narrows the log. */
  public boolean narrowed() {
    return facets.any()
        || !session.query().get().isBlank()
        || !session.brush().get().equals(TimeRange.ALWAYS);
  }

  /** Shows everything again. */
  public void clear() {
    facets.clear();
    boolean changes =
        !session.query().get().isEmpty() || !session.brush().get().equals(TimeRange.ALWAYS);
    session.query().set("");
    session.brush().set(TimeRange.ALWAYS);
    if (!changes) {
      search();
    }
  }

  /** Selects a row, and so its line everywhere. */
  void select(LogRow row) {
    if (row instanceof LogRow.Loaded loadedRow) {
      position.set(row.index());
      session.show(loadedRow.entry().evidence());
    }
  }

  /** Goes to where the log speaks again after the next long silence. */
  public void nextGap() {
    jump(true);
  }

  /** Goes to where the next burst begins. */
  public void nextBurst() {
    jump(false);
  }

  /** Goes to the first row at or after an instant. */
  public void goTo(Instant at) {
    long asked = generation;
    String query = query();
    TimeRange range = session.inSight();
    session
        .work()
        .look(
            progress -> index.count(query, before(range, at)),
            rank -> {
              if (asked == generation && !rows.isEmpty()) {
                position.set((int) Math.min(rank, rows.size() - 1));
              }
            });
  }

  /** Searches anew. */
  public void search() {
    generation++;
    long asked = generation;
    String query = query();
    TimeRange range = session.inSight();
    session
        .work()
        .look(
            progress -> {
              try {
                return new Found(index.search(query, range, 0, LazyRows.PAGE), "");
              } catch (InputProblem mistake) {
                return new Found(
                    new Page(List.of(), 0),
                    Texts.text("log.problem", mistake.what(), mistake.remedy()));
              }
            },
            found -> {
              if (asked == generation) {
                take(found);
              }
            });
  }

  private record Found(Page rows, String problem) {}

  private void take(Found found) {
    problem.set(found.problem());
    terms.set(Terms.of(session.query().get()));
    matches.set(found.rows().total());
    position.set(-1);
    rows.reset(found.rows().total());
    rows.bring(0, List.of(), found.rows().entries());
    loaded.set(loaded.get() + 1);
    if (found.problem().isEmpty()) {
      count();
    }
    if (wanted.isPresent()) {
      place(wanted.get(), false);
    } else if (session.selection().get() instanceof Selection.OfLine(Evidence line)) {
      place(line, false);
    }
  }

  private void count() {
    long asked = generation;
    String text = session.query().get();
    TimeRange range = session.inSight();
    for (String field : Facets.FIELDS) {
      String query = facets.narrow(text, field);
      session
          .work()
          .look(
              progress -> index.facet(field, query, range, MOST_VALUES),
              counts -> {
                if (asked == generation) {
                  values.put(field, counts);
                }
              });
    }
  }

  private void fetch(int page) {
    long asked = generation;
    String query = query();
    TimeRange range = session.inSight();
    int before = page == 0 ? 0 : 1;
    long offset = (long) page * LazyRows.PAGE - before;
    session
        .work()
        .look(
            progress -> index.search(query, range, offset, LazyRows.PAGE + before),
            found -> {
              if (asked == generation && found.entries().size() >= before) {
                List<Entry> all = found.entries();
                rows.bring(page, all.subList(0, before), all.subList(before, all.size()));
                loaded.set(loaded.get() + 1);
              }
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
                && rows.get(at) instanceof LogRow.Loaded row
                && row.entry().evidence().equals(line);
        if (!here) {
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
    long asked = generation;
    String query = query();
    TimeRange range = session.inSight();
    session
        .work()
        .look(
            progress -> rank(line, query, range, progress),
            rank -> {
              if (asked != generation) {
                return;
              }
              wanted = Optional.empty();
              if (rank >= 0) {
                position.set(rank.intValue());
              } else if (widen && narrowed()) {
                wanted = Optional.of(line);
                clear();
              }
            });
  }

  private long rank(Evidence line, String query, TimeRange range, Progress progress)
      throws Exception {
    Optional<Entry> entry = index.at(line);
    if (entry.isEmpty()) {
      return -1;
    }
    Instant at = entry.get().moment().at();
    long rank = index.count(query, before(range, at));
    while (true) {
      progress.stopIfCancelled();
      Page some = index.search(query, range, rank, LazyRows.PAGE);
      for (int i = 0; i < some.entries().size(); i++) {
        Entry found = some.entries().get(i);
        if (found.evidence().equals(line)) {
          return rank + i;
        }
        if (found.moment().at().isAfter(at)) {
          return -1;
        }
      }
      if (some.entries().size() < LazyRows.PAGE) {
        return -1;
      }
      rank += some.entries().size();
    }
  }

  private void jump(boolean gap) {
    long asked = generation;
    String query = query();
    TimeRange brush = session.inSight();
    int at = Math.max(0, position.get());
    Optional<Instant> from =
        at < rows.size() && rows.get(at) instanceof LogRow.Loaded row && position.get() >= 0
            ? Optional.of(row.entry().moment().at())
            : Optional.empty();
    session
        .work()
        .look(
            progress -> {
              TimeRange range = after(brush.from(), before(index.extent(), brush.to()));
              long[] counts = index.histogram(query, range, RHYTHM_PARTS);
              List<Integer> parts = gap ? Rhythm.afterGaps(counts) : Rhythm.bursts(counts);
              Duration length = range.length();
              for (int part : parts) {
                Instant start =
                    range.from().plus(length.multipliedBy(part).dividedBy(RHYTHM_PARTS));
                if (from.isEmpty() || start.isAfter(from.get())) {
                  return index.count(query, before(brush, start));
                }
              }
              return -1L;
            },
            rank -> {
              if (asked == generation) {
                if (rank >= 0 && rank < rows.size()) {
                  position.set(rank.intValue());
                } else {
                  problem.set(Texts.text(gap ? "log.noGap" : "log.noBurst"));
                }
              }
            });
  }

  private String query() {
    return facets.narrow(session.query().get(), "");
  }

  private static TimeRange after(Instant from, TimeRange range) {
    Instant begin = from.isBefore(range.from()) ? range.from() : from;
    return new TimeRange(begin.isAfter(range.to()) ? range.to() : begin, range.to());
  }

  private static TimeRange before(TimeRange range, Instant at) {
    Instant to = at.isBefore(range.from()) ? range.from() : at;
    return new TimeRange(range.from(), to.isAfter(range.to()) ? range.to() : to);
  }
}
