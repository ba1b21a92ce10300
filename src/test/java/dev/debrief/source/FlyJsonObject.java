package dev.debrief.source;

/**
 * One object as {@code fly logs --json} prints it: indented by four, every HTTP and error field
 * there and empty. The tests' one writer of it.
 */
public final class FlyJsonObject {
  private FlyJsonObject() {}

  /**
   * The object's lines, the last ended by a line feed; {@code message} is escaped as Go's encoder
   * does.
   */
  public static String of(
      String level, String machine, String message, String region, Object at, String provider) {
    return """
    {
        "level": "%s",
        "instance": "%s",
        "message": "%s",
        "region": "%s",
        "timestamp": "%s",
        "meta": {
            "Instance": "%s",
            "Region": "%s",
            "Event": {
                "Provider": "%s"
            },
            "HTTP": {
                "Request": {
                    "ID": "",
                    "Method": "",
                    "Version": ""
                },
                "Response": {
                    "status_code": 0
                }
            },
            "Error": {
                "Code": 0,
                "Message": ""
            },
            "URL": {
                "Full": ""
            }
        }
    }
    """
        .formatted(level, machine, quoted(message), region, at, machine, region, provider);
  }

  /** Go's encoder escapes HTML as well. */
  private static String quoted(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }
}
