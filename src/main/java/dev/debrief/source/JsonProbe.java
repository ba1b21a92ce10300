package dev.debrief.source;

import org.jspecify.annotations.Nullable;

/** Tells which format the JSON is that a few lines begin, complete objects or not. */
final class JsonProbe {
  /** Characters looked at. */
  private static final int MOST = 1 << 18;

  private final Formats formats;
  private final StringBuilder text = new StringBuilder();

  JsonProbe(Formats formats) {
    this.formats = formats;
  }

  /** Adds a line; gives the format as soon as it is plain. */
  @Nullable JsonFormat add(String line) {
    if (text.length() > MOST) {
      return null;
    }
    text.append(line, 0, Math.min(line.length(), MOST)).append('\n');
    boolean endsObject = line.indexOf('}') >= 0;
    return endsObject || line.length() > 1000 ? known() : null;
  }

  /** Whether what was added begins with a complete object that is of no known format. */
  boolean foreign() {
    int first = text.indexOf("{");
    if (first < 0 || !text.substring(0, first).isBlank()) {
      return false;
    }
    JsonObject object = JsonTree.parse(text.toString(), 1);
    return object != null && object.complete;
  }

  private @Nullable JsonFormat known() {
    int from = text.indexOf("{");
    while (from >= 0) {
      JsonObject object = JsonTree.parse(text.substring(from), 1);
      JsonFormat format = object == null ? null : formats.of(object);
      if (format != null) {
        return format;
      }
      if (object != null && object.complete) {
        int end = text.indexOf("\n{", from + 1);
        from = end < 0 ? -1 : end + 1;
      } else {
        int next = text.indexOf("\n{", from + 1);
        from = next < 0 ? -1 : next + 1;
      }
    }
    return null;
  }
}
