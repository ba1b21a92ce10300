package dev.debrief.desktop.draft;

import dev.debrief.desktop.session.Edit;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.report.DraftMerge;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The report in the making: its text, its marks, and how it and the evidence find each other. */
public final class DraftModel {
  /** A line as a footnote names it, and as an added finding does. */
  private static final Pattern PLACE =
      Pattern.compile(
          "`(?<file>[^`]+)` line (?<line>\\d{1,9})(?!\\d)"
              + "|(?<path>[^\\s`|(\\[]+?):(?<number>\\d{1,9})(?!\\d)");

  private final Session session;
  private final UnaryOperator<String> redaction;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty template = new SimpleStringProperty("outage");
  private final ObservableList<Drafting.Mark> marks = FXCollections.observableArrayList();
  private final ObjectProperty<Set<String>> red = new SimpleObjectProperty<>(Set.of());
  private final ObservableList<String> templates = FXCollections.observableArrayList();
  private final ObservableList<DraftHistory.Version> versions = FXCollections.observableArrayList();
  private final IntegerProperty caret = new SimpleIntegerProperty(0);
  private final BooleanProperty checked = new SimpleBooleanProperty();
  private final ObjectProperty<Boolean> written = new SimpleObjectProperty<>(false);
  private final PauseTransition settle = new PauseTransition(Duration.millis(700));
  private Optional<Drafting> drafting = Optional.empty();
  private String base = "";
  private long generation;

  /**
   * Follows the session: its drafted findings, its selection.
   *
   * @param redaction what a finding's words go through before they stand in the text
   */
  public DraftModel(Session session, UnaryOperator<String> redaction) {
    this.session = session;
    this.redaction = redaction;
    settle.setOnFinished(event -> settled());
    text.subscribe(
        changed -> {
          checked.set(false);
          settle.playFromStart();
        });
    session
        .drafted()
        .addListener(
            (SetChangeListener<String>)
                change -> {
                  if (written.get()) {
                    added(change.getElementAdded(), change.getElementRemoved());
                  }
                });
    session
        .selection()
        .subscribe(
            selection -> {
              if (selection instanceof Selection.OfLine(Evidence line)) {
                lineOf(line).ifPresent(caret::set);
              }
            });
    template.addListener(
        (property, before, now) -> {
          if (drafting.isPresent() && now != null) {
            load();
          }
        });
  }

  /** Shows another case's draft; written when the page is first looked at. */
  public void open(Drafting newDrafting) {
    drafting = Optional.of(newDrafting);
    refreshTemplates();
    written.set(false);
    base = "";
    text.set("");
    marks.clear();
    red.set(Set.of());
    versions.clear();
  }

  /** Looks again which templates there are: the user may have put one into the config folder. */
  public void refreshTemplates() {
    drafting.ifPresent(
        desk -> {
          List<String> now = desk.templates();
          String chosen = template.get();
          // Only where they differ: a choice bound to them would let go of what is chosen.
          if (!templates.equals(now)) {
            templates.setAll(now);
            template.set(now.contains(chosen) ? chosen : now.getFirst());
          }
        });
  }

  /** Nothing to write about. */
  public void close() {
    drafting = Optional.empty();
    written.set(false);
    text.set("");
    marks.clear();
    red.set(Set.of());
    versions.clear();
  }

  /** Brings the kept draft, or writes the first. */
  public void load() {
    bring(
        false,
        (desk, name) -> {
          Drafting.Kept kept = desk.kept(name);
          if (!kept.edited().isEmpty()) {
            return kept;
          }
          String fresh = desk.write(name);
          return new Drafting.Kept(fresh, fresh);
        });
  }

  /** Writes anew from the case; what the user changed since is merged in, line by line. */
  public void refresh() {
    String before = base;
    String edited = text.get();
    bring(
        true,
        (desk, name) -> {
          String fresh = desk.write(name);
          return new Drafting.Kept(fresh, merged(before, edited, fresh));
        });
  }

  /** The author's edits and the new evidence in one text; where they differ, both, marked. */
  private static String merged(String before, String edited, String fresh) {
    if (edited.isEmpty()) {
      return fresh;
    }
    return before.isEmpty()
        ? DraftMerge.merge(edited, fresh).markdown()
        : DraftMerge.merge(before, edited, fresh).markdown();
  }

  private interface Bringing {
    Drafting.Kept from(Drafting desk, String template) throws Exception;
  }

  private void bring(boolean again, Bringing bringing) {
    if (drafting.isEmpty()) {
      return;
    }
    Drafting desk = drafting.get();
    String name = template.get();
    long asked = ++generation;
    session
        .work()
        .start(
            Texts.text("task.draft"),
            progress -> bringing.from(desk, name),
            kept -> {
              if (asked == generation) {
                take(kept, again);
                written.set(true);
                settle.playFromStart();
              }
            });
  }

  /** What was written again can be undone, as it went over what the author saw. */
  private void take(Drafting.Kept kept, boolean again) {
    String before = text.get();
    String baseBefore = base;
    String now = withAdded(kept.edited());
    if (again && written.get() && !before.equals(now)) {
      session
          .edits()
          .perform(
              new Edit(
                  Texts.text("edit.draftAgain"),
                  () -> put(kept.base(), now),
                  () -> put(baseBefore, before)));
    } else {
      put(kept.base(), now);
    }
  }

  private void put(String newBase, String markdown) {
    base = newBase;
    text.set(markdown);
  }

  private String withAdded(String markdown) {
    String whole = markdown;
    for (String id : session.drafted().stream().sorted().toList()) {
      Optional<Finding> finding = session.finding(id);
      if (finding.isPresent()) {
        whole = AddedFindings.with(whole, finding.get(), redaction);
      }
    }
    return whole;
  }

  private void added(@Nullable String in, @Nullable String out) {
    if (in != null) {
      session
          .finding(in)
          .ifPresent(finding -> text.set(AddedFindings.with(text.get(), finding, redaction)));
    }
    if (out != null) {
      session
          .finding(out)
          .ifPresent(finding -> text.set(AddedFindings.without(text.get(), finding, redaction)));
    }
  }

  /** Keeps at once what was written a moment ago: the case is about to be closed. */
  public void keep() {
    if (settle.getStatus() == Animation.Status.RUNNING) {
      settle.stop();
      settled();
    }
  }

  private void settled() {
    if (drafting.isEmpty() || !written.get()) {
      return;
    }
    Drafting desk = drafting.get();
    String now = text.get();
    String name = template.get();
    String before = base;
    session
        .work()
        .write(
            progress -> {
              desk.keep(name, new Drafting.Kept(before, now));
              return new Found(desk.check(now), desk.red(now));
            },
            found -> {
              if (text.get().equals(now)) {
                marks.setAll(found.marks());
                red.set(found.red());
                checked.set(true);
              }
              versions(desk, name);
            });
  }

  private record Found(List<Drafting.Mark> marks, Set<String> red) {}

  private void versions(Drafting desk, String name) {
    session
        .work()
        .aside(
            progress -> desk.history(name).versions(),
            kept -> {
              if (template.get().equals(name) && !versions.equals(kept)) {
                versions.setAll(kept);
              }
            });
  }

  /** Puts an earlier version in the text's place, which can be undone. */
  public void bringBack(DraftHistory.Version version) {
    String before = text.get();
    if (!before.equals(version.text())) {
      session
          .edits()
          .perform(
              new Edit(
                  Texts.text("edit.draftBack"),
                  () -> text.set(version.text()),
                  () -> text.set(before)));
    }
  }

  /** How the text read before, oldest first. */
  public ObservableList<DraftHistory.Version> versions() {
    return versions;
  }

  /** What the views share. */
  public Session session() {
    return session;
  }

  /** The Markdown. */
  public StringProperty text() {
    return text;
  }

  /** The template it was made from. */
  public StringProperty template() {
    return template;
  }

  /** The templates to choose from. */
  public ObservableList<String> templates() {
    return templates;
  }

  /** What the lint found, by line. */
  public ObservableList<Drafting.Mark> marks() {
    return marks;
  }

  /** The labels of the references that no longer fit the case. */
  ObjectProperty<Set<String>> red() {
    return red;
  }

  /** The line, from 0, that the editor is asked to show. */
  public IntegerProperty caret() {
    return caret;
  }

  /** Whether the text is there. */
  public ObjectProperty<Boolean> written() {
    return written;
  }

  /** The first evidence that a line of the text names, if it is of this case. */
  public Optional<Evidence> evidenceIn(String words) {
    Matcher matcher = PLACE.matcher(words);
    while (matcher.find()) {
      boolean footnote = matcher.group("file") != null;
      String source = matcher.group(footnote ? "file" : "path");
      long line = Long.parseLong(matcher.group(footnote ? "line" : "number"));
      if (line > 0 && session.sources().stream().anyMatch(s -> s.path().equals(source))) {
        return Optional.of(new Evidence(source, line));
      }
    }
    return Optional.empty();
  }

  /** The line, from 0, that names a piece of evidence. */
  OptionalInt lineOf(Evidence evidence) {
    List<String> lines = text.get().lines().toList();
    String footnote = "`" + evidence.source() + "` line " + evidence.line();
    Pattern whole =
        Pattern.compile(
            "(^|\\W)("
                + Pattern.quote(evidence.toString())
                + "|"
                + Pattern.quote(footnote)
                + ")(?!\\d)");
    for (int i = 0; i < lines.size(); i++) {
      if (whole.matcher(lines.get(i)).find()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the text as it stands was checked. */
  public BooleanProperty checked() {
    return checked;
  }

  /** How the marks stand, in words; empty where the text was not checked yet. */
  public String verdict() {
    if (!checked.get()) {
      return "";
    }
    return marks.isEmpty() ? Texts.text("draft.clean") : Texts.text("draft.marks", marks.size());
  }
}
