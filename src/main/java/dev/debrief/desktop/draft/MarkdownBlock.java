package dev.debrief.desktop.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A piece of a report that reads by itself: a heading, a paragraph, an item of a list, a table. Two
 * are the same where their words and the numbers of their marks are.
 *
 * @param number of an item in a numbered list, else 0
 * @param words as they stand in the text
 * @param marks the numbers of its footnotes
 */
record MarkdownBlock(Node node, int number, String words, List<Integer> marks) {
  private static final Pattern MARK = Pattern.compile("\\[\\^([^\\]\\s]+)\\]");
  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .extensions(
              List.of(
                  TablesExtension.create(),
                  FootnotesExtension.create(),
                  TaskListItemsExtension.create()))
          .build();

  /** A text's blocks, and the numbers of its marks in the order in which they come. */
  record Text(List<MarkdownBlock> blocks, Map<String, Integer> numbers) {}

  /** Reads a text. Any thread. */
  static Text read(String markdown) {
    List<String> lines = markdown.lines().toList();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Matcher mark = MARK.matcher(markdown);
    while (mark.find()) {
      numbers.computeIfAbsent(mark.group(1), first -> numbers.size() + 1);
    }
    List<MarkdownBlock> blocks = new ArrayList<>();
    for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof ListBlock list) {
        items(list, lines, numbers, blocks);
      } else if (!(node instanceof HtmlBlock html) || !html.getLiteral().startsWith("<!--")) {
        blocks.add(block(node, 0, lines, numbers));
      }
    }
    return new Text(List.copyOf(blocks), numbers);
  }

  private static void items(
      ListBlock list, List<String> lines, Map<String, Integer> numbers, List<MarkdownBlock> out) {
    int number =
        switch (list) {
          case OrderedList ordered -> Objects.requireNonNullElse(ordered.getMarkerStartNumber(), 1);
          case BulletList bullets -> 0;
          default -> 0;
        };
    boolean counted = list instanceof OrderedList;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      out.add(block(item, counted ? number++ : 0, lines, numbers));
    }
  }

  private static MarkdownBlock block(
      Node node, int number, List<String> lines, Map<String, Integer> numbers) {
    StringBuilder words = new StringBuilder();
    for (SourceSpan span : node.getSourceSpans()) {
      if (span.getLineIndex() < lines.size()) {
        words.append(lines.get(span.getLineIndex())).append('\n');
      }
    }
    List<Integer> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(words);
    while (mark.find()) {
      marks.add(numbers.getOrDefault(mark.group(1), 0));
    }
    return new MarkdownBlock(node, number, words.toString(), List.copyOf(marks));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MarkdownBlock block
        && number == block.number
        && words.equals(block.words)
        && marks.equals(block.marks);
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, words, marks);
  }
}
