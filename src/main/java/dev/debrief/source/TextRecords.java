package dev.debrief.source;

import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block whose lines begin records, or go on with the one before. */
abstract class TextRecords implements Block {
  /** Characters of one record's message; lines beyond are kept as unparsed. */
  private static final int LONGEST = 1 << 18;

  final Reading reading;
  private final Format format;
  private boolean pending;
  private long first;
  private int lines;
  private int blanks;
  private @Nullable Moment moment;
  private String provider = "";
  private String machine = "";
  private String region = "";
  private Level level = Level.INFO;
  private String message = "";
  private @Nullable StringBuilder more;
  private Map<String, String> fields = Map.of();

  TextRecords(Format format, Reading reading) {
    this.format = format;
    this.reading = reading;
  }

  @Override
  public final Format format() {
    return format;
  }

  /** Hands over the record before and begins one. */
  final void begin(
      long line,
      Moment at,
      String spoke,
      String instance,
      String where,
      Level loud,
      String text,
      Map<String, String> told) {
    end();
    pending = true;
    first = line;
    lines = 1;
    moment = at;
    provider = spoke;
    machine = instance;
    region = where;
    level = loud;
    message = text;
    fields = told;
    reading.told(at);
  }

  /**
   * Whether a message goes on behind an empty line without being indented: so it is where nothing
   * but the message is printed; among stamped lines it is what somebody wrote beneath them.
   */
  boolean acrossBlanks() {
    return false;
  }

  @Override
  public boolean follow(Line line) {
    if (!pending || message.length() + (more == null ? 0 : more.length()) > LONGEST) {
      return false;
    }
    boolean stampAlone = message.isEmpty() && more == null;
    boolean apart = blanks > 0 && !stampAlone && !acrossBlanks() && line.text().charAt(0) > ' ';
    if (apart || Noise.aside(line.text())) {
      end();
      return false;
    }
    if (stampAlone) { // the stamp stood on a line of its own
      message = line.text();
      if (provider.isEmpty()) {
        provider = Providers.of(message);
      }
    } else {
      if (more == null) {
        more = new StringBuilder(message);
      }
      more.append("\n".repeat(blanks + 1)).append(line.text());
    }
    lines += blanks + 1;
    reading.unblank(format, blanks);
    blanks = 0;
    return true;
  }

  @Override
  public void blank(Line line) {
    if (pending) {
      blanks++;
    }
  }

  @Override
  public void end() {
    Moment at = moment;
    if (pending && at != null) {
      reading.record(
          new Told(
              format,
              first,
              lines,
              at,
              "",
              provider,
              machine,
              region,
              level,
              more == null ? message : more.toString(),
              fields));
    }
    pending = false;
    more = null;
    blanks = 0;
  }
}
