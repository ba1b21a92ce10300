package dev.debrief.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of lines of JSON: objects one a line, pretty-printed objects one after another, an array of
 * them, or a document that holds them. An object is read as soon as it is complete, so that memory
 * is bounded by the longest. Where one is cut, what it holds complete is kept, and the block goes
 * on with the next line that begins an object.
 */
final class JsonBlock implements Block {
  /** Characters of one object; of a longer one, what is complete in these is kept. */
  private static final int LONGEST = 1 << 24;

  /** Lines of one object, however short: each takes more memory than its characters. */
  private static final int MOST_LINES = 1 << 20;

  private final Reading reading;
  private final Formats formats;
  private final List<Line> held = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final FlyJsonBytes plain = new FlyJsonBytes();
  private JsonFormat format;
  private boolean skipping;
  private long accountedBefore;
  private int objects;
  private int depth;
  private final boolean[] lists = new boolean[100];
  private boolean inText;
  private boolean escaped;
  private boolean array;
  private long objectLine;

  /**
   * A block whose lines are counted as {@code guess} until one of them is recognised as another.
   */
  JsonBlock(Reading reading, Formats formats, JsonFormat guess) {
    this.reading = reading;
    this.formats = formats;
    this.format = guess;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean takePlain(LineReader lines) throws IOException {
    return depth == 0 && format instanceof FlyJson && plain.take(lines, format, reading);
  }

  @Override
  public boolean take(Line line, LineReader ahead) throws IOException {
    String characters = line.text();
    if (depth > 0 && (!JsonText.inside(characters) || cutBefore(characters))) {
      giveUp();
    }
    if (depth == 0 && !JsonText.structural(characters)) {
      if (JsonText.fragment(characters)) {
        reading.unparsed(format, line);
        return true;
      }
      return false;
    }
    if (held.isEmpty()) {
      accountedBefore = reading.accounted();
      objects = 0;
    }
    held.add(line);
    scan(line.number(), characters);
    String piece;
    while (line.more() && (piece = ahead.piece()) != null) {
      scan(line.number(), piece);
    }
    endLine();
    return true;
  }

  private void endLine() {
    if (depth == 0) {
      close();
    } else if (inText || skipping || held.size() >= MOST_LINES) {
      giveUp(); // a text doesn't go over lines: the line was cut
    } else {
      text.append('\n');
    }
    skipping = false;
  }

  @Override
  public boolean follow(Line line) {
    return false;
  }

  /** Inside an object it is a line like any other, by which those that follow are numbered. */
  @Override
  public void blank(Line line) {
    if (depth > 0) {
      held.add(line);
      text.append('\n');
      reading.unblank(format, 1);
      if (held.size() >= MOST_LINES) {
        giveUp();
      }
    }
  }

  @Override
  public void end() {
    if (depth > 0) {
      giveUp();
    }
  }

  private void scan(long number, String characters) {
    if (skipping) {
      return;
    }
    int from = 0;
    for (int i = 0, length = characters.length(); i < length; i++) {
      char c = characters.charAt(i);
      if (inText) {
        if (escaped) {
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else if (c == '"') {
          inText = false;
        }
      } else if (c == '"') {
        inText = depth > 0;
      } else if (c == '{' || c == '[') {
        if (depth == 0 && c == '[' && !array) {
          array = true;
          continue;
        }
        if (depth < lists.length) {
          lists[depth] = c == '[';
        }
        if (depth++ == 0) {
          from = i;
          objectLine = number;
        }
      } else if (c == '}' || c == ']') {
        if (depth == 0) {
          array = false;
        } else if (--depth == 0) {
          text.append(characters, from, i + 1);
          read();
        }
      }
    }
    if (depth > 0) {
      text.append(characters, from, characters.length());
      skipping = text.length() > LONGEST;
    }
  }

  /** Whether a line begins a new object although the one before has not ended. */
  private boolean cutBefore(String characters) {
    boolean element = depth > 0 && depth <= lists.length && lists[depth - 1];
    if (!characters.startsWith("{") || held.isEmpty() || element) {
      return false;
    }
    String first = held.getFirst().text();
    String second =
        held.stream().skip(1).filter(line -> !line.blank()).findFirst().map(Line::text).orElse("");
    return first.startsWith("{")
        && (first.strip().length() > 1 || second.startsWith(" ") || second.startsWith("\t"));
  }

  /** Reads the object whose text is there, as far as it goes. */
  private void read() {
    objects++;
    JsonObject object = JsonTree.parse(text.toString(), objectLine);
    text.setLength(0);
    if (object != null) {
      JsonFormat reader = format.recognises(object) ? format : formats.of(object);
      if (reader != null) {
        format = reader;
        reader.read(object, reading);
      }
    }
  }

  /** Accounts for the lines that are held, none of them open any more. */
  private void close() {
    long told = reading.accounted() - accountedBefore;
    if (told == 0 && (objects > 0 || braced())) {
      held.forEach(this::unplaced);
    } else {
      reading.account(format).continuations(held.size() - told);
    }
    held.clear();
  }

  private void unplaced(Line line) {
    if (line.blank()) {
      reading.account(format).blank();
    } else {
      reading.unparsed(format, line);
    }
  }

  private boolean braced() {
    return held.stream().anyMatch(line -> line.text().indexOf('}') >= 0);
  }

  /** Keeps what is complete of an object that was cut, and the rest of its lines as unparsed. */
  private void giveUp() {
    depth = 0;
    inText = false;
    escaped = false;
    read();
    Account account = reading.account(format);
    boolean some = reading.accounted() > accountedBefore;
    // An object before it on the same line may have been of another format.
    long covered =
        some ? reading.accounts().stream().mapToLong(Account::coveredTo).max().orElse(0) : 0;
    long broken = held.stream().filter(line -> line.number() > covered).count();
    if (some) {
      account.continuations(held.size() - broken - (reading.accounted() - accountedBefore));
    }
    for (Line line : held) {
      if (line.number() > covered) {
        unplaced(line);
      }
    }
    account.brokenAt(objectLine);
    held.clear();
  }
}
