package dev.debrief.source;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What flyctl prints of machines as text: {@code fly machine status} with its event table, {@code
 * fly status}, {@code fly machine list}, {@code fly checks list}, and event rows pasted alone.
 * Event stamps are in the zone of the computer that ran flyctl and say their offset; everything
 * else is UTC.
 */
final class MachineStatus implements TextFormat {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:[^|<>]{0,80}[$#%>❯] ?)?(?:fly|flyctl) (?:status|(?:machine|machines|m) (?:status|list|ls)|checks list)\\b.*");

  private static final Pattern CELLS = Pattern.compile("[\\s│]+");

  static final Set<String> STATES =
      Set.of(
          "created",
          "creating",
          "started",
          "starting",
          "stopped",
          "stopping",
          "pending",
          "replacing",
          "replaced",
          "restarting",
          "suspended",
          "suspending",
          "destroyed",
          "destroying",
          "failed",
          "updating",
          "migrated",
          "launch_failed");
  static final Set<String> EVENTS =
      Set.of(
          "launch",
          "start",
          "stop",
          "exit",
          "restart",
          "update",
          "suspend",
          "destroy",
          "cordon",
          "uncordon",
          "resume",
          "migrate");

  @Override
  public String name() {
    return "machine-status";
  }

  @Override
  public String looksLike() {
    return "Machine ID: …, or a header STATE EVENT SOURCE TIMESTAMP";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        Machine ID: 3d8d9930c32189
        Instance ID: 01KN8YTKR09VYTYBW1D9DYS3CP
        State: started
        HostStatus: ok

        \u001b[1mVM\u001b[0m
         ID            │ 3d8d9930c32189
         State         │ started
         Region        │ fra

        \u001b[1mEvent Logs\u001b[0m
         STATE   │ EVENT  │ SOURCE │ TIMESTAMP                     │ INFO
         started │ start  │ flyd   │ 2023-09-11T10:42:41.123-03:00 │
         stopped │ exit   │ flyd   │ 2023-09-11T10:42:40.5-03:00   │ exit_code=137,oom_killed=true,requested_stop=false
        """,
        """
        STATE   EVENT   SOURCE  TIMESTAMP                       INFO
        started start   flyd    2024-06-13T13:37:01.36+02:00
        created launch  flyd    2024-06-13T13:36:59.864+02:00   migrated=true
        """,
        "stopped  exit  flyd  2026-08-31T22:49:22  exit_code=134,oom_killed=false,requested_stop=false\n",
        "starting │ start │ proxy    ← the Flycast request\n",
        "App\n  Name     = my-app  \n\nMachines\n"
            + "PROCESS\tID            \tVERSION\tREGION\tSTATE  \tROLE\tCHECKS\tLAST UPDATED         \t\n"
            + "app    \t1855977b193298\t4      \tiad   \tstopped\t    \t      \t2026-03-17T07:32:07Z\t\n",
        """
        2 machines have been retrieved from app my-app.
        View them in the UI here (\u200bhttps://fly.io/apps/my-app/machines/)

        my-app
         ID             │ NAME   │ STATE   │ REGION │ IMAGE        │ CREATED              │ LAST UPDATED
         3d8d9930b32189 │ a-name │ started │ lhr    │ my-app:d-01H │ 2023-08-30T12:31:51Z │ 2023-08-30T12:31:51Z
        """);
  }

  @Override
  public boolean begins(Line line, LineReader ahead) throws IOException {
    String text = Escapes.strip(line.text()).strip();
    if (text.startsWith("Machine ID: ")
        || text.contains(" machines have been retrieved from app ")) {
      return true;
    }
    if (text.equals("App")) {
      Line next = ahead.peek(0);
      return next != null && Escapes.strip(next.text()).strip().startsWith("Name ");
    }
    if (command(text) || text.equals("Recent Events") || text.equals("Event Logs")) {
      return true;
    }
    Table table = Table.of(Escapes.strip(line.text()));
    if (table != null) {
      return (table.has("EVENT", "SOURCE") && table.has("STATE"))
          || table.has("TIMESTAMP", "TYPE", "MESSAGE")
          || table.has("ID", "STATE")
          || table.has("ID", "STATUS", "REGION")
          || table.has("NAME", "MACHINE", "STATUS");
    }
    return event(text);
  }

  /** Whether a line is the call of a command that prints machines. */
  static boolean command(String text) {
    return text.length() < 300 && COMMAND.matcher(text).matches();
  }

  /** Whether a row without a header tells of an event: state, event, source. */
  static boolean event(String text) {
    String[] words = CELLS.split(text, 4);
    return words.length >= 3
        && STATES.contains(words[0])
        && EVENTS.contains(words[1])
        && (words[2].equals("flyd") || words[2].equals("user") || words[2].equals("proxy"));
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new MachineBlock(this, reading);
  }
}
