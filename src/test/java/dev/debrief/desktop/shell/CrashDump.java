package dev.debrief.desktop.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small incident as a user would have saved it: a healthy app, a deploy, crashes, recovery. */
final class CrashDump {
  static final String MACHINE = "17817e62f16438";
  private static final Instant BEGIN = Instant.parse("2026-02-25T20:30:00Z");

  /** How many crashes it tells of, each with a message of two lines. */
  static final int CRASHES = 20;

  private CrashDump() {}

  /** Writes {@code fly-logs.txt} and {@code releases.json} into a folder. */
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>();
    for (int second = 0; second < 1800; second += 6) {
      say(lines, second, "app", "request_id=F%dabc [info] Sent 200 in 12ms".formatted(second));
    }
    for (int crash = 0; crash < CRASHES; crash++) {
      int at = 1805 + crash * 40;
      say(lines, at, "app", "[error] GenServer {Oban.Registry, {Oban, Oban.Stager}} terminating");
      say(lines, at, "app", "** (RuntimeError) could not lookup Ecto repo Shop.Repo");
      say(lines, at + 1, "app", " INFO Main child exited normally with code: 1");
      say(lines, at + 1, "app", " INFO Starting clean up.");
      say(lines, at + 2, "app", "[    5.335000] reboot: Restarting system");
      say(lines, at + 4, "app", " INFO Starting init (commit: 676a820c)...");
      say(lines, at + 4, "app", " INFO Preparing to run: `/app/bin/server` as nobody");
      say(lines, at + 5, "runner", "Machine started in 1.2s");
    }
    for (int second = 2700; second < 3600; second += 6) {
      say(lines, second, "app", "request_id=G%dxyz [info] Sent 200 in 12ms".formatted(second));
    }
    Files.write(folder.resolve("fly-logs.txt"), lines);
    Files.writeString(
        folder.resolve("releases.json"),
        """
        [{"ID":"b","Version":290,"Stable":false,"InProgress":false,"Status":"complete",
          "Description":"Release","Reason":"","User":{"Name":"dev","Email":"dev@example.com"},
          "CreatedAt":"2026-02-25T21:00:00Z","ImageRef":"registry.fly.io/shop:deployment-B"},
         {"ID":"a","Version":289,"Stable":true,"InProgress":false,"Status":"complete",
          "Description":"Release","Reason":"","User":{"Name":"dev","Email":"dev@example.com"},
          "CreatedAt":"2026-02-23T09:00:00Z","ImageRef":"registry.fly.io/shop:deployment-A"}]
        """);
    return folder;
  }

  private static void say(List<String> lines, int second, String provider, String message) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s[%s] ord [info]%s",
            BEGIN.plusSeconds(second),
            provider,
            MACHINE,
            message));
  }
}
