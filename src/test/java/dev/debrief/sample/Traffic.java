package dev.debrief.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Visitors and jobs: what is said on a good evening, and what visitors meet on a bad one. */
final class Traffic {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final String SYMBOLS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final List<String> PAGES =
      List.of("/", "/hubs", "/login", "/live/websocket", "/api/v1/feed", "/posts/", "/hub/", "/u/");
  private static final List<String> WORKERS =
      List.of("Digest", "NotificationMailer", "RewardSweep", "HubStats");

  private final FlyLog log;
  private final List<Machine> machines;
  private final SplittableRandom random;

  Traffic(FlyLog log, List<Machine> machines, SplittableRandom random) {
    this.log = log;
    this.machines = machines;
    this.random = random;
  }

  /** Visitors of {@code [from, to)}, so many a second, come as they like. */
  void visitors(Instant from, Instant to, double perSecond) {
    Instant at = Machine.plus(from, gap(perSecond));
    while (at.isBefore(to)) {
      visit(at.plusNanos(random.nextInt(1_000_000)));
      at = Machine.plus(at, gap(perSecond));
    }
  }

  private double gap(double perSecond) {
    return -Math.log(1 - random.nextDouble()) / perSecond;
  }

  private void visit(Instant at) {
    List<Machine> open =
        machines.stream().filter(machine -> serving(machine, at).isPresent()).toList();
    if (open.isEmpty()) {
      refused(at);
      return;
    }
    Machine chosen = open.get(random.nextInt(open.size()));
    Machine.Serving serving = serving(chosen, at).orElseThrow();
    String machine = chosen.id;
    long millis = serving.answers() ? 6 + Math.round(90 * gap(1)) : random.nextInt(2, 9);
    String page = page();
    String request = requestId();
    clocked(at, machine, "request_id=" + request + " [info] GET " + page);
    Instant sent = at.plusMillis(millis);
    if (sent.isAfter(serving.to())) {
      error(
          serving.to().plusMillis(30),
          machine,
          "[PU02] could not complete HTTP request to instance: connection closed before message"
              + " completed");
      return;
    }
    if (!serving.answers()) {
      List<String> failure = new BeamMessages(random, machine).failedRequest(request);
      clocked(sent.minusNanos(1_000_000), machine, failure.getFirst());
      failure
          .subList(1, failure.size())
          .forEach(line -> log.add(sent.minusNanos(1_000_000), "app", machine, "info", line));
    }
    clocked(
        sent,
        machine,
        "request_id=%s [info] Sent %d in %dms"
            .formatted(request, status(page, serving.answers()), millis));
    if (serving.answers() && random.nextInt(5) == 0) {
      job(sent.plusMillis(random.nextInt(20, 900)), machine, serving);
    }
  }

  private int status(String page, boolean answers) {
    if (!answers) {
      return 500;
    }
    return switch (page) {
      case "/users/log_in" -> 404;
      case "/login" -> random.nextInt(4) == 0 ? 302 : 200;
      default -> 200;
    };
  }

  private String page() {
    // The dead route that v290 was to mend.
    if (random.nextInt(60) == 0) {
      return "/users/log_in";
    }
    String page = PAGES.get(random.nextInt(PAGES.size()));
    return page.length() > 1 && page.endsWith("/") ? page + random.nextInt(100, 9000) : page;
  }

  private void refused(Instant at) {
    List<Machine> left = machines.stream().filter(machine -> machine.exists(at)).toList();
    Machine machine = left.get(random.nextInt(left.size()));
    switch (random.nextInt(3)) {
      case 0 ->
          error(
              at,
              machine.id,
              "[PC01] instance refused connection. is your app listening on 0.0.0.0:8080? make sure"
                  + " it is not only listening on 127.0.0.1 (hint: look at your startup logs,"
                  + " servers often print the address they are listening on)");
      default ->
          error(
              at,
              machine.id,
              "[PR04] could not find a good candidate within 40 attempts at load balancing");
    }
  }

  private void job(Instant at, String machine, Machine.Serving serving) {
    if (at.isBefore(serving.to())) {
      clocked(
          at,
          machine,
          "[info] {\"args\":{\"id\":%d},\"attempt\":1,\"duration\":%d,\"event\":\"job:stop\",\"queue\":\"default\",\"source\":\"oban\",\"state\":\"success\",\"worker\":\"BlocksterV2.Workers.%s\"}"
              .formatted(
                  random.nextInt(10_000, 99_999),
                  random.nextInt(8_000, 190_000),
                  WORKERS.get(random.nextInt(WORKERS.size()))));
    }
  }

  private static Optional<Machine.Serving> serving(Machine machine, Instant at) {
    return machine.serving.stream()
        .filter(serving -> !at.isBefore(serving.from()) && at.isBefore(serving.to()))
        .findFirst();
  }

  private String requestId() {
    StringBuilder id = new StringBuilder("GJ");
    while (id.length() < 20) {
      id.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    }
    return id.toString();
  }

  private void clocked(Instant at, String machine, String message) {
    log.add(
        at,
        "app",
        machine,
        "info",
        CLOCK.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + " " + message);
  }

  private void error(Instant at, String machine, String message) {
    log.add(at, "proxy", machine, "error", message);
  }
}
