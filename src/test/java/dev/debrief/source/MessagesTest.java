package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that the platform split find their message again, and only theirs. */
class MessagesTest {
  private static String line(int second, String machine, String message) {
    return "2026-02-25T21:00:%02dZ app[%s] ord [info]%s\n".formatted(second, machine, message);
  }

  private static List<Long> heads(String... messages) {
    StringBuilder dump = new StringBuilder();
    for (String message : messages) {
      dump.append(line(35, "17817e62f16438", message));
    }
    return Reads.text(dump.toString()).records().stream().map(LogRecord::head).toList();
  }

  @Test
  void anElixirCrashReportIsOneMessageAndErrorThroughout() {
    String dump =
        line(35, "17817e62f16438", "21:00:35.239 [error] GenServer App.Worker terminating")
            + line(35, "17817e62f16438", "** (RuntimeError) could not lookup Ecto repo App.Repo")
            + line(
                35,
                "17817e62f16438",
                "    (ecto 3.11.1) lib/ecto/repo/registry.ex:22: Ecto.Repo.Registry.lookup/1")
            + line(35, "17817e62f16438", "Last message (from #PID<0.1.0>): :tick")
            + line(35, "17817e62f16438", "State: %{}")
            + line(35, "17817e62f16438", "21:00:35.300 [info] next");
    List<LogRecord> records = Reads.text(dump).records();
    assertEquals(List.of(1L, 1L, 1L, 1L, 1L, 6L), records.stream().map(LogRecord::head).toList());
    assertEquals(Level.ERROR, records.get(4).severity());
    assertEquals("2026-02-25T21:00:35.239Z", records.get(4).at().toString());
  }

  @Test
  void aRustPanicsWordsStandOnTheNextLine() {
    assertEquals(
        List.of(1L, 1L, 1L, 4L),
        heads(
            "thread 'main' panicked at src/db.rs:41:14:",
            "called `Result::unwrap()` on an `Err` value: PoolTimedOut",
            "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace",
            "listening on 0.0.0.0:8080"));
  }

  @Test
  void linesOfTwoMachinesThatInterleaveStayApart() {
    String dump =
        line(35, "17817e62f16438", "21:00:35.239 [error] GenServer A terminating")
            + line(35, "865d14fe30d228", "21:00:35.240 [error] GenServer B terminating")
            + line(35, "17817e62f16438", "** (RuntimeError) a")
            + line(35, "865d14fe30d228", "** (RuntimeError) b");
    assertEquals(
        List.of(1L, 2L, 1L, 2L), Reads.text(dump).records().stream().map(LogRecord::head).toList());
  }

  @Test
  void adviceWithoutItsExceptionIsAnotherReportsAndIsNotClaimed() {
    assertEquals(
        List.of(1L, 2L),
        heads(
            "21:00:35.662 [error] an exception was raised:",
            "  1. Ensuring your database is available and that you can connect to it"));
  }

  @Test
  void whatAProgramPrintsAfterAnInfoLineStandsAlone() {
    assertEquals(List.of(1L, 2L), heads("21:00:35.662 [info] GET /", "load JSON for icons"));
  }

  @Test
  void aPythonTracebackWithItsCauseIsOneMessage() {
    assertEquals(
        List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 8L),
        heads(
            "Traceback (most recent call last):",
            "  File \"/app/a.py\", line 1, in <module>",
            "sqlite3.OperationalError: no such column",
            "The above exception was the direct cause of the following exception:",
            "Traceback (most recent call last):",
            "  File \"/app/b.py\", line 2, in f",
            "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) no such column",
            "INFO:     127.0.0.1:1 - \"GET / HTTP/1.1\" 500 Internal Server Error"));
  }

  @Test
  void aJavaTraceWithItsCausesIsOneMessage() {
    assertEquals(
        List.of(1L, 1L, 1L, 1L, 1L),
        heads(
            "java.lang.IllegalStateException: no",
            "\tat com.example.A.b(A.java:1)",
            "Caused by: java.sql.SQLException: refused",
            "\tat com.example.C.d(C.java:2)",
            "\t... 25 more"));
  }

  @Test
  void nodesReportOfAnUncaughtExceptionIsOneMessage() {
    assertEquals(
        List.of(1L, 1L, 1L, 1L, 1L, 1L, 7L),
        heads(
            "file:///app/src/routes/llm.js:145",
            "      res.setHeader('X', String(T));",
            "                                ^",
            "ReferenceError: T is not defined",
            "    at llmProxy (file:///app/src/routes/llm.js:145:49)",
            "Node.js v18.20.8",
            "npm notice"));
  }

  @Test
  void rubyGoAndPhpTracesAreOneMessageEach() {
    assertEquals(
        List.of(1L, 1L, 1L),
        heads(
            "ArgumentError: key must be 16 bytes (ArgumentError)",
            "        cipher.key = @secret",
            "/rails/config/initializers/devise.rb:10:in `block in <main>'"));
    assertEquals(
        List.of(1L, 1L, 1L, 1L),
        heads(
            "panic: runtime error: index out of range",
            "goroutine 1 [running]:",
            "main.main()",
            "\t/app/main.go:12 +0x1d"));
    assertEquals(
        List.of(1L, 1L, 1L, 1L),
        heads(
            "PHP Fatal error:  Uncaught Exception: x in /app/a.php:1",
            "Stack trace:",
            "#0 /app/b.php(3): f()",
            "  thrown in /app/a.php on line 1"));
  }

  @Test
  void theVirtualMachinesLastWordsAreNoPartOfTheReportBefore() {
    assertEquals(
        List.of(1L, 2L, 3L),
        heads(
            "21:00:35.239 [notice] Application app exited: shutdown",
            "Kernel pid terminated (application_controller) (\"{application_terminated,app,shutdown}\")",
            " INFO Main child exited normally with code: 1"));
  }

  @Test
  void indentedLinesSecondsApartStandAlone() {
    String dump = line(1, "17817e62f16438", "  scan 1") + line(4, "17817e62f16438", "  analyze 2");
    assertEquals(
        List.of(1L, 2L), Reads.text(dump).records().stream().map(LogRecord::head).toList());
  }
}
