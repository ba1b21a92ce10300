package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.settings.Settings;
import dev.debrief.model.Finding;
import dev.debrief.model.Source;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every page: whatever takes the focus has a name, and all words can be read. */
class AccessibleTest extends CrashInWindow {
  private static final double AA = 4.5;

  @ParameterizedTest
  @EnumSource(View.class)
  void everythingThatTakesTheFocusHasAName(View view) throws Exception {
    show(view);
    assertEquals(List.of(), window.get(() -> nameless(window.window.shell())));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void whateverTakesTheFocusSaysWhatItIs(View view) throws Exception {
    show(view);
    List<String> roleless = new ArrayList<>();
    window.run(
        () ->
            walk(
                window.window.shell(),
                node -> {
                  boolean silent =
                      node.getAccessibleRole() == null
                          || node.getAccessibleRole() == AccessibleRole.PARENT
                          || node.getAccessibleRole() == AccessibleRole.NODE;
                  if (node.isFocusTraversable()
                      && silent
                      && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())) {
                    roleless.add(node.toString());
                  }
                }));
    assertEquals(List.of(), roleless);
  }

  @Test
  void everyQuestionHasNamesForAllThatItAsks() throws Exception {
    Actions actions = bench().actions();
    Source source = bench().session().sources().getFirst();
    Finding finding = bench().session().conclusions().get().findings().getFirst();
    for (Runnable asks :
        List.<Runnable>of(
            window.window.shell()::showKeys,
            actions::askTime,
            () -> actions.askDismiss(finding),
            () -> actions.readAgain(source),
            () -> actions.noteAt(finding.start()))) {
      window.run(asks);
      window.idle();
      boolean[] focused = new boolean[1];
      window.run(
          () -> {
            var overlay = window.window.shell().overlay();
            assertTrue(overlay.isVisible());
            assertEquals(List.of(), nameless(overlay));
            Node owner = window.window.scene().getFocusOwner();
            walk(overlay, node -> focused[0] |= node == owner);
          });
      assertTrue(focused[0], "the focus stays behind the question");
      window.robot.push(javafx.scene.input.KeyCode.ESCAPE);
      window.until(() -> !window.window.shell().overlay().isVisible());
    }
  }

  @Test
  void theEditorsWordsFollowTheTheme() throws Exception {
    for (Settings.Theme theme :
        List.of(Settings.Theme.LIGHT, Settings.Theme.DARK, Settings.Theme.LIGHT)) {
      show(View.DRAFT);
      window.run(() -> window.settings.theme().set(theme));
      window.idle();
      window.styled();
      List<String> faint = new ArrayList<>();
      int[] seen = new int[1];
      window.run(
          () ->
              walk(
                  window.node("#draft-editor"),
                  node -> {
                    if (node instanceof Text text
                        && !text.getText().isBlank()
                        && text.getFill() instanceof Color words) {
                      seen[0]++;
                      double contrast = contrast(words, behind(text));
                      if (contrast < AA) {
                        faint.add("%.2f %s".formatted(contrast, text.getText()));
                      }
                    }
                  }));
      assertTrue(seen[0] > 10, "no words in the editor");
      assertEquals(List.of(), faint, theme + "");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "START,LIGHT",
    "TIMELINE,LIGHT",
    "FINDINGS,LIGHT",
    "LOG,LIGHT",
    "CHANGES,LIGHT",
    "SOURCES,LIGHT",
    "NOTES,LIGHT",
    "DRAFT,LIGHT",
    "SETTINGS,LIGHT",
    "START,DARK",
    "TIMELINE,DARK",
    "FINDINGS,DARK",
    "LOG,DARK",
    "CHANGES,DARK",
    "SOURCES,DARK",
    "NOTES,DARK",
    "DRAFT,DARK",
    "SETTINGS,DARK"
  })
  void wordsStandOutFromWhatIsBehindThem(View view, Settings.Theme theme) throws Exception {
    window.run(() -> window.settings.theme().set(theme));
    show(view);
    List<String> faint = new ArrayList<>();
    window.run(
        () ->
            walk(
                window.window.shell(),
                node -> {
                  if (node instanceof Labeled label
                      && label.getText() != null
                      && !label.getText().isBlank()
                      && label.getTextFill() instanceof Color words
                      && !disabled(label)) {
                    double contrast = contrast(words, behind(label));
                    if (contrast < AA) {
                      faint.add(
                          "%.2f %s %s".formatted(contrast, label.getStyleClass(), label.getText()));
                    }
                  }
                }));
    assertEquals(List.of(), faint);
  }

  private void show(View view) throws Exception {
    window.go(view);
    window.run(() -> PictureSubject.choose(bench(), view));
    window.idle();
    window.styled();
  }

  /** What takes the focus and says no name. */
  private static List<String> nameless(Node root) {
    List<String> nameless = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof Control control
              && control.isFocusTraversable()
              && !(control instanceof ScrollBar)
              && name(control).isBlank()) {
            nameless.add(control.toString());
          }
        });
    return nameless;
  }

  private static String name(Control control) {
    String named = control.getAccessibleText();
    if (named != null && !named.isBlank()) {
      return named;
    }
    if (control instanceof Labeled labeled && (control instanceof ButtonBase)) {
      return labeled.getText() == null ? "" : labeled.getText();
    }
    return "";
  }

  private interface Look {
    void at(Node node);
  }

  private static void walk(Node node, Look look) {
    if (!node.isVisible()) {
      return;
    }
    look.at(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, look));
    }
  }

  private static boolean disabled(Node node) {
    return node.isDisabled();
  }

  private static Color behind(Node node) {
    Color seen = Color.TRANSPARENT;
    for (Node at = node; at != null && seen.getOpacity() < 1; at = at.getParent()) {
      if (at instanceof Region region && region.getBackground() != null) {
        var fills = region.getBackground().getFills();
        for (int i = fills.size() - 1; i >= 0 && seen.getOpacity() < 1; i--) {
          if (fills.get(i).getFill() instanceof Color fill) {
            seen = over(seen, fill);
          }
        }
      }
    }
    return seen.getOpacity() < 1 ? over(seen, Color.WHITE) : seen;
  }

  private static Color over(Color top, Color under) {
    double a = top.getOpacity() + under.getOpacity() * (1 - top.getOpacity());
    if (a == 0) {
      return Color.TRANSPARENT;
    }
    double share = top.getOpacity() / a;
    return new Color(
        mix(top.getRed(), under.getRed(), share),
        mix(top.getGreen(), under.getGreen(), share),
        mix(top.getBlue(), under.getBlue(), share),
        Math.min(1, a));
  }

  private static double mix(double top, double under, double share) {
    return Math.clamp(top * share + under * (1 - share), 0, 1);
  }

  private static double contrast(Color a, Color b) {
    double high = Math.max(luminance(a), luminance(b));
    double low = Math.min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
