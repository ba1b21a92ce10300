package dev.debrief.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The sentences of a draft that stand without a reference, read from its Markdown as a renderer
 * reads it and not as the program wrote it. Prompts, headings, tables' heads, labels without a
 * claim, and the appendix that the references lead to are no sentences.
 */
final class ReferencedSentences {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
          .build();

  /** What a person ticks off, and what names a thing and says nothing of it. */
  private static final Pattern NO_CLAIM =
      Pattern.compile(
          "\\[ ] (Add a test for this case|Update monitoring|Document it in the runbook"
              + "|Deploy, and save the logs of the first hour\\."
              + "|Import them into this case and compare\\.|The app answers its requests\\.)"
              + "|(App|Date):.*|Priority: (HIGH|MEDIUM|LOW)|(Note|Pinned): .*",
          Pattern.DOTALL);

  /** A mark stands as one sign that no text holds. */
  private static final char MARK = '\uFFFC';

  private static final Pattern UNMARKED_END =
      Pattern.compile("[.!?](?=\\s+(?:[A-Z0-9«]|v\\d))|[^" + MARK + "\\s]\\s*$");

  private ReferencedSentences() {}

  /** Each as the reader sees it. */
  static List<String> without(String draft) {
    List<String> out = new ArrayList<>();
    Node document = PARSER.parse(draft);
    String section = "";
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof Heading heading) {
        section = heading.getLevel() <= 2 ? words(heading) : section;
      } else if (!section.equals("Evidence")) {
        read(block, out);
      }
    }
    return out;
  }

  private static void read(Node block, List<String> out) {
    switch (block) {
      case BlockQuote prompt -> {}
      case FootnoteDefinition definition -> {}
      case Paragraph paragraph -> check(words(paragraph), out);
      case TableBlock table -> rows(table, out);
      default -> {
        for (Node inner = block.getFirstChild(); inner != null; inner = inner.getNext()) {
          read(inner, out);
        }
      }
    }
  }

  private static void rows(TableBlock table, List<String> out) {
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<String> cells = new ArrayList<>();
        boolean head = false;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          head |= cell instanceof TableCell c && c.isHeader();
          cells.add(words(cell));
        }
        if (head) {
          continue;
        }
        // A row is one statement; its cells of several sentences are read by sentence.
        String whole = String.join(" ", cells);
        if (whole.indexOf(MARK) < 0) {
          out.add(whole);
        }
        cells.stream()
            .filter(cell -> cell.matches("(?s).*[.!?]" + MARK + "*\\s+[A-Z0-9«].*"))
            .forEach(cell -> check(cell, out));
      }
    }
  }

  private static void check(String words, List<String> out) {
    if (words.isBlank() || NO_CLAIM.matcher(words).matches()) {
      return;
    }
    Matcher end = UNMARKED_END.matcher(words);
    if (end.find()) {
      out.add(words.substring(Math.max(0, end.start() - 60), end.end()) + " IN " + words);
    }
  }

  private static String words(Node node) {
    StringBuilder out = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            out.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            out.append("«»");
          }

          @Override
          public void visit(SoftLineBreak line) {
            out.append(' ');
          }

          @Override
          public void visit(Image image) {
            out.append(MARK);
          }

          @Override
          public void visit(CustomNode custom) {
            if (custom instanceof FootnoteReference) {
              out.append(MARK);
            } else {
              visitChildren(custom);
            }
          }
        });
    return out.toString().strip();
  }
}
