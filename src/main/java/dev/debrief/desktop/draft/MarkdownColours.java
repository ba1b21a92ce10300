package dev.debrief.desktop.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/** Colours Markdown line by line, by style class: headings, code, evidence marks, prompts. */
final class MarkdownColours implements SyntaxDecorator {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<head>^#{1,6} .*)|(?<mark>\\[\\^[^\\]]+\\]:?)|(?<code>`[^`]*`)"
              + "|(?<strong>\\*\\*[^*]+\\*\\*)|(?<comment><!--.*?(-->|$))|(?<rule>\\|)");

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int index) {
    String line = model.getPlainText(index);
    RichParagraph.Builder out = RichParagraph.builder();
    Matcher matcher = PARTS.matcher(line);
    int at = 0;
    while (matcher.find()) {
      if (matcher.start() > at) {
        out.addWithStyleNames(line.substring(at, matcher.start()), "code-text");
      }
      out.addWithStyleNames(matcher.group(), "code-text", style(matcher));
      at = matcher.end();
    }
    if (at < line.length()) {
      out.addWithStyleNames(line.substring(at), "code-text");
    }
    return out.build();
  }

  private static String style(Matcher matcher) {
    if (matcher.group("head") != null) {
      return "code-head";
    }
    if (matcher.group("mark") != null) {
      return "code-mark";
    }
    if (matcher.group("code") != null) {
      return "code-code";
    }
    if (matcher.group("strong") != null) {
      return "code-strong";
    }
    return matcher.group("comment") != null ? "code-comment" : "code-rule";
  }

  @Override
  public void handleChange(
      CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
    // Every line is coloured by itself, so there is nothing to remember.
  }
}
