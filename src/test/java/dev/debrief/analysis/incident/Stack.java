package dev.debrief.analysis.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** How programs of one kind talk. */
enum Stack {
  PHOENIX("/app/bin/server", true) {
    @Override
    List<String> ready(Instant at) {
      return List.of(
          clock(at) + " [info] Running ShopWeb.Endpoint with Bandit 1.8.0 at :::8080 (http)",
          clock(at) + " [info] Access ShopWeb.Endpoint at https://shop.fly.dev");
    }

    @Override
    List<String> asked(Instant at, String id, String path) {
      return List.of(clock(at) + " request_id=" + id + " [info] GET " + path);
    }

    @Override
    String answered(Instant at, String id, String path, int status, int millis) {
      return clock(at) + " request_id=" + id + " [info] Sent " + status + " in " + millis + "ms";
    }

    @Override
    List<String> dies(Instant at) {
      return List.of(
          clock(at) + " [notice] Application shop exited: shutdown",
          "Kernel pid terminated (application_controller)"
              + " (\"{application_terminated,shop,shutdown}\")");
    }

    @Override
    String works(Instant at, Random random) {
      return clock(at)
          + " [info] {\"source\":\"oban\",\"event\":\"job:stop\",\"state\":\"success\",\"id\":"
          + random.nextInt(100_000)
          + "}";
    }
  },
  NODE("node server.js", false) {
    @Override
    List<String> ready(Instant at) {
      return List.of("Server listening on port 3000");
    }

    @Override
    String answered(Instant at, String id, String path, int status, int millis) {
      return "GET " + path + " " + status + " " + millis + ".123 ms - 512";
    }

    @Override
    List<String> dies(Instant at) {
      return List.of(
          "Error: Cannot find module './feature'",
          "    at Module._resolveFilename (node:internal/modules/cjs/loader:1144:15)",
          "Node.js v20.11.0");
    }

    @Override
    String works(Instant at, Random random) {
      return "[worker] job " + random.nextInt(100_000) + " done";
    }
  },
  PYTHON("uvicorn main:app --host 0.0.0.0", false) {
    @Override
    List<String> ready(Instant at) {
      return List.of(
          "INFO:     Application startup complete.",
          "INFO:     Uvicorn running on http://0.0.0.0:8080 (Press CTRL+C to quit)");
    }

    @Override
    String answered(Instant at, String id, String path, int status, int millis) {
      return "INFO:     172.16.3.2:41258 - \"GET " + path + " HTTP/1.1\" " + status + " OK";
    }

    @Override
    List<String> dies(Instant at) {
      return List.of(
          "Traceback (most recent call last):",
          "  File \"/app/main.py\", line 12, in <module>",
          "ModuleNotFoundError: No module named 'billing'");
    }

    @Override
    String works(Instant at, Random random) {
      return "INFO:apscheduler.executors.default:Job \"sync\" executed successfully";
    }
  },
  RAILS("bin/rails server", false) {
    @Override
    List<String> ready(Instant at) {
      return List.of("* Listening on http://0.0.0.0:8080");
    }

    @Override
    List<String> asked(Instant at, String id, String path) {
      return List.of("[" + id + "] Started GET \"" + path + "\" for 10.0.0.1 at " + at);
    }

    @Override
    String answered(Instant at, String id, String path, int status, int millis) {
      return "[" + id + "] Completed " + status + " OK in " + millis + "ms (ActiveRecord: 1.2ms)";
    }

    @Override
    List<String> dies(Instant at) {
      return List.of("! Unable to load application: NameError: uninitialized constant Billing");
    }

    @Override
    String works(Instant at, Random random) {
      return "INFO -- : Performed MailJob (Job ID: " + random.nextInt(100_000) + ")";
    }

    @Override
    String id(Random random) {
      return new UUID(random.nextLong(), random.nextLong()).toString();
    }
  },
  GO("/app/api", false) {
    @Override
    List<String> ready(Instant at) {
      return List.of("2026/01/01 00:00:00 server listening on :8080");
    }

    @Override
    String answered(Instant at, String id, String path, int status, int millis) {
      return "{\"level\":\"info\",\"method\":\"GET\",\"path\":\""
          + path
          + "\",\"status\":"
          + status
          + ",\"latency_ms\":"
          + millis
          + "}";
    }

    @Override
    List<String> dies(Instant at) {
      return List.of(
          "panic: runtime error: invalid memory address or nil pointer dereference",
          "goroutine 1 [running]:");
    }

    @Override
    String works(Instant at, Random random) {
      return "{\"level\":\"info\",\"msg\":\"queue drained\",\"n\":" + random.nextInt(50) + "}";
    }
  };

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  final String command;
  final boolean beam;

  Stack(String command, boolean beam) {
    this.command = command;
    this.beam = beam;
  }

  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  abstract List<String> ready(Instant at);

  List<String> asked(Instant at, String id, String path) {
    return List.of();
  }

  abstract String answered(Instant at, String id, String path, int status, int millis);

  abstract List<String> dies(Instant at);

  abstract String works(Instant at, Random random);

  String id(Random random) {
    return "GJ" + Long.toString(Math.abs(random.nextLong()), 36);
  }
}
