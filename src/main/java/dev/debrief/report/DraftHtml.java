package dev.debrief.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
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
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->\\n?");

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c2330; --paper: #ffffff; --line: #d4d9e2; --soft: #f3f5f9; --ask: #8a5a00; --askbg: #fff6e0; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e3e7ef; --paper: #161a22; --line: #39404e; --soft: #202631; --ask: #ffcf70; --askbg: #33290f; } }
      body { color: var(--ink); background: var(--paper); font: 15px/1.55 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1.2rem; }
      h1, h2, h3 { line-height: 1.25; margin: 1.8em 0 .5em; } h1 { margin-top: 0; } h2 { border-bottom: 1px solid var(--line); padding-bottom: .2em; }
      code { background: var(--soft); border-radius: 3px; padding: .1em .3em; font: .88em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
      table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid var(--line); padding: .35em .6em; text-align: left; vertical-align: top; } th { background: var(--soft); } td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
      blockquote { margin: .8em 0; padding: .5em .9em; border-left: 4px solid var(--ask); background: var(--askbg); } blockquote p { margin: 0; }
      sup { font-size: .7em; } .footnotes { font-size: .88em; } svg, img { max-width: 100%; height: auto; }
      @media print { body { margin: 0; max-width: none; font-size: 10pt; } h2, h3 { break-after: avoid; } tr, blockquote { break-inside: avoid; } td:first-child { white-space: normal; } }
      """;

  private DraftHtml() {}

  /** The Markdown's own HTML, without a page around it. Foreign HTML in it shows as text. */
  public static String body(String markdown) {
    return HTML.render(PARSER.parse(COMMENT.matcher(markdown).replaceAll("")));
  }

  /**
   * A whole page.
   *
   * @param title plain text
   * @param picture the timeline as SVG that this program made, set under the first heading
   */
  public static String page(String title, String markdown, Optional<String> picture) {
    String body = body(markdown);
    int under = body.indexOf("</h1>");
    String drawn =
        picture
            .map(svg -> "<figure>" + svg.replaceFirst("^<\\?xml[^>]*>\\s*", "") + "</figure>\n")
            .orElse("");
    String whole =
        under < 0
            ? drawn + body
            : body.substring(0, under + 5) + "\n" + drawn + body.substring(under + 5);
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

  /** The words alone. */
  static String plain(String markdown) {
    return TEXT.render(PARSER.parse(markdown)).strip().replaceAll("\\s+", " ");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
