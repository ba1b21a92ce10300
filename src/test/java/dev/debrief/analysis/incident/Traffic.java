package dev.debrief.analysis.incident;

import dev.debrief.model.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Visitors: requests to machines that are up, jobs in the background. */
final class Traffic {
  /** How likely a request fails. */
  interface Failure {
    double chance(Instant at, Scene.Machine machine, String path);
  }

  /** A time in which a machine answers. */
  record Up(Scene.Machine machine, Instant from, Instant to) {
    boolean at(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  private static final String[] PATHS = {"/", "/posts/", "/login", "/api/v1/feed", "/users/"};
  private final Scene scene;
  private final List<Up> ups = new ArrayList<>();
  private final List<Up> shunned = new ArrayList<>();

  Traffic(Scene scene) {
    this.scene = scene;
  }

  void up(Scene.Machine machine, Instant from, Instant to) {
    if (from.isBefore(to)) {
      ups.add(new Up(machine, from, to));
    }
  }

  /** A machine gets no request for a time, though it is up. */
  void shun(Scene.Machine machine, Instant from, Instant to) {
    shunned.add(new Up(machine, from, to));
  }

  private boolean shunned(Up up, Instant now) {
    return shunned.stream().anyMatch(other -> other.machine() == up.machine() && other.at(now));
  }

  /** Takes back the times that begin at these instants: nobody could reach the program. */
  void drop(Instant[] begins) {
    ups.removeIf(up -> Arrays.asList(begins).contains(up.from()));
  }

  /** The times in which machines answer. */
  List<Up> ups() {
    return List.copyOf(ups);
  }

  /** Requests at a rate by day and night, each to a machine that is up; none is up: none comes. */
  void flow(Instant from, Instant to, double perSecond, Failure failure, boolean checkout) {
    double phase = scene.between(0, 6.28);
    Instant at = from;
    while (true) {
      double wave =
          1 + 0.4 * Math.sin(phase + Duration.between(from, at).toSeconds() / 86_400.0 * 6.28);
      at = Scene.after(at, -Math.log(1 - scene.random.nextDouble()) / (perSecond * wave));
      if (!at.isBefore(to)) {
        return;
      }
      Instant now = at;
      List<Up> open = ups.stream().filter(up -> up.at(now) && !shunned(up, now)).toList();
      if (!open.isEmpty()) {
        request(open.get(scene.random.nextInt(open.size())), at, failure, checkout);
      }
    }
  }

  private void request(Up up, Instant at, Failure failure, boolean checkout) {
    String path = PATHS[scene.random.nextInt(PATHS.length)];
    if (path.length() > 1 && path.endsWith("/")) {
      path += scene.random.nextInt(9_000);
    }
    if (checkout && scene.random.nextInt(5) == 0) {
      path = "/checkout";
    }
    int millis = 5 + scene.random.nextInt(300);
    Instant answer = at.plusMillis(millis);
    if (!up.at(answer)) {
      return;
    }
    boolean fails = scene.random.nextDouble() < failure.chance(at, up.machine(), path);
    String id = scene.stack.id(scene.random);
    String asked = path;
    scene.stack.asked(at, id, asked).forEach(text -> scene.app(at, up.machine(), text));
    scene.app(
        answer,
        up.machine(),
        scene.stack.answered(
            answer, id, path, fails ? 500 : scene.random.nextInt(20) == 0 ? 404 : 200, millis));
  }

  /** Background jobs on whatever runs. */
  void work(Instant from, Instant to, double perSecond) {
    for (Up up : ups) {
      Instant at = up.from().isBefore(from) ? from : up.from();
      while (true) {
        at = Scene.after(at, -Math.log(1 - scene.random.nextDouble()) / perSecond);
        if (!at.isBefore(up.to()) || !at.isBefore(to)) {
          break;
        }
        scene.app(at, up.machine(), scene.stack.works(at, scene.random));
      }
    }
  }

  /** The proxy complains where nobody is up. */
  void complaints(Instant from, Instant to, double perSecond) {
    Instant at = from;
    while (true) {
      at = Scene.after(at, -Math.log(1 - scene.random.nextDouble()) / perSecond);
      if (!at.isBefore(to)) {
        return;
      }
      Instant now = at;
      if (ups.stream().noneMatch(up -> up.at(now))) {
        scene.say(
            at,
            "proxy",
            scene.machines.getFirst(),
            Level.ERROR,
            "[PR01] no known healthy instances found for route tcp/443");
      }
    }
  }
}
