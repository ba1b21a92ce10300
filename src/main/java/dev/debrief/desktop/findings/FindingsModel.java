package dev.debrief.desktop.findings;

import dev.debrief.desktop.session.Edit;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.investigation.Chapter;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.util.ArrayList;
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
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The findings ranked and grouped, what is folded, what was dismissed, which one is selected. */
public final class FindingsModel {
  /** A group with more than this many begins folded, unless it carries the story. */
  private static final int FOLDED_ABOVE = 6;

  private final Session session;
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Severity> least = new SimpleObjectProperty<>(Severity.INFO);
  private final BooleanProperty showDismissed = new SimpleBooleanProperty(false);
  private final Set<Chapter> folded = EnumSet.noneOf(Chapter.class);
  private final IntegerProperty hidden = new SimpleIntegerProperty();
  private boolean refreshing;

  /** Follows the session's conclusions. */
  public FindingsModel(Session session) {
    this.session = session;
    session
        .conclusions()
        .subscribe(
            conclusions -> {
              folded.clear();
              chapters(conclusions.findings())
                  .forEach(
                      (chapter, findings) -> {
                        if (beginsFolded(chapter, findings.size())) {
                          folded.add(chapter);
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

  /** How many findings are not listed, as they are less grave than asked for or dismissed. */
  public ReadOnlyIntegerProperty hidden() {
    return hidden;
  }

  /** Lists every finding again. */
  public void showAll() {
    least.set(Severity.INFO);
    showDismissed.set(true);
  }

  /** What the views share. */
  public Session session() {
    return session;
  }

  /** Folds a group, or unfolds it. */
  public void fold(Chapter chapter) {
    if (!folded.remove(chapter)) {
      folded.add(chapter);
    }
    refresh();
  }

  /** Selects the finding everywhere and makes sure that its group is open. */
  public void select(Finding finding) {
    if (folded.remove(Chapter.of(finding))) {
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

  /** Whether the rows change of themselves, so that what is selected among them means nothing. */
  boolean refreshing() {
    return refreshing;
  }

  /** The finding that a reader should see first, if there is any: the outage, else the gravest. */
  public Optional<Finding> first() {
    List<Finding> kept =
        session.conclusions().get().findings().stream()
            .filter(finding -> !dismissed(finding))
            .toList();
    return Conclusions.worstOutage(kept)
        .or(
            () ->
                kept.stream()
                    .min(
                        Comparator.comparing(Finding::severity)
                            .reversed()
                            .thenComparing(Chapter::of)
                            .thenComparing(Chapter.RANK)));
  }

  /** The conclusions without the findings that were dismissed, as a draft is made from them. */
  Conclusions kept() {
    Conclusions all = session.conclusions().get();
    List<Finding> findings =
        all.findings().stream().filter(finding -> !dismissed(finding)).toList();
    return findings.size() == all.findings().size()
        ? all
        : new Conclusions(
            findings,
            all.changes(),
            all.lives(),
            all.signatures(),
            all.hypotheses(),
            all.unknowns());
  }

  /** The findings that were dismissed. */
  List<Finding> setAside() {
    return session.conclusions().get().findings().stream().filter(this::dismissed).toList();
  }

  /** What was dismissed or drafted goes by the ids of now: a replay's findings have others. */
  boolean dismissed(Finding finding) {
    return !session.replaying() && session.dismissed().containsKey(finding.id());
  }

  boolean drafted(Finding finding) {
    return !session.replaying() && session.drafted().contains(finding.id());
  }

  private boolean shown(Finding finding) {
    return finding.severity().compareTo(least.get()) >= 0
        && (showDismissed.get() || !dismissed(finding));
  }

  private void refresh() {
    List<Finding> shown =
        session.conclusions().get().findings().stream()
            .filter(this::shown)
            .sorted(Chapter.RANK)
            .toList();
    List<FindingRow> next = new ArrayList<>();
    chapters(shown)
        .forEach(
            (chapter, findings) -> {
              boolean closed = folded.contains(chapter);
              next.add(new FindingRow.Group(chapter, findings.size(), closed));
              if (!closed) {
                findings.forEach(finding -> next.add(row(finding)));
              }
            });
    hidden.set(session.conclusions().get().findings().size() - shown.size());
    refreshing = true;
    rows.setAll(next);
    refreshing = false;
  }

  private FindingRow row(Finding finding) {
    return new FindingRow.One(finding, dismissed(finding), drafted(finding));
  }

  private static boolean beginsFolded(Chapter chapter, int count) {
    return switch (chapter) {
      case OUTAGE, CHANGED, SILENCE -> false;
      case EXIT, NOT_JUDGED -> true;
      default -> count > FOLDED_ABOVE;
    };
  }

  private static Map<Chapter, List<Finding>> chapters(List<Finding> findings) {
    Map<Chapter, List<Finding>> chapters = new EnumMap<>(Chapter.class);
    for (Finding finding : findings) {
      chapters.computeIfAbsent(Chapter.of(finding), chapter -> new ArrayList<>()).add(finding);
    }
    return chapters;
  }
}
