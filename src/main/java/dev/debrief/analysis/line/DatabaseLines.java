package dev.debrief.analysis.line;

import java.util.regex.Pattern;

/**
 * Tells a database server's own lines: those of Fly Postgres' machines, whose processes each put
 * their name before a bar (superfly/fly-log and flypg: {@code postgres | …}, {@code repmgrd | …}),
 * of a plain Postgres, of Redis and of MySQL.
 */
public final class DatabaseLines {
  private static final Pattern BARRED =
      Pattern.compile(
          "(?:postgres|repmgrd|monitor|admin|exporter|keeper|sentinel|proxy|barman|failover"
              + "|standby) {1,6}\\| ");

  private static final Pattern POSTGRES =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})? [A-Z]{2,5} \\[\\d+\\](?: \\S{1,80})?"
              + " (?:LOG|FATAL|ERROR|WARNING|PANIC|STATEMENT|DETAIL|HINT|CONTEXT):  ");

  private static final Pattern REDIS =
      Pattern.compile(
          "\\d{1,7}:[MSCX] \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{3} [.*#-] ");

  private static final Pattern MYSQL =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,15}Z \\d{1,9} \\[(?:System|Note|Warning|ERROR)\\] \\[MY-\\d");

  private DatabaseLines() {}

  /** The server that prints such a line ({@code postgres}, {@code redis}, {@code mysql}), or "". */
  public static String server(String message) {
    if (message.length() < 10) {
      return "";
    }
    char first = message.charAt(0);
    if (first >= 'a' && first <= 'z') {
      return BARRED.matcher(message).lookingAt() ? "postgres" : "";
    }
    if (first < '0' || first > '9') {
      return "";
    }
    if (POSTGRES.matcher(message).lookingAt()) {
      return "postgres";
    }
    if (REDIS.matcher(message).lookingAt()) {
      return "redis";
    }
    return MYSQL.matcher(message).lookingAt() ? "mysql" : "";
  }
}
