package dev.debrief.analysis.line;

import java.util.Set;

/** A request's path with what varies masked. */
public final class Endpoint {
  private Endpoint() {}

  /** {@code /posts/254} becomes {@code /posts/:id}; long or digit-bearing parts are ids. */
  public static String of(String method, String path) {
    if (path.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(path.length() + 8);
    if (!method.isEmpty()) {
      out.append(method).append(' ');
    }
    int from = 0;
    while (from < path.length()) {
      int to = path.indexOf('/', from + 1);
      if (to < 0) {
        to = path.length();
      }
      if (isId(path, from, to)) {
        out.append("/:id");
      } else {
        out.append(path, from, to);
      }
      from = to;
    }
    return out.toString();
  }

  /** The path of a URL or of a path with a query. */
  public static String path(String url) {
    if (url.isEmpty()) {
      return "";
    }
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    if (from < 0) {
      return "/";
    }
    int to = url.indexOf('?', from);
    return url.substring(from, to < 0 ? url.length() : to);
  }

  /** What health checks ask by custom, at whatever depth, and at the top only. */
  private static final Set<String> CHECKS =
      Set.of(
          "health",
          "healthz",
          "healthcheck",
          "health_check",
          "health-check",
          "healthy",
          "readyz",
          "readiness",
          "livez",
          "liveness");

  private static final Set<String> TOP_CHECKS = Set.of("ready", "live", "up", "ping", "alive");

  private static final int DEEPEST = 3;

  /**
   * Whether a path is one that by custom only health checks ask: {@code /healthz}, {@code /up},
   * {@code /api/health}, {@code /actuator/health/readiness}.
   */
  public static boolean check(String path) {
    int last = path.lastIndexOf('/');
    if (last < 0 || path.length() - last > 16) {
      return false;
    }
    String name = path.substring(last + 1);
    if (CHECKS.contains(name)) {
      return path.chars().filter(c -> c == '/').count() <= DEEPEST;
    }
    return last == 0 && TOP_CHECKS.contains(name);
  }

  private static boolean isId(String path, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      if (Character.isDigit(path.charAt(i))) {
        digits++;
      }
    }
    int length = to - from - 1;
    // "/v1" and "/api2" are names; a number, or a long part with several digits, is an id.
    return length > 0 && digits > 0 && (digits == length || (length >= 8 && digits >= 3));
  }
}
