package dev.debrief.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The release history: what the reports name, and between it what must have run. */
final class History {
  /** One release; {@code built} is what its image does. */
  record Entry(int version, Instant created, String image, String status, Conduct built) {}

  private final SplittableRandom random;
  private final List<Entry> entries = new ArrayList<>();

  private History(SplittableRandom random) {
    this.random = random;
  }

  static List<Entry> of(SplittableRandom random) {
    History history = new History(random);
    history.before();
    history.evening();
    history.secrets();
    history.night();
    return List.copyOf(history.entries);
  }

  private void before() {
    String[] days = {
      "02-02T16:20:11",
      "02-04T15:02:40",
      "02-07T19:44:02",
      "02-11T17:31:55",
      "02-13T21:08:19",
      "02-16T18:50:33",
      "02-19T16:12:47",
      "02-21T14:03:08",
    };
    for (String day : days) {
      deploy("2026-" + day + "Z", Conduct.HEALTHY);
    }
    deploy("2026-02-23T08:12:02Z", Conduct.HEALTHY); // v289
  }

  /** v290 to v324: six commits, and each tried more than once. */
  private void evening() {
    deploy("2026-02-25T21:00:04Z", Conduct.NOTIFIER); // 5e8f6db
    again("21:06:31 failed", "21:10:47 failed", "21:14:20 interrupted");
    deploy("2026-02-25T21:18:52Z", Conduct.PEERS); // 0d09b8c
    again("21:22:40 failed", "21:26:05 failed");
    failed("2026-02-25T21:29:48Z", Conduct.NO_SUCH_PEER); // 496e879
    again("21:32:30 failed");
    deploy("2026-02-25T21:36:02Z", Conduct.GONE_IN_35_MS); // e785ba5
    again("21:39:20 failed", "21:42:35 complete", "21:45:50 failed", "21:49:10 interrupted");
    deploy("2026-02-25T21:53:04Z", Conduct.HUB_LOGO); // 188cef5
    again("21:56:20 complete", "21:59:40 failed", "22:02:55 complete", "22:06:15 failed");
    deploy("2026-02-25T22:10:02Z", Conduct.MNESIA_DAMAGED); // HubLogoCache's retry
    again("22:13:10 failed", "22:16:25 failed", "22:19:40 interrupted", "22:22:50 failed");
    again("22:26:00 complete", "22:29:15 failed", "22:32:20 failed", "22:35:05 complete");
    again("22:37:10 failed", "22:38:55 interrupted");
    deploy("2026-02-25T22:40:47Z", Conduct.MNESIA_DAMAGED); // 5b3725d, from the cache: v320
    again("22:43:20 failed", "22:45:50 failed", "22:48:05 failed");
    deploy("2026-02-25T22:55:20Z", Conduct.TOGETHER); // 5b3725d, --no-cache: v324
  }

  /** v325 to v330: the image stays, the secrets change. */
  private void secrets() {
    config("2026-02-25T23:15:22Z", Conduct.NO_DATABASE_URL);
    config("2026-02-25T23:21:47Z", Conduct.STAGER); // attached again, secrets deployed
    config("2026-02-25T23:27:30Z", Conduct.STAGER); // the address instead of the name
    config("2026-02-25T23:32:41Z", Conduct.STAGER); // ECTO_IPV6=true
    config("2026-02-25T23:36:58Z", Conduct.STAGER); // with the name
    config("2026-02-25T23:41:15Z", Conduct.STAGER); // with the address: v330
  }

  private void night() {
    String good = image(289);
    rollback("2026-02-26T00:14:09Z", good, Conduct.NOTIFIER);
    config("2026-02-26T01:22:36Z", Conduct.NOTIFIER); // the name again
    deploy("2026-02-26T02:06:18Z", Conduct.OBAN_OFF);
    deploy("2026-02-26T02:41:52Z", Conduct.PATIENT);
    deploy("2026-02-26T03:18:27Z", Conduct.MINIMAL);
    deploy("2026-02-26T03:44:40Z", Conduct.NAME_RESOLVES);
    deploy("2026-02-26T04:03:11Z", Conduct.NO_REPO); // v337
    deploy("2026-02-26T05:04:29Z", Conduct.INET6_DIST);
    deploy("2026-02-26T05:34:03Z", Conduct.SIGNAL_IGNORED);
    rollback("2026-02-26T05:51:47Z", image(337), Conduct.NO_REPO);
    deploy("2026-02-26T06:05:14Z", Conduct.HEALTHY); // v341: without :keepalive
  }

  private String image(int version) {
    return entries.stream()
        .filter(entry -> entry.version() == version)
        .findFirst()
        .orElseThrow()
        .image();
  }

  private void deploy(String created, Conduct built) {
    add(created, newImage(Instant.parse(created)), "complete", built);
  }

  private void failed(String created, Conduct built) {
    add(created, newImage(Instant.parse(created)), "failed", built);
  }

  private void rollback(String created, String image, Conduct built) {
    add(created, image, "complete", built);
  }

  private void config(String created, Conduct built) {
    add(created, entries.getLast().image(), "complete", built);
  }

  /** The image of the release before, deployed once more. */
  private void again(String... timesAndStatus) {
    for (String one : timesAndStatus) {
      Entry last = entries.getLast();
      String[] parts = one.split(" ");
      add("2026-02-25T" + parts[0] + "Z", last.image(), parts[1], last.built());
    }
  }

  private void add(String created, String image, String status, Conduct built) {
    entries.add(new Entry(281 + entries.size(), Instant.parse(created), image, status, built));
  }

  /** Built in half a minute, but for the last two builds without a cache. */
  private String newImage(Instant created) {
    int version = 281 + entries.size();
    long seconds = version == 324 ? 340 : version == 341 ? 414 : 31 + random.nextInt(20);
    return "registry.fly.io/blockster-v2:deployment-"
        + Ulids.at(created.minusSeconds(seconds).plusMillis(random.nextInt(1000)), random);
  }
}
