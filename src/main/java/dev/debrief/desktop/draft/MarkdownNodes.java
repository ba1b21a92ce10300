package dev.debrief.desktop.draft;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Unbroken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;

/**
 * Markdown as controls: no browser, nothing in it runs, and every evidence mark is a link that the
 * keyboard reaches.
 */
final class MarkdownNodes {
  private final Consumer<String> footnote;
  private final Consumer<String> source;
  private final Consumer<String> place;
  private final Predicate<String> isPlace;
  private Map<String, Integer> numbers = Map.of();
  private Set<String> red = Set.of();

  /**
   * Makes nothing yet.
   *
   * @param footnote is given the label of a footnote mark that was clicked in the text
   * @param source is given the label of one that was clicked where it is defined
   * @param place is given words in code style that were clicked
   * @param isPlace whether such words name a line of the case
   */
  MarkdownNodes(
      Consumer<String> footnote,
      Consumer<String> source,
      Consumer<String> place,
      Predicate<String> isPlace) {
    this.isPlace = isPlace;
    this.source = source;
    this.footnote = footnote;
    this.place = place;
  }

  /** From now on, the references of these labels show that they no longer fit the case. */
  void red(Set<String> labels) {
    red = labels;
  }

  /** One block as it reads. */
  Node of(MarkdownBlock block, Map<String, Integer> marks) {
    numbers = marks;
    return block.node() instanceof ListItem item ? item(item, block.number()) : block(block.node());
  }

  private void blocks(org.commonmark.node.Node parent, List<Node> out) {
    for (org.commonmark.node.Node node = parent.getFirstChild();
        node != null;
        node = node.getNext()) {
      out.add(block(node));
    }
  }

  private Node block(org.commonmark.node.Node node) {
    return switch (node) {
      case Heading heading -> flow(heading, "h" + heading.getLevel());
      case Paragraph paragraph -> flow(paragraph, "p");
      case BulletList list -> list(list, 0);
      case OrderedList list ->
          list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case HtmlBlock html -> html(html.getLiteral());
      case TableBlock table -> table(table);
      case ThematicBreak rule -> new Separator();
      case FootnoteDefinition definition -> definition(definition);
      case BlockQuote quote -> column(quote, "quote");
      default -> column(node, "p");
    };
  }

  private VBox column(org.commonmark.node.Node node, String style) {
    VBox box = new VBox();
    box.getStyleClass().addAll("md-column", style);
    List<Node> inner = new ArrayList<>();
    blocks(node, inner);
    box.getChildren().setAll(inner);
    return box;
  }

  private VBox list(org.commonmark.node.Node list, int first) {
    VBox box = new VBox();
    box.getStyleClass().add("md-list");
    int number = first;
    for (org.commonmark.node.Node item = list.getFirstChild();
        item != null;
        item = item.getNext()) {
      if (item instanceof ListItem one) {
        box.getChildren().add(item(one, first > 0 ? number : 0));
        number++;
      }
    }
    return box;
  }

  /** An item with its number, or a dot where it has none. */
  private HBox item(ListItem item, int number) {
    Label mark = new Label(number > 0 ? number + "." : "•");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.getStyleClass().add("md-marker");
    VBox words = column(item, "md-item");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, mark, words);
    row.getStyleClass().add("md-row");
    if (item.getFirstChild() instanceof TaskListItemMarker task) {
      CheckBox box = new CheckBox();
      box.setSelected(task.isChecked());
      box.setDisable(true);
      row.getChildren().set(0, box);
    }
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private GridPane table(TableBlock table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("md-table");
    int row = 0;
    int columns = 0;
    for (org.commonmark.node.Node part = table.getFirstChild();
        part != null;
        part = part.getNext()) {
      for (org.commonmark.node.Node line = part.getFirstChild();
          line != null;
          line = line.getNext()) {
        if (line instanceof TableRow) {
          int column = 0;
          for (org.commonmark.node.Node cell = line.getFirstChild();
              cell != null;
              cell = cell.getNext()) {
            if (cell instanceof TableCell words) {
              TextFlow flow = flow(words, words.isHeader() ? "th" : "td");
              flow.setMaxHeight(Double.MAX_VALUE);
              grid.add(flow, column++, row);
            }
          }
          columns = Math.max(columns, column);
          row++;
        }
      }
    }
    for (int i = 0; i < columns; i++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setHgrow(i == columns - 1 ? Priority.ALWAYS : Priority.SOMETIMES);
      width.setMinWidth(i == 0 ? 110 : 60);
      grid.getColumnConstraints().add(width);
    }
    return grid;
  }

  private HBox definition(FootnoteDefinition definition) {
    Hyperlink label = mark(definition.getLabel(), source);
    label.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = column(definition, "footnote-text");
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(8, label, words);
  }

  private static Label code(String text) {
    Label label = new Label(text.stripTrailing());
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().addAll("md-code-block", "mono");
    return label;
  }

  /** Comments don't show; other HTML shows as what it is, as nothing here may run. */
  private static Node html(String literal) {
    return literal.startsWith("<!--") ? new Region() : code(literal);
  }

  private TextFlow flow(org.commonmark.node.Node node, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll("md-flow", style);
    inline(node, flow, "");
    return flow;
  }

  private void inline(org.commonmark.node.Node parent, TextFlow out, String style) {
    for (org.commonmark.node.Node node = parent.getFirstChild();
        node != null;
        node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text text -> out.getChildren().add(text(text.getLiteral(), style));
        case Code code -> out.getChildren().add(codeSpan(code.getLiteral()));
        case StrongEmphasis strong -> inline(strong, out, "md-strong");
        case Emphasis emphasis -> inline(emphasis, out, "md-emphasis");
        case SoftLineBreak soft -> out.getChildren().add(text(" ", style));
        case HardLineBreak hard -> out.getChildren().add(text("\n", style));
        case HtmlInline html ->
            out.getChildren().add(text(html.getLiteral().startsWith("<br") ? "\n" : "", style));
        case FootnoteReference reference ->
            out.getChildren().add(mark(reference.getLabel(), footnote));
        case Link link -> inline(link, out, "md-link");
        default -> inline(node, out, style);
      }
    }
  }

  private Node codeSpan(String words) {
    if (!isPlace.test(words)) {
      Label label = new Label(words);
      label.getStyleClass().addAll("md-code", "mono");
      return label.getText().length() < 60 ? label : text(words, "md-long-code");
    }
    Hyperlink link = new Hyperlink(words);
    link.getStyleClass().addAll("mono", "evidence-link");
    link.setOnAction(event -> place.accept(words));
    return link;
  }

  private Hyperlink mark(String label, Consumer<String> go) {
    Hyperlink link = new Hyperlink(number(label));
    boolean fits = !red.contains(label);
    link.getStyleClass().add("footnote");
    if (!fits) {
      link.getStyleClass().add("footnote-red");
    }
    Buttons.name(link, Texts.text(fits ? "draft.evidence" : "draft.evidence.red", label));
    link.setOnAction(event -> go.accept(label));
    return link;
  }

  /** Marks are counted as they come, which is easier to read than their labels. */
  private String number(String label) {
    return "[" + numbers.getOrDefault(label, 0) + "]";
  }

  private static Text text(String words, String style) {
    Text text = new Text(Unbroken.text(words));
    text.getStyleClass().add("md-text");
    if (!style.isEmpty()) {
      text.getStyleClass().add(style);
    }
    return text;
  }
}
