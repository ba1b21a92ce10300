package dev.debrief.report;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown report as lines that say something and lines that don't. Reads by line, as an editor
 * does, so that every claim has a place; linear in the text.
 */
final class ReportText {
  /** Characters of a line that are read: a claim is looked at with all of its line around it. */
  private static final int LONGEST = 10_000;

  private static final Pattern FENCE = Pattern.compile("^\\s{0,6}(`{3,}|~{3,}).*");
  private static final Pattern HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s+(.*?)\\s*#*\\s*$");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(.*)$");
  private static final Pattern FOOTNOTE = Pattern.compile("^\\s{0,3}\\[\\^[^\\]]+]:.*");
  private static final Pattern DIVIDER = Pattern.compile("^\\s*\\|?[\\s:|-]*-[\\s:|-]*$");
  private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1(?!`)");
  private static final Pattern QUOTE = Pattern.compile("[\"“][^\"“”]*[\"”]");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern REFERENCE = Pattern.compile("\\[\\^[^\\]]+]");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");
  private static final Pattern STRUCK = Pattern.compile("~~[^~]+~~");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]{0,200}>");

  private final List<ReportLine> lines;

  private ReportText(List<ReportLine> lines) {
    this.lines = lines;
  }

  List<ReportLine> lines() {
    return lines;
  }

  /** The lines whose words are the report's own. */
  List<ReportLine> speaking() {
    return lines.stream().filter(ReportLine::speaks).toList();
  }

  static ReportText of(String markdown) {
    String[] raws = markdown.replace("\uFEFF", "").split("\\r\\n|\\n|\\r", -1);
    Open open = new Open(raws[0].strip().equals("---"));
    List<ReportLine> lines = new ArrayList<>();
    for (int i = 0; i < raws.length; i++) {
      String raw = raws[i].substring(0, Math.min(LONGEST, raws[i].length()));
      lines.add(open.line(i, unscrambled(raw)));
    }
    return new ReportText(lines);
  }

  /** What stands open while the lines are gone through. */
  private static final class Open {
    private boolean front;
    private boolean comment;
    private String fence = "";
    private String heading = "";
    private List<String> columns = List.of();

    Open(boolean front) {
      this.front = front;
    }

    ReportLine line(int i, String raw) {
      ReportLine.Kind hidden = hidden(i, raw);
      if (hidden != null) {
        return silent(i, raw, heading, hidden);
      }
      boolean row = raw.strip().startsWith("|") || (!columns.isEmpty() && raw.contains("|"));
      return row ? row(i, raw) : text(i, raw);
    }

    /** What keeps the line from saying anything; null where nothing does. */
    private ReportLine.@Nullable Kind hidden(int i, String raw) {
      if (front) {
        front = i == 0 || !raw.strip().equals("---");
        return ReportLine.Kind.NONE;
      }
      Matcher fenced = FENCE.matcher(raw);
      if (!fence.isEmpty()) {
        fence = fenced.matches() && fenced.group(1).startsWith(fence) ? "" : fence;
        return ReportLine.Kind.CODE;
      }
      if (comment || opensComment(raw)) {
        comment = !raw.contains("-->");
        return ReportLine.Kind.NONE;
      }
      if (fenced.matches()) {
        fence = fenced.group(1);
        return ReportLine.Kind.CODE;
      }
      if (raw.isBlank() || FOOTNOTE.matcher(raw).matches()) {
        columns = List.of();
        return ReportLine.Kind.NONE;
      }
      return null;
    }

    private ReportLine row(int i, String raw) {
      if (DIVIDER.matcher(raw).matches()) {
        return silent(i, raw, heading, ReportLine.Kind.NONE);
      }
      List<String> cells = cells(raw);
      if (columns.isEmpty()) {
        columns = cells;
        return silent(i, raw, heading, ReportLine.Kind.NONE);
      }
      return new ReportLine(
          i + 1, ReportLine.Kind.ROW, String.join(" | ", cells), raw, cells, heading, columns);
    }

    private ReportLine text(int i, String raw) {
      columns = List.of();
      Matcher titled = HEADING.matcher(raw);
      if (titled.matches()) {
        heading = plain(titled.group(1));
        return spoken(i, ReportLine.Kind.HEADING, heading, raw, heading);
      }
      Matcher item = ITEM.matcher(raw);
      return item.matches()
          ? spoken(i, ReportLine.Kind.ITEM, plain(item.group(1)), raw, heading)
          : spoken(
              i, ReportLine.Kind.TEXT, plain(raw.replaceFirst("^\\s*>\\s?", "")), raw, heading);
    }
  }

  /** Not where a quoted line only holds the same signs. */
  private static boolean opensComment(String raw) {
    return raw.contains("<!--")
        && !raw.contains("-->")
        && CODE.matcher(raw).replaceAll("").contains("<!--");
  }

  private static ReportLine silent(int index, String raw, String heading, ReportLine.Kind kind) {
    return new ReportLine(index + 1, kind, "", raw, List.of(), heading, List.of());
  }

  private static ReportLine spoken(
      int index, ReportLine.Kind kind, String plain, String raw, String heading) {
    return new ReportLine(index + 1, kind, plain, raw, List.of(), heading, List.of());
  }

  private static List<String> cells(String row) {
    String inner = row.strip();
    inner = inner.startsWith("|") ? inner.substring(1) : inner;
    inner =
        inner.endsWith("|") && !inner.endsWith("\\|")
            ? inner.substring(0, inner.length() - 1)
            : inner;
    List<String> out = new ArrayList<>();
    for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
      out.add(plain(cell).strip());
    }
    return out;
  }

  /** The words without markup. */
  static String plain(String markdown) {
    String text = COMMENT.matcher(markdown).replaceAll(" ");
    text = code(text);
    text = REFERENCE.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = STRUCK.matcher(text).replaceAll(" ");
    text = TAG.matcher(text).replaceAll(" ");
    text = longQuotes(text);
    text = text.replaceAll("\\\\([\\\\`*_\\[\\]<>&~#$!|@.)+-])", "$1");
    return text.replaceAll("\\*\\*|__|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])", "")
        .replace("&#124;", "|")
        .replace("&nbsp;", " ");
  }

  /** A name in code stays; a quoted line is somebody else's words. */
  private static String code(String text) {
    Matcher code = CODE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (code.find()) {
      String inner = code.group(2).strip();
      boolean name = inner.indexOf(' ') < 0 && inner.length() <= 80;
      code.appendReplacement(out, Matcher.quoteReplacement(name ? inner : "«»"));
    }
    return code.appendTail(out).toString();
  }

  private static String longQuotes(String text) {
    Matcher quote = QUOTE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (quote.find()) {
      boolean sentence = quote.group().split("\\s+").length > 3;
      quote.appendReplacement(out, Matcher.quoteReplacement(sentence ? "«»" : quote.group()));
    }
    return quote.appendTail(out).toString();
  }

  /** UTF-8 that was once read as another encoding, read back; else the line as it is. */
  static String unscrambled(String line) {
    if (line.chars().allMatch(c -> c < 0x80)) {
      return line;
    }
    for (String name : List.of("x-MacRoman", "windows-1252")) {
      if (!Charset.isSupported(name)) {
        continue;
      }
      try {
        ByteBuffer bytes = Charset.forName(name).newEncoder().encode(CharBuffer.wrap(line));
        String read = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        if (!read.equals(line)) {
          return read;
        }
      } catch (CharacterCodingException e) {
        // Not that encoding: the next, or the line as it is.
      }
    }
    return line;
  }
}
