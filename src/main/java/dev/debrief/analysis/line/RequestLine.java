package dev.debrief.analysis.line;

/** What a line says of a web request. Texts are empty where the line doesn't tell. */
public sealed interface RequestLine {
  /** The request's own id, or empty. */
  String id();

  /** A request came in; its answer is another line. */
  record Asked(String id, String method, String path) implements RequestLine {}

  /**
   * A request was answered.
   *
   * @param status the HTTP status, 100 to 599
   */
  record Answered(String id, int status, String method, String path) implements RequestLine {
    /** Whether the server failed: a status of 500 or more. */
    public boolean failed() {
      return status >= 500;
    }
  }
}
