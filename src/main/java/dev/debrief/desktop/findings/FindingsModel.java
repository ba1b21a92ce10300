package dev.debrief.desktop.findings;

import dev.debrief.desktop.session.Edit;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Severity;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The findings ranked and grouped, what is folded, what was dismissed, which one is selected. */
public final class FindingsModel {
  /** A group with more than this many begins folded, unless it matters most. */
  private static final int FOLDED_ABOVE = 6;

  private static final Comparator<Finding> RANK =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed())
          .thenComparing(Finding::start)
          .thenComparing(Finding::id);

  /** Groups by their worst, then by how much of the story their kind tells. */
  private static final Comparator<Map.Entry<FindingKind, List<Finding>>> GROUP_RANK =
      Comparator.<Map.Entry<FindingKind, List<Finding>>, Severity>comparing(
              group -> group.getValue().getFirst().severity())
          .reversed()
          .thenComparing(group -> weight(group.getKey()));

  private final Session session;
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Severity> least = new SimpleObjectProperty<>(Severity.INFO);
  private final BooleanProperty showDismissed = new SimpleBooleanProperty(false);
  private final Set<FindingKind> folded = EnumSet.noneOf(FindingKind.class);

  /** Follows the session's conclusions. */
  public FindingsModel(Session session) {
    this.session = session;
    session
        .conclusions()
        .subscribe(
            conclusions -> {
              folded.clear();
              byKind(conclusions.findings())
                  .forEach(
                      (kind, findings) -> {
                        if (findings.size() > FOLDED_ABOVE) {
                          folded.add(kind);
                        }
                      });
              refresh();
            });
    InvalidationListener refresh = changed -> refresh();
    least.addListener(refresh);
    showDismissed.addListener(refresh);
    session.dismissed().addListener(refresh);
    session.drafted().addListener(refresh);
  }

  /** What the list shows, groups and findings. */
  public ObservableList<FindingRow> rows() {
    return rows;
  }

  /** The least severity shown. */
  public ObjectProperty<Severity> least() {
    return least;
  }

  /** Whether dismissed findings are listed too. */
  public BooleanProperty showDismissed() {
    return showDismissed;
  }

  /** What the views share. */
  public Session session() {
    return session;
  }

  /** Folds a group, or unfolds it. */
  public void fold(FindingKind kind) {
    if (!folded.remove(kind)) {
      folded.add(kind);
    }
    refresh();
  }

  /** Selects the finding everywhere and makes sure that its group is open. */
  public void select(Finding finding) {
    if (folded.remove(finding.kind())) {
      refresh();
    }
    session.show(finding);
  }

  /** The finding after the selected one in order of time, or the one before. */
  public void step(int direction) {
    List<Finding> byTime =
        session.conclusions().get().findings().stream()
            .filter(this::shown)
            .sorted(Comparator.comparing(Finding::start).thenComparing(Finding::id))
            .toList();
    if (byTime.isEmpty()) {
      return;
    }
    int at =
        session.selection().get() instanceof Selection.OfFinding(Finding now)
            ? byTime.indexOf(now)
            : direction > 0 ? -1 : byTime.size();
    select(byTime.get(Math.clamp(at + direction, 0, byTime.size() - 1)));
  }

  /** Dismisses a finding for a reason; undoable. */
  public void dismiss(Finding finding, String reason) {
    session
        .edits()
        .perform(
            new Edit(
                Texts.text("edit.dismiss", finding.id()),
                () -> session.dismissed().put(finding.id(), reason),
                () -> session.dismissed().remove(finding.id())));
  }

  /** Takes a dismissal back; undoable. */
  public void restore(Finding finding) {
    String reason = session.dismissed().getOrDefault(finding.id(), "");
    session
        .edits()
        .perform(
            new Edit(
                Texts.text("edit.restore", finding.id()),
                () -> session.dismissed().remove(finding.id()),
                () -> session.dismissed().put(finding.id(), reason)));
  }

  /** Adds a finding to the draft, or takes it out again; undoable. */
  public void draft(Finding finding, boolean in) {
    Consumer<Boolean> put =
        now -> {
          if (now) {
            session.drafted().add(finding.id());
          } else {
            session.drafted().remove(finding.id());
          }
        };
    session
        .edits()
        .perform(
            new Edit(
                Texts.text(in ? "edit.draft" : "edit.undraft", finding.id()),
                () -> put.accept(in),
                () -> put.accept(!in)));
  }

  private static int weight(FindingKind kind) {
    return switch (kind) {
      case OUTAGE -> 0;
      case KNOWN_CAUSE -> 1;
      case CHANGE_IMPACT -> 2;
      case SILENCE -> 3;
      case RESTART_BURST -> 4;
      case NEW_SIGNATURE -> 5;
      case SIMULTANEOUS_EXIT -> 6;
      case LOG_GAP -> 7;
      case SUPERVISOR_BUDGET -> 8;
      case RESTART_BUDGET -> 9;
      case SIGNAL -> 10;
      case EXIT -> 11;
    };
  }

  /** The finding that a reader should see first, if there is any. */
  public Optional<Finding> first() {
    return session.conclusions().get().findings().stream()
        .min(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(finding -> weight(finding.kind()))
                .thenComparing(RANK));
  }

  private boolean shown(Finding finding) {
    return finding.severity().compareTo(least.get()) >= 0
        && (showDismissed.get() || !session.dismissed().containsKey(finding.id()));
  }

  private void refresh() {
    List<Finding> shown =
        session.conclusions().get().findings().stream().filter(this::shown).sorted(RANK).toList();
    List<FindingRow> next = new java.util.ArrayList<>();
    byKind(shown).entrySet().stream()
        .sorted(GROUP_RANK)
        .forEach(
            group -> {
              boolean closed = folded.contains(group.getKey());
              next.add(
                  new FindingRow.Group(
                      group.getKey(),
                      group.getValue().size(),
                      group.getValue().getFirst().severity(),
                      closed));
              if (!closed) {
                group.getValue().forEach(finding -> next.add(row(finding)));
              }
            });
    rows.setAll(next);
  }

  private FindingRow row(Finding finding) {
    return new FindingRow.One(
        finding,
        session.dismissed().containsKey(finding.id()),
        session.drafted().contains(finding.id()));
  }

  private static Map<FindingKind, List<Finding>> byKind(List<Finding> findings) {
    Map<FindingKind, List<Finding>> groups = new EnumMap<>(FindingKind.class);
    for (Finding finding : findings) {
      groups.computeIfAbsent(finding.kind(), kind -> new java.util.ArrayList<>()).add(finding);
    }
    return groups;
  }
}
