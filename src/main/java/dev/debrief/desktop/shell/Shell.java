package dev.debrief.desktop.shell;

import dev.debrief.desktop.changes.ChangesView;
import dev.debrief.desktop.draft.DraftView;
import dev.debrief.desktop.findings.FindingDetail;
import dev.debrief.desktop.findings.FindingsList;
import dev.debrief.desktop.findings.HypothesesView;
import dev.debrief.desktop.findings.InShortPane;
import dev.debrief.desktop.firstlook.FirstLookView;
import dev.debrief.desktop.log.LogView;
import dev.debrief.desktop.log.SearchField;
import dev.debrief.desktop.notes.NotesView;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.parts.Fonts;
import dev.debrief.desktop.parts.Overlay;
import dev.debrief.desktop.replay.ReplayBar;
import dev.debrief.desktop.session.LineLookup;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.settings.SettingsView;
import dev.debrief.desktop.sources.SourcesView;
import dev.debrief.desktop.start.StartView;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.timeline.TimelineView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.concurrent.Task;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The window's content: bars around one page at a time, the overlay above all. */
public final class Shell extends StackPane {
  private static final double LEAST_LOG = 140;

  private final Workbench bench;
  private final Overlay overlay;
  private final SearchField search;
  private final SplitPane workspace = new SplitPane();
  private final SplitPane beside = new SplitPane();
  private Optional<FirstLookView> firstLook = Optional.empty();
  private final StackPane pages = new StackPane();
  private boolean empty = true;
  private final Map<View, Node> built = new EnumMap<>(View.class);

  /** Shows the workbench. */
  public Shell(Workbench bench) {
    this.bench = bench;
    getStyleClass().add("shell");
    BorderPane frame = new BorderPane();
    overlay = new Overlay(frame);
    search = new SearchField(bench.log(), bench::showLog);
    bench.actions().overlay(overlay);
    Session session = bench.session();
    frame.setTop(
        new VBox(
            new Toolbar(bench, search, this::showKeys),
            new ReplayBar(
                bench.replay(), bench.timeline()::folds, bench.view().map(View::replays))));
    frame.setLeft(new Navigation(bench.view(), bench.open()));
    // Over the page and not above it: nothing moves from under the pointer.
    NoticeBar notice = new NoticeBar(bench.notice());
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    frame.setCenter(new StackPane(pages, notice));
    frame.setBottom(new StatusBar(session, bench.open(), bench.readOnly(), this::showTasks));
    DropTarget drop = new DropTarget(this, bench.actions()::drop);
    getChildren().addAll(frame, drop, overlay);
    bench.view().subscribe(this::show);
    bench.awaited().addListener((InvalidationListener) changed -> awaited());
    // A binding that nobody holds would be collected, and the page stay empty after an import.
    session.sources().addListener((InvalidationListener) changed -> filled());
    bench.firstLook().onProperty().subscribe(on -> show(bench.view().get()));
    bench.settings().theme().subscribe(theme -> Platform.runLater(this::recolour));
    Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(scheme -> Platform.runLater(this::recolour));
    new Shortcuts(bench, this).install();
  }

  /** The layer for questions. */
  Overlay overlay() {
    return overlay;
  }

  /** The page that a view's name shows. */
  Node page(View view) {
    return built.computeIfAbsent(view, this::build);
  }

  /** The draft as it reads, for pictures and the printer. */
  public DraftView draft() {
    return (DraftView) page(View.DRAFT);
  }

  private void recolour() {
    if (built.get(View.DRAFT) instanceof DraftView draft) {
      draft.recolour();
    }
  }

  /** Builds what is most likely wanted next, while nobody waits for it. */
  void ahead() {
    page(View.TIMELINE);
  }

  void focusSearch() {
    search.focus();
  }

  void showKeys() {
    Fonts.all();
    overlay.show(Keys.card());
  }

  private void showTasks() {
    overlay.show(new Tasks(bench.work()));
  }

  /** Whoever called the program with a case need not see, nor wait for, where cases begin. */
  private void awaited() {
    if (bench.view().get() == View.START) {
      show(View.START);
    }
  }

  private void filled() {
    if (empty != bench.session().sources().isEmpty()) {
      show(bench.view().get());
    }
  }

  private void show(View view) {
    empty = bench.session().sources().isEmpty();
    boolean nothing = view.ofCase() && view != View.NOTES && bench.session().sources().isEmpty();
    String awaited = view == View.START ? bench.awaited().get() : "";
    if (!awaited.isEmpty()) {
      Label opening = new Label(Texts.text("task.open", awaited));
      opening.getStyleClass().add("muted");
      pages.getChildren().setAll(opening);
      return;
    }
    pages.getChildren().setAll(nothing ? nothingYet() : page(view));
    if (nothing) {
      return;
    }
    if (view == View.DRAFT && !bench.draft().written().get()) {
      bench.draft().load();
    }
  }

  /** What every page of a case shows while the case holds nothing: what is being read, if any. */
  private Node nothingYet() {
    if (bench.firstLook().onProperty().get()) {
      FirstLookView page = firstLook.orElseGet(this::firstLook);
      firstLook = Optional.of(page);
      return page;
    }
    return new EmptyState(
        Feather.DATABASE,
        "sources.empty",
        Buttons.suggested(Feather.DOWNLOAD, "action.import", bench.actions()::askImport),
        Buttons.labelled(Feather.PLAY_CIRCLE, "start.sample", bench.actions()::openSample));
  }

  private FirstLookView firstLook() {
    return new FirstLookView(
        bench.firstLook(),
        bench.session().size(),
        () -> List.copyOf(bench.work().running()).forEach(Task::cancel));
  }

  private Node build(View view) {
    if (view != View.START) {
      Fonts.all();
    }
    Session session = bench.session();
    LineLookup lookup = bench.actions()::find;
    return switch (view) {
      case START ->
          new StartView(bench.actions(), bench.settings().recent(), bench.actions()::open);
      case TIMELINE -> workspace(lookup);
      case FINDINGS -> findings(lookup);
      case LOG -> log(true);
      case CHANGES -> new ChangesView(session, lookup);
      case SOURCES ->
          new SourcesView(session, bench.actions()::askImport, bench.actions()::readAgain);
      case NOTES -> new NotesView(session, bench.notes(), overlay, bench.actions()::noteSelection);
      case DRAFT -> new DraftView(bench.draft(), kind -> bench.actions().export(kind, this));
      case SETTINGS ->
          new SettingsView(
              bench.settings(), bench.actions()::askRules, bench.actions().cases()::useRules);
    };
  }

  private LogView log(boolean filters) {
    return new LogView(bench.log(), filters, bench.actions()::redact, bench.actions()::pin);
  }

  private SplitPane workspace(LineLookup lookup) {
    workspace.setOrientation(Orientation.VERTICAL);
    LogView log = log(false);
    log.setMinHeight(LEAST_LOG);
    TimelineView timeline = new TimelineView(bench.timeline());
    timeline.textSizeProperty().bind(bench.session().size());
    workspace.getItems().setAll(timeline, log);
    workspace.setDividerPositions(0.61);
    SidePane side = new SidePane(bench, new FindingDetail(bench.findings(), lookup, overlay));
    beside.getItems().setAll(workspace, side);
    beside.setDividerPositions(0.74);
    SplitPane.setResizableWithParent(side, false);
    return beside;
  }

  private TabPane findings(LineLookup lookup) {
    FindingsList list = new FindingsList(bench.findings());
    VBox.setVgrow(list, Priority.ALWAYS);
    SplitPane both =
        new SplitPane(
            new VBox(InShortPane.folding(bench.findings()), list),
            new FindingDetail(bench.findings(), lookup, overlay));
    both.setDividerPositions(0.42);
    return tabs(
        "view.findings",
        tab("findings.title", both),
        tab("hypotheses.title", new HypothesesView(bench.session(), lookup)));
  }

  private static Tab tab(String key, Node content) {
    Tab tab = new Tab(Texts.text(key), content);
    tab.setClosable(false);
    return tab;
  }

  private static TabPane tabs(String name, Tab... all) {
    TabPane tabs = new TabPane(all);
    tabs.getStyleClass().add("page-tabs");
    tabs.setAccessibleText(Texts.text(name));
    return tabs;
  }
}
