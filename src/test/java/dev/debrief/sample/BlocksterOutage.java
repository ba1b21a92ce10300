package dev.debrief.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the dumps of {@code sample-logs/blockster-outage}: the same each time. Its README says what
 * comes from the reports and what was chosen.
 */
public final class BlocksterOutage {
  /** Written compressed, because it is large. */
  static final String EVENING = "fly-logs-feb25.json.gz";

  private static final Instant SCALED = Instant.parse("2026-02-25T23:04:21.310Z");
  private static final Instant END = Instant.parse("2026-02-26T06:42:00Z");
  private static final Instant SAVED_STATUS = Instant.parse("2026-02-25T22:58:40Z");
  private static final Instant FIRST_JOINT = Instant.parse("2026-02-25T22:56:06.482Z");
  private static final String FIRST = "17817e62f16438";
  private static final String SECOND = "865d14fe30d228";
  private static final String MIGRATOR = "2874d19c90e178";

  private final SplittableRandom random = new SplittableRandom(20260225);
  private final FlyLog log = new FlyLog();
  private final List<History.Entry> history = History.of(random.split());

  private BlocksterOutage() {}

  /** Writes the folder named, or {@code sample-logs/blockster-outage}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "sample-logs/blockster-outage");
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files().entrySet()) {
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      Files.write(
          folder.resolve(file.getKey()), file.getKey().endsWith(".gz") ? packed(bytes) : bytes);
    }
  }

  /** Name to text, before compression. */
  static Map<String, String> files() {
    return new BlocksterOutage().make();
  }

  private Map<String, String> make() {
    NavigableSet<Instant> joint = joint();
    Machine first = new Machine(FIRST, random.split(), log, new TreeSet<>(), joint);
    first.live(rollouts(Duration.ofSeconds(11)), END);
    Machine second = new Machine(SECOND, random.split(), log, first.exits, joint);
    List<Rollout> seconds = new ArrayList<>(rollouts(Duration.ofSeconds(28)));
    seconds.removeIf(rollout -> rollout.at().isAfter(SCALED));
    second.live(seconds, SCALED);
    second.destroy(SCALED);
    traffic(List.of(first, second));
    String attempted = migrators();

    Consoles consoles = new Consoles(history);
    History.Entry last = history.getLast();
    History.Entry together =
        history.stream().filter(entry -> entry.version() == 324).findFirst().orElseThrow();
    List<Line> february23 = log.between(at("2026-02-23T08:00:00Z"), at("2026-02-23T08:13:25Z"));
    SplittableRandom ids = new SplittableRandom(289);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("deploy-first-attempt.txt", consoles.releaseCommandFailed(attempted, MIGRATOR));
    files.put("deploy-cached.txt", consoles.cached());
    files.put("deploy-no-cache.txt", consoles.uncached());
    // --no-tail prints a page of a hundred lines and ends.
    files.put(
        "fly-logs-feb23.txt",
        FlyLog.text(february23.subList(february23.size() - 100, february23.size())));
    files.put(
        EVENING, FlyLog.json(log.between(at("2026-02-25T20:00:00Z"), at("2026-02-26T00:04:00Z"))));
    files.put("fly-logs-feb26.txt", FlyLog.text(log.between(at("2026-02-25T23:52:00Z"), END)));
    files.put("git-log.txt", Consoles.gitLog());
    files.put(
        "machine-status-" + FIRST + ".txt",
        HistoryDumps.machineStatus(first, SAVED_STATUS, together));
    files.put(
        "machine-status-" + SECOND + ".txt",
        HistoryDumps.machineStatus(second, SAVED_STATUS, together));
    files.put("machines.json", HistoryDumps.machineList(first, END, last));
    files.put(
        "releases-feb25-2200.json",
        HistoryDumps.releases(history, at("2026-02-25T22:00:00Z"), ids));
    files.put(
        "releases-feb25-2347.json",
        HistoryDumps.releases(history, at("2026-02-25T23:47:00Z"), ids));
    files.put("releases-feb26.json", HistoryDumps.releases(history, END, ids));
    files.put("scale-and-secrets.txt", consoles.scaleAndSecrets());
    return files;
  }

  /** The moments at which both machines went together, every 24 s until one was scaled away. */
  private static NavigableSet<Instant> joint() {
    NavigableSet<Instant> joint = new TreeSet<>();
    for (Instant at = FIRST_JOINT;
        at.isBefore(SCALED.minusSeconds(5));
        at = at.plusMillis(24_037)) {
      joint.add(at);
    }
    return joint;
  }

  private List<Rollout> rollouts(Duration after) {
    return history.stream()
        .filter(entry -> entry.version() >= 288)
        .map(entry -> new Rollout(entry.created().plus(after), entry.image(), entry.built()))
        .toList();
  }

  private void traffic(List<Machine> machines) {
    Traffic traffic = new Traffic(log, machines, random.split());
    traffic.visitors(at("2026-02-23T08:11:00Z"), at("2026-02-23T08:14:00Z"), 0.25);
    traffic.visitors(at("2026-02-25T20:00:00Z"), at("2026-02-25T21:00:00Z"), 0.4);
    traffic.visitors(at("2026-02-25T21:00:00Z"), at("2026-02-26T00:00:00Z"), 0.12);
    traffic.visitors(at("2026-02-26T00:00:00Z"), at("2026-02-26T06:05:00Z"), 0.05);
    traffic.visitors(at("2026-02-26T06:05:00Z"), END, 0.3);
  }

  /** Two attempts at v290's code, before it got a number; returns the image of the second. */
  private String migrators() {
    String image = "";
    for (String start : List.of("2026-02-25T20:44:07.211Z", "2026-02-25T20:51:21.874Z")) {
      Instant at = at(start);
      image =
          "registry.fly.io/blockster-v2:deployment-"
              + Ulids.at(at.minusSeconds(83), random.split());
      String id = start.contains("20:51") ? MIGRATOR : "781e0f3ab92d68";
      MachineTalk talk = new MachineTalk(id, log, random.split());
      talk.version(Ulids.at(at, random.split()));
      talk.migrate(at, image);
    }
    return image;
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
