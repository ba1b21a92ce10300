package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.timeline.TimelineView;
import dev.debrief.model.Finding;
import java.time.ZoneOffset;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.RichTextArea;

/** The keys that work wherever the focus is, but where one types. */
final class Shortcuts {
  private final Workbench bench;
  private final Shell shell;

  Shortcuts(Workbench bench, Shell shell) {
    this.bench = bench;
    this.shell = shell;
  }

  void install() {
    shell.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean back = event.isAltDown() && event.getCode() == KeyCode.LEFT && !typing();
          if (!shell.overlay().isVisible() && back) {
            bench.back();
            event.consume();
          } else if (!shell.overlay().isVisible() && event.isShortcutDown() && chord(event)) {
            event.consume();
          }
        });
    shell.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          if (!shell.overlay().isVisible()
              && !typing()
              && !event.isShortcutDown()
              && !event.isAltDown()
              && typed(event.getCharacter())) {
            event.consume();
          }
        });
  }

  private boolean typing() {
    Node owner = shell.getScene() == null ? null : shell.getScene().getFocusOwner();
    return (owner instanceof TextInputControl input && input.isEditable())
        || owner instanceof RichTextArea;
  }

  /** The timeline has keys of its own. */
  private boolean inTimeline() {
    return shell.getScene() != null && shell.getScene().getFocusOwner() instanceof TimelineView;
  }

  private boolean chord(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code.isDigitKey() && !code.getName().equals("0") && !code.getName().equals("9")) {
      View view = View.values()[Integer.parseInt(code.getName())];
      if (!view.ofCase() || bench.current().get().isPresent()) {
        bench.view().set(view);
      }
      return true;
    }
    return switch (code) {
      case Z -> {
        if (typing()) {
          yield false;
        }
        if (event.isShiftDown()) {
          bench.session().edits().redo();
        } else {
          bench.session().edits().undo();
        }
        yield true;
      }
      case Y -> {
        if (typing()) {
          yield false;
        }
        bench.session().edits().redo();
        yield true;
      }
      case I -> does(bench.actions()::askImport);
      case O -> does(bench.actions()::openCase);
      case S -> does(bench.actions()::askArchive);
      case D -> does(bench.actions()::switchTheme);
      case F -> does(shell::focusSearch);
      default -> false;
    };
  }

  private boolean typed(String character) {
    if (character.equals("?")) {
      return does(shell::showKeys);
    }
    if (bench.current().get().isEmpty()) {
      return false;
    }
    if (inTimeline() && "nNpPgGaA".contains(character)) {
      return false;
    }
    return switch (character) {
      case "/" -> does(shell::focusSearch);
      case "u", "U" ->
          does(
              () ->
                  bench
                      .session()
                      .zone()
                      .set(
                          bench.session().zone().get().equals(ZoneOffset.UTC)
                              ? bench.settings().zone().get()
                              : ZoneOffset.UTC));
      case "n", "N" -> does(() -> bench.findings().step(1));
      case "p", "P" -> does(() -> bench.findings().step(-1));
      case "g", "G" -> does(bench.actions()::askTime);
      case "b", "B" -> does(bench.actions()::noteSelection);
      case "l", "L" -> does(bench.log()::likeSelected);
      case "]" -> does(bench.log()::nextGap);
      case "}" -> does(bench.log()::nextBurst);
      case "a", "A" -> onFinding(bench.actions()::toggleDraft);
      case "x", "X" -> onFinding(bench.actions()::askDismiss);
      default -> false;
    };
  }

  private boolean onFinding(java.util.function.Consumer<Finding> action) {
    if (bench.session().selection().get() instanceof Selection.OfFinding(Finding finding)) {
      action.accept(finding);
      return true;
    }
    return false;
  }

  private static boolean does(Runnable action) {
    action.run();
    return true;
  }
}
