package dev.debrief.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as one page that needs nothing else: no script, no font, no address to fetch from. */
public final class DraftHtml {
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), FootnotesExtension.create(), TaskListItemsExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("\n")
          .build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().extensions(EXTENSIONS).build();

  /** Drawn by GitHub and GitLab; the page has the picture. */
  private static final Pattern MERMAID = Pattern.compile("(?ms)^```mermaid\\n.*?^```\\n");

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c2330; --paper: #ffffff; --line: #d4d9e2; --soft: #f3f5f9; --link: #1f4fbf; --ask: #8a5a00; --askbg: #fff6e0; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e3e7ef; --paper: #161a22; --line: #39404e; --soft: #202631; --link: #9db8ff; --ask: #ffcf70; --askbg: #33290f; } }
      body { color: var(--ink); background: var(--paper); font: 15px/1.55 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1.2rem; overflow-wrap: break-word; }
      a { color: var(--link); }
      h1, h2, h3 { line-height: 1.25; margin: 1.8em 0 .5em; } h1 { margin-top: 0; font-size: 1.75rem; } h2 { border-bottom: 1px solid var(--line); padding-bottom: .2em; }
      code { background: var(--soft); border-radius: 3px; padding: .1em .25em; font: .88em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
      pre { background: var(--soft); border-radius: 4px; padding: .7em .9em; overflow-x: auto; } pre code { padding: 0; background: none; overflow-wrap: normal; }
      table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid var(--line); padding: .35em .6em; text-align: left; vertical-align: top; } th { background: var(--soft); } td:first-child { min-width: 10.5rem; font-variant-numeric: tabular-nums; }
      blockquote { margin: .8em 0; padding: .5em .9em; border-left: 4px solid var(--ask); background: var(--askbg); } blockquote p { margin: 0; }
      figure { margin: 1.2em 0; } figure svg { display: block; border: 1px solid var(--line); border-radius: 4px; } svg, img { max-width: 100%; height: auto; }
      sup { font-size: .7em; line-height: 0; } sup.footnote-ref > a { text-decoration: none; margin-left: .15em; } sup.footnote-ref > a::before { content: "["; } sup.footnote-ref > a::after { content: "]"; }
      .footnotes { font-size: .85em; border-top: 1px solid var(--line); margin-top: 2em; } .footnotes li { margin: .3em 0; } .footnotes li p { margin: 0; } .footnote-backref { text-decoration: none; } :target { background: var(--askbg); }
      a.red { color: #fff; background: #b3261e; border-radius: 3px; padding: 0 .2em; }
      @page { margin: 16mm 14mm; }
      @media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #bbb; --soft: #f3f5f9; --link: #1f4fbf; --ask: #8a5a00; --askbg: #fff6e0; } body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } table { font-size: 9pt; } h1, h2, h3 { break-after: avoid; } tr, blockquote, figure, li { break-inside: avoid; } thead { display: table-header-group; } td:first-child { min-width: 7.5rem; } .footnotes { font-size: 7.5pt; } .footnote-backref { display: none; } pre, pre code { white-space: pre-wrap; overflow-wrap: anywhere; } }
      """;

  /** Under the first of these: what happened is read before it is looked at. */
  private static final List<String> PICTURED = List.of("<h2>All events</h2>", "<h2>Timeline</h2>");

  private DraftHtml() {}

  /** The Markdown's own HTML, without a page around it. Foreign HTML in it shows as text. */
  public static String body(String markdown) {
    return HTML.render(withoutComments(PARSER.parse(markdown)));
  }

  /** A comment is for the author. What looks like one in a quoted line is that line's own text. */
  private static Node withoutComments(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock block) {
            String rest = COMMENT.matcher(block.getLiteral()).replaceAll("");
            if (rest.isBlank()) {
              block.unlink();
            } else {
              block.setLiteral(rest);
            }
          }

          @Override
          public void visit(HtmlInline inline) {
            if (COMMENT.matcher(inline.getLiteral()).matches()) {
              inline.unlink();
            }
          }
        });
    return document;
  }

  /**
   * A whole page.
   *
   * @param title plain text
   * @param picture the timeline as SVG that this program made, set under the heading {@code
   *     Timeline}, or under the title where there is none
   */
  public static String page(String title, String markdown, Optional<String> picture) {
    return page(title, markdown, picture, Set.of());
  }

  /**
   * The same with some references in red.
   *
   * @param red labels of references that no longer fit the case: {@link ReferenceCheck#red}
   */
  public static String page(
      String title, String markdown, Optional<String> picture, Set<String> red) {
    String body = body(picture.isPresent() ? MERMAID.matcher(markdown).replaceAll("") : markdown);
    String drawn =
        picture
            .map(svg -> "\n<figure>" + svg.replaceFirst("^<\\?xml[^>]*>\\s*", "") + "</figure>")
            .orElse("");
    for (String label : red) {
      body =
          body.replace(
              "<a href=\"#fn-" + label + "\"",
              "<a class=\"red\" title=\"no longer fits the evidence\" href=\"#fn-" + label + "\"");
    }
    int under = under(body);
    String whole = body.substring(0, under) + drawn + body.substring(under);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + whole
        + "</body>\n</html>\n";
  }

  /** Where the picture goes: under the timeline's heading, or under the title. */
  private static int under(String body) {
    for (String heading : PICTURED) {
      int at = body.indexOf(heading);
      if (at >= 0) {
        return at + heading.length();
      }
    }
    int title = body.indexOf("</h1>");
    return title < 0 ? 0 : title + "</h1>".length();
  }

  /** The words alone. */
  static String plain(String markdown) {
    return TEXT.render(PARSER.parse(markdown)).strip().replaceAll("\\s+", " ");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
