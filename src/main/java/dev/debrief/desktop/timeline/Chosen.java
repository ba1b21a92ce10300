package dev.debrief.desktop.timeline;

import dev.debrief.model.Evidence;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Mark;
import dev.debrief.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is selected on a timeline: a mark, a finding, a line, an instant. */
public final class Chosen {
  private final Supplier<Timeline> shown;
  private final StringProperty finding = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Evidence> evidence = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Mark> mark = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Instant> cursor = new SimpleObjectProperty<>();

  Chosen(Supplier<Timeline> shown) {
    this.shown = shown;
  }

  /** The selected finding's id; empty where none is. */
  public StringProperty findingProperty() {
    return finding;
  }

  /** The selected line; marks that stand on it stand out. */
  public ObjectProperty<@Nullable Evidence> evidenceProperty() {
    return evidence;
  }

  /** The mark that was clicked; null where none is. */
  public ObjectProperty<@Nullable Mark> markProperty() {
    return mark;
  }

  /** An instant marked across all lanes, such as that of the selected log line. */
  public ObjectProperty<@Nullable Instant> cursorProperty() {
    return cursor;
  }

  /** Selects a mark and what it stands on; nothing for null. */
  public void select(@Nullable Mark chosen) {
    mark.set(chosen);
    finding.set(chosen == null ? "" : chosen.basis().finding());
    evidence.set(
        chosen == null || chosen.basis().evidence().isEmpty()
            ? null
            : chosen.basis().evidence().getFirst());
    cursor.set(null);
  }

  /** Selects the next finding in time, or the one before, and says where it begins. */
  Optional<Instant> step(boolean forward) {
    List<Mark> findings = findings();
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    int at = -1;
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i).basis().finding().equals(finding.get())) {
        at = i;
      }
    }
    int next =
        at < 0
            ? forward ? 0 : findings.size() - 1
            : Math.clamp(at + (forward ? 1 : -1), 0, findings.size() - 1);
    select(findings.get(next));
    return Optional.of(findings.get(next).start());
  }

  /** From the beginning of what is selected to its end. */
  public Optional<TimeRange> range() {
    return Optional.ofNullable(mark.get())
        .or(
            () ->
                findings().stream()
                    .filter(m -> m.basis().finding().equals(finding.get()))
                    .findFirst())
        .map(chosen -> new TimeRange(chosen.start(), chosen.end()));
  }

  /** The selected instant: the cursor, or where the selected mark begins. */
  Optional<Instant> instant() {
    return Optional.ofNullable(cursor.get()).or(() -> range().map(TimeRange::from));
  }

  /** One mark for each finding, by time. */
  List<Mark> findings() {
    List<Mark> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    shown.get().lanes().stream()
        .flatMap(lane -> lane.marks().stream())
        .sorted(Comparator.comparing(Mark::start))
        .filter(each -> !each.basis().finding().isEmpty())
        .filter(each -> ids.add(each.basis().finding()))
        .forEach(found::add);
    return found;
  }
}
