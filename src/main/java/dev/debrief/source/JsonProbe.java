package dev.debrief.source;

import org.jspecify.annotations.Nullable;

/** Tells which format the JSON is that a few lines begin, complete objects or not. */
final class JsonProbe {
  /** Characters looked at. */
  private static final int MOST = 1 << 18;

  private final Formats formats;
  private final StringBuilder text = new StringBuilder();
  private int from;

  /** How long the text is when it is looked at again: twice as long, so that looking is linear. */
  private int due;

  private boolean more;
  private boolean foreign;

  JsonProbe(Formats formats) {
    this.formats = formats;
  }

  /** Adds a line; gives the format as soon as it is plain. */
  @Nullable JsonFormat add(String line) {
    if (text.length() > MOST) {
      return null;
    }
    text.append(line, 0, Math.min(line.length(), MOST)).append('\n');
    if (line.startsWith("}")) {
      return known();
    }
    more |= line.indexOf('}') >= 0 || line.length() > 1000;
    return more && text.length() >= due ? known() : null;
  }

  /** The format of what was added, after the last line. */
  @Nullable JsonFormat last() {
    return more ? known() : null;
  }

  /** Whether what was added begins with a complete object that is of no known format. */
  boolean foreign() {
    return foreign;
  }

  /** What is complete and known to be foreign isn't read again: there may be hundreds in a row. */
  private @Nullable JsonFormat known() {
    boolean whole = true;
    due = 2 * text.length();
    more = false;
    for (int at = text.indexOf("{", from); at >= 0; ) {
      JsonObject object = JsonTree.parse(text.substring(at), 1);
      JsonFormat format = object == null ? null : formats.of(object);
      if (format != null) {
        return format;
      }
      int next = text.indexOf("\n{", at + 1);
      whole &= object != null && object.complete;
      if (whole) {
        foreign |= text.substring(0, at).isBlank();
        from = next < 0 ? text.length() : next + 1;
      }
      at = next < 0 ? -1 : next + 1;
    }
    return null;
  }
}
