package dev.debrief.timeline;

/** Log text on one line: what would break a line, hide text or turn its direction is taken out. */
final class PlainText {
  private PlainText() {}

  static String line(String text) {
    StringBuilder plain = new StringBuilder(Math.min(text.length(), 400));
    boolean space = false;
    for (int i = 0; i < text.length() && plain.length() < 400; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (Character.isWhitespace(c) || type == Character.CONTROL) {
        space = !plain.isEmpty();
      } else if (type != Character.FORMAT && type != Character.SURROGATE) {
        plain.append(space ? " " : "").appendCodePoint(c);
        space = false;
      }
    }
    return plain.toString();
  }
}
