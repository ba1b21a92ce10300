package dev.debrief.analysis.life;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.line.Literals;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Severity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Child restarts that the log shows, counted as OTP's supervisor does (stdlib, supervisor.erl,
 * add_restart): time in whole seconds, a restart stays in the count while {@code t >= now −
 * period}, both ends included, and the supervisor gives up when the count exceeds {@code
 * max_restarts}.
 */
public final class SupervisorBudgets implements Collector {
  /** Fewer crashes in thirty seconds are within Elixir's default of three in five. */
  private static final int LEAST = 3;

  /** No report's first line names a process so far behind its beginning. */
  private static final int LONGEST = 4_000;

  private static final Pattern CHILD =
      Pattern.compile("Child (?:\\S+|\\{.*?\\}) of Supervisor (\\S.*?) terminated");
  private static final Pattern SERVER =
      Pattern.compile("(?:GenServer|:gen_statem|Process) (\\S.*?) terminating");
  private static final Pattern GAVE_UP =
      Pattern.compile("Application (\\w+) exited: (?:exited in|shutdown)");

  private final SortedMap<String, Count> counts = new TreeMap<>();
  private final Literals literals;
  private final int terminated;
  private final int exited;

  /** Counts by texts of its own. */
  public SupervisorBudgets() {
    this(new Literals());
  }

  /**
   * A count that begins.
   *
   * @param literals finds its texts, others' too
   */
  public SupervisorBudgets(Literals literals) {
    this.literals = literals;
    this.terminated = literals.add(" terminat");
    this.exited = literals.add(" exited: ");
  }

  /** The restarts of one second. */
  private static final class Second {
    final long second;
    int restarts = 1;

    Second(long second) {
      this.second = second;
    }
  }

  /** The restarts under one supervisor of one machine. */
  private static final class Count {
    final String machine;
    final String supervisor;

    /** How many in each of the last seconds that had any: a flood has thousands in one. */
    final ArrayDeque<Second> recent = new ArrayDeque<>();

    final List<Evidence> lines = new ArrayList<>();
    int in5s;
    int in10s;
    int in30s;
    long restarts;
    long gaveUp;
    @Nullable Evidence gaveUpLine;
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;

    Count(String machine, String supervisor) {
      this.machine = machine;
      this.supervisor = supervisor;
    }

    void restart(LogRecord log) {
      long now = log.at().getEpochSecond();
      Second same = recent.peekLast();
      if (same != null && same.second == now) {
        same.restarts++;
      } else {
        recent.addLast(new Second(now));
      }
      while (recent.getFirst().second < now - 30) {
        recent.removeFirst();
      }
      in30s = Math.max(in30s, within(now, 30));
      in10s = Math.max(in10s, within(now, 10));
      in5s = Math.max(in5s, within(now, 5));
      restarts++;
      first = log.at().isBefore(first) ? log.at() : first;
      last = log.at().isAfter(last) ? log.at() : last;
      if (lines.size() < Finding.EVIDENCE_SHOWN) {
        lines.add(log.evidence());
      }
    }

    private int within(long now, int period) {
      int n = 0;
      for (var it = recent.descendingIterator(); it.hasNext(); ) {
        Second each = it.next();
        if (each.second < now - period) {
          break;
        }
        n += each.restarts;
      }
      return n;
    }
  }

  @Override
  public void take(LogRecord log) {
    String text = log.message();
    if (!log.moment().known()
        || !(log.provider().equals("app") || log.provider().isEmpty())
        || !log.begins()) {
      return;
    }
    if (literals.look(text) == 0) {
      return;
    }
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST);
    }
    if (literals.stands(terminated)) {
      Matcher child = CHILD.matcher(text);
      if (child.find()) {
        count(log.machine(), child.group(1)).restart(log);
      } else if (SERVER.matcher(text).find()) {
        count(log.machine(), "").restart(log);
      }
    } else if (literals.stands(exited)) {
      Matcher gaveUp = GAVE_UP.matcher(text);
      if (gaveUp.find()) {
        Count count = count(log.machine(), "");
        count.gaveUp++;
        count.gaveUpLine = count.gaveUpLine == null ? log.evidence() : count.gaveUpLine;
        // A new start of the program begins a new count.
        count.recent.clear();
      }
    }
  }

  private Count count(String machine, String supervisor) {
    return counts.computeIfAbsent(
        machine + '\u0000' + supervisor, key -> new Count(machine, supervisor));
  }

  /** A finding for each supervisor whose children crashed often. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Count count : counts.values()) {
      if (count.in30s >= LEAST) {
        findings.add(finding(count));
      }
    }
    return findings;
  }

  private static Finding finding(Count count) {
    String who = count.supervisor.isEmpty() ? "the program's supervisor" : count.supervisor;
    StringBuilder text = new StringBuilder();
    text.append("The log shows ").append(Wording.count(count.restarts, "crash", "crashes"));
    text.append(" of supervised processes; the most within whole seconds are ");
    text.append(count.in5s).append(" in 5 s, ").append(count.in10s).append(" in 10 s and ");
    text.append(count.in30s).append(" in 30 s, counted as OTP counts. ");
    text.append("Elixir's default (3 in 5 s) ");
    text.append(count.in5s > 3 ? "gives up on that" : "bears that").append("; max_restarts: ");
    text.append(count.in5s).append(" with max_seconds: 5 is the least that would have held. ");
    if (count.supervisor.isEmpty()) {
      text.append(
          "The lines name no supervisor: if several share these children, each saw fewer. ");
    }
    if (count.gaveUp > 0) {
      text.append("The application gave up ").append(Wording.count(count.gaveUp, "time", "times"));
      text.append(". A crash that the log lost would add to these counts.");
    }
    List<Evidence> lines = new ArrayList<>();
    if (count.gaveUpLine != null) {
      lines.add(count.gaveUpLine);
    }
    lines.addAll(count.lines);
    return Findings.of(
        count.first,
        count.last.equals(count.first) ? null : count.last,
        List.of(count.machine),
        count.in5s > 3 ? Severity.WARNING : Severity.INFO,
        0.85,
        Wording.count(count.in5s, "crash", "crashes")
            + " in 5 s under "
            + who
            + " on "
            + (count.machine.isEmpty() ? "a machine" : count.machine),
        text.toString().strip(),
        lines,
        (int) Math.min(Integer.MAX_VALUE, count.restarts + (count.gaveUpLine == null ? 0 : 1)),
        new Details.SupervisorBudget(
            count.supervisor,
            new Details.SupervisorBudget.Peaks(count.in5s, count.in10s, count.in30s),
            count.in5s));
  }
}
