package dev.debrief.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What {@code fly releases --json} and {@code fly machine …} showed at some moment. */
final class HistoryDumps {
  /** The authors' wall clock, which the event table shows. */
  private static final ZoneOffset WALL = ZoneOffset.ofHours(-5);

  private static final DateTimeFormatter WALL_CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private HistoryDumps() {}

  /** The newest 25 releases, newest first. */
  static String releases(List<History.Entry> history, Instant saved, SplittableRandom random) {
    return history.stream()
        .filter(entry -> entry.created().isBefore(saved))
        .sorted(Comparator.comparing(History.Entry::version).reversed())
        .limit(25)
        .map(entry -> release(entry, random))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String release(History.Entry entry, SplittableRandom random) {
    return """
            {
                "ID": "%016x",
                "Version": %d,
                "Stable": false,
                "InProgress": false,
                "Reason": "",
                "Description": "Release",
                "Status": "%s",
                "DeploymentStrategy": "",
                "Metadata": null,
                "User": {
                    "ID": "8dj2kq0vw14r",
                    "Name": "",
                    "Email": "dev@blockster.example",
                    "EnablePaidHobby": false
                },
                "EvaluationID": "",
                "CreatedAt": "%s",
                "ImageRef": "%s"
            }"""
        .formatted(
            random.split().nextLong(),
            entry.version(),
            entry.status(),
            entry.created(),
            entry.image())
        .indent(4)
        .stripTrailing();
  }

  /** {@code fly machine list --json}: the machines there are, with their newest 20 events. */
  static String machineList(Machine machine, Instant saved, History.Entry release) {
    String events =
        newest(machine, saved, 20).stream()
            .map(HistoryDumps::event)
            .collect(Collectors.joining(",\n"));
    String tag = release.image().substring(release.image().indexOf(':') + 1);
    Instant updated = newest(machine, saved, 1).getFirst().at();
    return """
        [
            {
                "id": "%s",
                "name": "quiet-dew-4417",
                "state": "started",
                "region": "ord",
                "image_ref": {
                    "registry": "registry.fly.io",
                    "repository": "blockster-v2",
                    "tag": "%s",
                    "digest": "",
                    "labels": null
                },
                "instance_id": "%s",
                "private_ip": "fdaa:0:9cc8:a7b:3b5:1781:7e62:2",
                "created_at": "2025-11-18T19:22:41Z",
                "updated_at": "%s",
                "config": {
                    "env": {
                        "DNS_CLUSTER_QUERY": "blockster-v2.internal",
                        "PHX_HOST": "blockster.com",
                        "PORT": "8080"
                    },
                    "guest": {
                        "cpu_kind": "performance",
                        "cpus": 2,
                        "memory_mb": 4096
                    },
                    "metadata": {
                        "fly_flyctl_version": "0.4.11",
                        "fly_platform_version": "v2",
                        "fly_process_group": "app",
                        "fly_release_version": "%d"
                    }
                },
                "events": [
        %s
                ],
                "checks": [
                    {
                        "name": "servicecheck-00-tcp-8080",
                        "status": "passing",
                        "output": "Success",
                        "updated_at": "%s"
                    }
                ],
                "host_status": "ok"
            }
        ]
        """
        .formatted(
            machine.id,
            tag,
            Ulids.at(updated, new SplittableRandom(release.version())),
            updated,
            release.version(),
            events,
            updated.plusSeconds(4));
  }

  private static String event(Event event) {
    String request =
        event
            .exitCode()
            .map(
                code ->
                    """
                        "request": {
                            "exit_event": {
                                %s
                                "guest_signal": -1,
                                "signal": -1,
                                "exited_at": "%s"
                            }
                        },
                    """
                        .formatted(
                            event.requested()
                                ? "\"requested_stop\": true,"
                                : "\"exit_code\": " + code + ", \"restarting\": true,",
                            event.at().minusMillis(41)))
            .orElse("");
    return ("""
        {
            "type": "%s",
            "status": "%s",
        """
                .formatted(event.type(), event.status())
            + request
            + """
                "source": "%s",
                "timestamp": %d
            }
            """
                .formatted(event.source(), event.at().toEpochMilli()))
        .indent(12)
        .stripTrailing();
  }

  /** {@code fly machine status}, as flyctl printed its tables until April 2026. */
  static String machineStatus(Machine machine, Instant saved, History.Entry release) {
    StringBuilder out = new StringBuilder();
    String instance = Ulids.at(release.created(), new SplittableRandom(machine.id.hashCode()));
    out.append("Machine ID: ").append(machine.id).append('\n');
    out.append("Instance ID: ").append(instance).append('\n');
    out.append("State: started\nHostStatus: ok\n\nVM\n");
    String[][] rows = {
      {"ID", machine.id},
      {"Instance ID", instance},
      {"State", "started"},
      {"Image", release.image().substring("registry.fly.io/".length())},
      {"Region", "ord"},
      {"Process Group", "app"},
      {"CPU Kind", "performance"},
      {"vCPUs", "2"},
      {"Memory", "4096"},
    };
    for (String[] row : rows) {
      out.append("  %-13s = %s  \n".formatted(row[0], row[1]));
    }
    out.append("\nEvent Logs\n");
    out.append("STATE   \tEVENT  \tSOURCE\tTIMESTAMP                    \tINFO \n");
    for (Event event : newest(machine, saved, 8)) {
      out.append(
          "%-8s\t%-7s\t%-6s\t%s\t%s\n"
              .formatted(
                  event.status(),
                  event.type(),
                  event.source(),
                  WALL_CLOCK.format(event.at().atOffset(WALL)),
                  event
                      .exitCode()
                      .map(
                          code ->
                              "exit_code=%d,oom_killed=false,requested_stop=%b"
                                  .formatted(code, event.requested()))
                      .orElse("")));
    }
    return out.toString();
  }

  private static List<Event> newest(Machine machine, Instant saved, int most) {
    return machine.events.stream()
        .filter(event -> event.at().isBefore(saved))
        .sorted(Comparator.comparing(Event::at).reversed())
        .limit(most)
        .toList();
  }
}
