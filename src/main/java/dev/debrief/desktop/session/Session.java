package dev.debrief.desktop.session;

import dev.debrief.desktop.work.Work;
import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/** What every view of one window shares: the case's contents, the one selection, the edits. */
public final class Session {
  private final Work work;
  private final Edits edits = new Edits();
  private final ObjectProperty<Conclusions> conclusions =
      new SimpleObjectProperty<>(Conclusions.NONE);
  private final ObservableList<Source> sources = FXCollections.observableArrayList();
  private final ObservableList<Annotation> annotations = FXCollections.observableArrayList();
  private final ObservableMap<String, String> dismissed = FXCollections.observableHashMap();
  private final ObservableSet<String> drafted = FXCollections.observableSet();
  private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
  private final ObjectProperty<TimeRange> brush = new SimpleObjectProperty<>(TimeRange.ALWAYS);
  private final ObjectProperty<Optional<Instant>> knownUntil =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
  private final StringProperty query = new SimpleStringProperty("");
  private final DoubleProperty size = new SimpleDoubleProperty(1);
  private Consumer<Selection> going = selection -> {};

  /** Empty, with a way to run slow work. */
  public Session(Work work) {
    this.work = work;
  }

  /** Runs slow work. */
  public Work work() {
    return work;
  }

  /** What can be undone. */
  public Edits edits() {
    return edits;
  }

  /** What the analysis concluded. */
  public ObjectProperty<Conclusions> conclusions() {
    return conclusions;
  }

  /** What was imported. */
  public ObservableList<Source> sources() {
    return sources;
  }

  /** Pins and notes, by start. */
  public ObservableList<Annotation> annotations() {
    return annotations;
  }

  /** The findings the author dismissed, by id, each with the reason. */
  public ObservableMap<String, String> dismissed() {
    return dismissed;
  }

  /** The ids of the findings that the author added to the draft. */
  public ObservableSet<String> drafted() {
    return drafted;
  }

  /** The one selection. */
  public ObjectProperty<Selection> selection() {
    return selection;
  }

  /** The range brushed in the timeline, {@link TimeRange#ALWAYS} where none is. */
  public ObjectProperty<TimeRange> brush() {
    return brush;
  }

  /** The instant that a replay stands at: nothing later is shown. Empty where all is known. */
  public ObjectProperty<Optional<Instant>> knownUntil() {
    return knownUntil;
  }

  /** Whether the case is shown as it was known at an earlier instant. */
  public boolean replaying() {
    return knownUntil.get().isPresent();
  }

  /** What of the log is shown: the brushed range, as far as it is known. */
  public TimeRange inSight() {
    TimeRange all = brush.get();
    return knownUntil
        .get()
        .map(until -> until.plusNanos(1))
        .filter(all.to()::isAfter)
        .map(to -> new TimeRange(all.from().isBefore(to) ? all.from() : to, to))
        .orElse(all);
  }

  /** The zone that times are shown in. */
  public ObjectProperty<ZoneId> zone() {
    return zone;
  }

  /** How large everything is shown: 1 as it was drawn up, 2 for twice that. */
  public DoubleProperty size() {
    return size;
  }

  /** The search in force, in Lucene's syntax; empty for everything. */
  public StringProperty query() {
    return query;
  }

  /** Selects a line wherever it is shown. */
  public void show(Evidence evidence) {
    selection.set(new Selection.OfLine(evidence));
  }

  /** Selects a finding wherever it is shown. */
  public void show(Finding finding) {
    selection.set(new Selection.OfFinding(finding));
  }

  /** Selects something, and goes to where it can be seen: somebody asked for just that. */
  public void goTo(Selection wanted) {
    selection.set(wanted);
    going.accept(wanted);
  }

  /** Who goes where a selection can be seen. */
  public void onGoing(Consumer<Selection> goer) {
    going = goer;
  }

  /** The finding under an id. */
  public Optional<Finding> finding(String id) {
    return conclusions.get().findings().stream().filter(f -> f.id().equals(id)).findFirst();
  }
}
