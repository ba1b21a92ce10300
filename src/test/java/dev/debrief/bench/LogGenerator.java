package dev.debrief.bench;

import dev.debrief.source.FlyJsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Platform logs of any size in the shapes of {@code fly logs} and {@code fly logs --json}: requests
 * with ids of their own, queries, stack traces, proxy errors, and machines that crash in a loop now
 * and then. The same seed gives the same bytes.
 *
 * <p>{@code java … LogGenerator text|json LINES FILE}
 */
public final class LogGenerator {
  private static final String[] MACHINES = {
    "17817e62f16438", "865d14fe30d228", "3d8d9930b32189", "48e2d97f746d98", "e784079b449483"
  };
  private static final String[] REGIONS = {"iad", "iad", "lhr", "cdg", "sin"};
  private static final String[] PATHS = {
    "/",
    "/posts/",
    "/api/v1/orders/",
    "/api/v1/users/",
    "/live/websocket",
    "/health",
    "/login",
    "/assets/app.css",
    "/search",
    "/api/v1/carts/"
  };
  private static final String[] METHODS = {"GET", "GET", "GET", "GET", "POST", "PUT", "DELETE"};
  private static final int[] STATUS = {200, 200, 200, 200, 200, 200, 201, 204, 302, 304, 404, 422};
  private static final String[] TABLES = {"posts", "users", "orders", "oban_jobs", "carts"};
  private static final char[] ID =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".toCharArray();
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SplittableRandom random;
  private final boolean json;
  private final OutputStream out;
  private final long most;
  private Instant now = Instant.parse("2026-02-20T00:00:00Z");
  private long lines;

  private LogGenerator(boolean json, long most, long seed, OutputStream out) {
    this.json = json;
    this.most = most;
    this.random = new SplittableRandom(seed);
    this.out = out;
  }

  /** Writes so many records, one a line in text, one an object in JSON. */
  public static void write(boolean json, long records, long seed, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      new LogGenerator(json, records, seed, out).run();
    }
  }

  /** {@code text|json LINES FILE}. */
  public static void main(String[] args) throws IOException {
    write(args[0].equals("json"), Long.parseLong(args[1]), 42, Path.of(args[2]));
  }

  private void run() throws IOException {
    while (lines < most) {
      now = now.plusNanos(random.nextLong(120_000_000));
      int machine = random.nextInt(MACHINES.length);
      int what = random.nextInt(1000);
      if (what < 880) {
        request(machine);
      } else if (what < 960) {
        query(machine);
      } else if (what < 985) {
        proxy(machine);
      } else if (what < 999) {
        trace(machine);
      } else if (random.nextInt(20) == 0) {
        crashes(machine);
      }
    }
  }

  private void request(int machine) throws IOException {
    String id = id();
    String path = PATHS[random.nextInt(PATHS.length)];
    String full = path.endsWith("/") && path.length() > 1 ? path + random.nextInt(90_000) : path;
    app(
        machine,
        "request_id=" + id + " [info] " + METHODS[random.nextInt(METHODS.length)] + " " + full);
    now = now.plusNanos(random.nextLong(3_000_000));
    app(
        machine,
        "request_id="
            + id
            + " [info] Sent "
            + STATUS[random.nextInt(STATUS.length)]
            + " in "
            + (1 + random.nextInt(400))
            + "ms");
  }

  private void query(int machine) throws IOException {
    app(
        machine,
        "[debug] QUERY OK source=\""
            + TABLES[random.nextInt(TABLES.length)]
            + "\" db="
            + random.nextInt(90)
            + "."
            + random.nextInt(10)
            + "ms queue=0."
            + random.nextInt(10)
            + "ms idle="
            + random.nextInt(1900)
            + ".1ms");
  }

  private void proxy(int machine) throws IOException {
    entry(
        "proxy",
        machine,
        "error",
        "[PC01] instance refused connection. is your app listening on"
            + " 0.0.0.0:8080? make sure it is not only listening on 127.0.0.1");
  }

  private void trace(int machine) throws IOException {
    app(
        machine,
        "request_id="
            + id()
            + " [error] ** (Ecto.NoResultsError) expected at least one result"
            + " but got none in query: from p0 in Shop.Post, where: p0.id == ^"
            + random.nextInt(100_000));
    String[] frames = {
      "    (ecto 3.11.2) lib/ecto/repo/queryable.ex:161: Ecto.Repo.Queryable.one!/3",
      "    (shop 0.1.0) lib/shop_web/controllers/post_controller.ex:"
          + (20 + random.nextInt(60))
          + ": ShopWeb.PostController.show/2",
      "    (phoenix 1.7.14) lib/phoenix/router.ex:484: Phoenix.Router.__call__/5",
      "    (bandit 1.5.7) lib/bandit/pipeline.ex:124: Bandit.Pipeline.call_plug!/2"
    };
    for (String frame : frames) {
      entry("app", machine, "info", frame);
    }
  }

  private void crashes(int machine) throws IOException {
    for (int i = 0; i < 6; i++) {
      app(
          machine,
          "[notice] Application shop exited: exited in: Shop.Application.start(:normal, [])");
      entry("app", machine, "info", " INFO Main child exited normally with code: 1");
      entry("app", machine, "info", " INFO Starting clean up.");
      entry(
          "app",
          machine,
          "info",
          " WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false");
      entry("app", machine, "info", "[    0.163112] reboot: Restarting system");
      now = now.plusNanos(4_000_000_000L);
      entry("app", machine, "info", " INFO Starting init (commit: 74e923d)...");
      entry("app", machine, "info", " INFO Preparing to run: `/app/bin/server` as nobody");
      app(
          machine,
          "[error] Postgrex.Protocol (#PID<0.2150.0>) failed to connect: **"
              + " (DBConnection.ConnectionError) tcp connect (db.internal:5432): non-existing"
              + " domain - :nxdomain");
      now = now.plusNanos(9_000_000_000L);
    }
  }

  private void app(int machine, String rest) throws IOException {
    entry("app", machine, "info", CLOCK.format(now) + " " + rest);
  }

  private void entry(String provider, int machine, String level, String message)
      throws IOException {
    if (lines++ >= most) {
      return;
    }
    String text;
    if (json) {
      text =
          FlyJsonObject.of(
              level,
              MACHINES[machine],
              message,
              REGIONS[machine],
              now.plusNanos(412_345),
              provider);
    } else {
      text =
          SECOND.format(now)
              + " "
              + provider
              + "["
              + MACHINES[machine]
              + "] "
              + REGIONS[machine]
              + " ["
              + level
              + "]"
              + message
              + "\n";
    }
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String id() {
    char[] id = new char[20];
    for (int i = 0; i < id.length; i++) {
      id[i] = ID[random.nextInt(ID.length)];
    }
    return new String(id);
  }
}
