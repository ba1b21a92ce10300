package dev.debrief.desktop.draft;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A draft as one HTML file that needs nothing else; what it quotes can run nothing. */
public final class HtmlPage {
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), FootnotesExtension.create(), TaskListItemsExtension.create());

  private HtmlPage() {}

  /** The page. */
  public static String of(String title, String markdown) {
    Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    HtmlRenderer renderer =
        HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true).build();
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        body{font:15px/1.55 Inter,system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
        table{border-collapse:collapse;width:100%%}td,th{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top}
        code,pre{font-family:"JetBrains Mono",ui-monospace,monospace;font-size:.88em}pre{background:#f6f8fa;padding:.8rem;overflow-x:auto}
        .footnotes{font-size:.85em;border-top:1px solid #d0d7de;margin-top:2rem}
        @media print{body{margin:0;max-width:none}}
        </style>
        </head>
        <body>
        %s</body>
        </html>
        """
        .formatted(escaped(title), renderer.render(parser.parse(markdown)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
