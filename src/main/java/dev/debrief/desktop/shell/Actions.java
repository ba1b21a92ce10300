package dev.debrief.desktop.shell;

import dev.debrief.desktop.draft.DraftView;
import dev.debrief.desktop.parts.Ask;
import dev.debrief.desktop.parts.Overlay;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.settings.Settings;
import dev.debrief.desktop.start.StartView;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Annotation;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What buttons, keys and drops do. */
public final class Actions implements StartView.Actions {
  private final Workbench bench;
  private final FileAsk ask;
  private final Cases cases;
  private Optional<Overlay> overlay = Optional.empty();

  Actions(Workbench bench, FileAsk ask) {
    this.bench = bench;
    this.ask = ask;
    this.cases = new Cases(bench);
  }

  void overlay(Overlay layer) {
    overlay = Optional.of(layer);
  }

  /** What opens, fills and closes cases. */
  public Cases cases() {
    return cases;
  }

  @Override
  public void newCase() {
    List<Path> files = ask.files("ask.files");
    if (!files.isEmpty()) {
      ask.save("ask.newCase", "case").ifPresent(folder -> cases.create(folder, files));
    }
  }

  @Override
  public void openCase() {
    ask.folder("ask.case").ifPresent(cases::open);
  }

  @Override
  public void openArchive() {
    ask.file("ask.archive", "*.zip").ifPresent(this::openArchive);
  }

  private void openArchive(Path zip) {
    ask.save("ask.unarchive", CasePaths.nameOf(zip)).ifPresent(to -> cases.unarchive(zip, to));
  }

  @Override
  public void openSample() {
    cases.sample();
  }

  /** Opens a case's folder. */
  public void open(Path folder) {
    cases.open(folder);
  }

  /** Asks for files to import into the open case, or into a new one. */
  public void askImport() {
    if (bench.current().get().isEmpty()) {
      newCase();
      return;
    }
    if (!bench.keeps()) {
      return;
    }
    List<Path> files = ask.files("ask.files");
    if (!files.isEmpty()) {
      cases.add(files);
    }
  }

  /** Takes what was dropped: a case is opened, an archive unpacked, anything else imported. */
  public void drop(List<Path> paths) {
    if (paths.size() == 1 && CasePaths.isCase(paths.getFirst())) {
      cases.open(paths.getFirst());
    } else if (paths.size() == 1 && CasePaths.isArchive(paths.getFirst())) {
      openArchive(paths.getFirst());
    } else if (bench.current().get().isPresent()) {
      if (bench.keeps()) {
        cases.add(paths);
      }
    } else {
      cases.create(CasePaths.placeFor(paths), paths);
    }
  }

  /** Asks where to save the case as one file. */
  public void askArchive() {
    bench.withCase(
        open ->
            ask.save("ask.saveArchive", CasePaths.nameOf(open.path()) + ".debrief.zip")
                .ifPresent(cases::archive));
  }

  /** Checks that the case is whole. */
  public void verify() {
    cases.verify();
  }

  /** Closes the case. */
  public void close() {
    cases.close();
  }

  /** Light to dark and back. */
  public void switchTheme() {
    bench
        .settings()
        .theme()
        .set(
            Look.dark(bench.settings().theme().get()) ? Settings.Theme.LIGHT : Settings.Theme.DARK);
  }

  /** Asks for a folder of rules. */
  public Optional<Path> askRules() {
    return ask.folder("settings.rules");
  }

  /** Asks how to read a source's times, and reads it again. */
  public void readAgain(Source source) {
    if (!bench.keeps()) {
      return;
    }
    overlay.ifPresent(
        layer ->
            layer.show(
                new ReadAgainCard(
                    source,
                    options -> {
                      layer.hide();
                      cases.readAgain(source, options);
                    },
                    layer::hide)));
  }

  /** Asks for the words of a pin on an entry. */
  public void pin(Entry entry) {
    note(entry.moment().at(), Optional.empty(), Optional.of(entry.evidence()));
  }

  /** Asks for a note on the brushed range, or on what is selected. */
  public void noteSelection() {
    TimeRange brush = bench.session().brush().get();
    if (!brush.equals(TimeRange.ALWAYS)) {
      note(brush.from(), Optional.of(brush.to()), Optional.empty());
      return;
    }
    switch (bench.session().selection().get()) {
      case Selection.OfFinding(Finding finding) ->
          note(finding.start(), Optional.ofNullable(finding.end()), Optional.empty());
      case Selection.OfChange(var change) ->
          note(change.moment().at(), Optional.empty(), change.evidence().stream().findFirst());
      case Selection.OfInstant(Instant at) -> note(at, Optional.empty(), Optional.empty());
      case Selection.OfLine(Evidence line) ->
          find(List.of(line), found -> found.stream().findFirst().ifPresent(this::pin));
      case Selection.Nothing nothing -> bench.hint(Texts.text("notes.selectFirst"));
    }
  }

  /** Pins an instant, without words: a second key and the notes give them later. */
  void pinAt(Instant at) {
    if (!bench.keeps()) {
      return;
    }
    bench.notes().add(new Annotation(0, Annotation.Kind.PIN, at, null, "", null));
    bench.tell(Texts.text("notes.pinned"));
  }

  /** Asks for a note at an instant. */
  void noteAt(Instant at) {
    note(at, Optional.empty(), Optional.empty());
  }

  private void note(Instant start, Optional<Instant> end, Optional<Evidence> evidence) {
    if (!bench.keeps()) {
      return;
    }
    overlay.ifPresent(
        layer ->
            Ask.sentences(
                layer,
                "note",
                noted(start, end),
                "",
                words ->
                    bench
                        .notes()
                        .add(
                            new Annotation(
                                0,
                                words.isEmpty() ? Annotation.Kind.PIN : Annotation.Kind.NOTE,
                                start,
                                end.orElse(null),
                                words,
                                evidence.orElse(null)))));
  }

  /** What a note will stand at, as it is told beside the question. */
  private String noted(Instant start, Optional<Instant> end) {
    ZoneId zone = bench.session().zone().get();
    return Texts.text(
        "finding.when", Times.spanned(start, end.orElse(null), zone), Times.zone(zone));
  }

  /** Asks for a time and goes there. */
  public void askTime() {
    overlay.ifPresent(
        layer ->
            Ask.line(
                layer,
                "goto",
                "",
                words ->
                    WrittenTime.read(words, bench.session().zone().get(), bench.log().extent())
                        .ifPresentOrElse(
                            at -> bench.session().goTo(new Selection.OfInstant(at)),
                            () -> bench.say(new Notice(true, Texts.text("goto.wrong", words))))));
  }

  /** A finding of an earlier instant is not one of the case: says so. */
  private boolean locked() {
    if (bench.session().replaying()) {
      bench.hint(Texts.text("replay.locked"));
    }
    return bench.session().replaying();
  }

  /** Adds the finding to the draft, or takes it out. */
  public void toggleDraft(Finding finding) {
    if (locked()) {
      return;
    }
    bench.findings().draft(finding, !bench.session().drafted().contains(finding.id()));
  }

  /** Asks for the reason and dismisses the finding. */
  public void askDismiss(Finding finding) {
    if (locked()) {
      return;
    }
    overlay.ifPresent(
        layer ->
            Ask.line(layer, "dismiss", "", reason -> bench.findings().dismiss(finding, reason)));
  }

  /** Finds the entries behind evidence. */
  public void find(List<Evidence> evidence, Consumer<List<Entry>> found) {
    bench
        .work()
        .look(
            progress -> {
              List<Entry> entries = new ArrayList<>();
              for (Evidence line : evidence) {
                bench.log().index().at(line).ifPresent(entries::add);
              }
              return entries;
            },
            found,
            failure -> {});
  }

  /** A text as it may leave the case. */
  public String redact(String text) {
    return bench.redaction().hide(text);
  }

  /** Writes the draft in a form, where the user says. */
  public void export(DraftView.Export kind, Shell shell) {
    new Exports(bench, ask).export(kind, shell);
  }
}
