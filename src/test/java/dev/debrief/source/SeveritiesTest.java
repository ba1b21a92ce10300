package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveritiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "~",
      quoteCharacter = '^',
      value = {
        "21:00:35.239 [error] GenServer X terminating ~ ERROR",
        "21:00:35.239 request_id=GA [critical] x ~ CRITICAL",
        "21:00:35.239 [info] Sent 500 in 8ms ~ INFO",
        "[warning] setting ssl: true ~ WARNING",
        "^ WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false^ ~ WARNING",
        "ERROR error umounting /data: EBUSY ~ ERROR",
        "** (RuntimeError) environment variable DATABASE_URL is missing. ~ ERROR",
        "{\"level\":\"error\",\"message\":\"x\"} ~ ERROR",
        "{\"level\":50,\"msg\":\"x\"} ~ ERROR",
        "{\"event\": \"x\", \"level\": \"warning\"} ~ WARNING",
        "ts=2026-02-25T21:00:35Z level=error msg=x ~ ERROR",
        "[2026-03-06 11:44:35 +0000] [657] [ERROR] Exception in worker process ~ ERROR",
        "2026-03-06 11:44:36,657 - backend.database - WARNING - slow ~ WARNING",
        "2026-06-02T19:09:39.513Z ERROR 637 --- [app] [ main] c.e.A : x ~ ERROR",
        "E, [2021-09-23T15:36:16.329652 #522] ERROR -- : x ~ ERROR",
        "ERROR:    Exception in ASGI application ~ ERROR",
        "INFO:     127.0.0.1:1 - \"GET / HTTP/1.1\" 500 Internal Server Error ~ INFO",
        "CRITICAL:root:x ~ CRITICAL",
        "ReferenceError: FLEX is not defined ~ ERROR",
        "java.sql.SQLException: refused ~ ERROR",
        "Traceback (most recent call last): ~ ERROR",
        "panic: runtime error ~ ERROR",
        "thread 'main' panicked at src/main.rs:5:10: ~ ERROR",
        "[5f0c1f5e-3c1a-4b7e-9a52-1d2f3c4b5a69] NoMethodError (undefined method `cents' for nil): ~ ERROR",
        "[5f0c1f5e-3c1a-4b7e-9a52-1d2f3c4b5a69] method=GET path=/error status=200 ~ INFO",
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'x' imported from /app/server.js ~ ERROR",
        "Faraday::ConnectionFailed (execution expired): ~ ERROR",
        "Sidekiq::Client (pool of 5) ~ INFO",
        "Redis::CannotConnectError (Connection refused - connect(2)) ~ ERROR",
        "PG::ConnectionBad: could not translate host name ~ ERROR",
        "Errno::ECONNREFUSED: Connection refused ~ ERROR",
        "2026-12-08 17:10:00 - OpenSSL::SSL::SSLError - SSL_connect returned=1: ~ ERROR",
        "2026-12-08 17:10:00 - all is well ~ INFO",
        "PHP Fatal error:  Uncaught Exception ~ ERROR",
        "Kernel pid terminated (application_controller) ~ ERROR",
        "[  258.930660] Out of memory: Killed process 476 (beam.smp) ~ ERROR",
        "[    2.766486] reboot: Restarting system ~ INFO",
        "GET /api/errors 200 in 5ms ~ INFO",
        "2026-05-04T08:00:00.123Z pid=2 tid=gno class=HardJob jid=9f elapsed=1.2 INFO: fail ~ ERROR",
        "2026-05-04T08:00:00.123Z pid=2 tid=gno class=HardJob jid=9f elapsed=1.2 INFO: done ~ INFO",
        "2 TID-gno HardJob JID-9f INFO: fail: 1.2 sec ~ ERROR",
        "2026-05-04T08:00:00.123Z pid=2 tid=gno WARN: {\"context\":\"Job raised exception\",\"job\":{}} ~ ERROR",
        "{\"ts\":\"x\",\"lvl\":\"INFO\",\"msg\":\"fail\",\"ctx\":{\"class\":\"A\",\"jid\":\"9f\"}} ~ ERROR",
        "{\"level\":\"info\",\"source\":\"oban\",\"event\":\"job:exception\",\"state\":\"failure\"} ~ ERROR",
        "{\"level\":\"info\",\"source\":\"oban\",\"event\":\"job:stop\",\"state\":\"success\"} ~ INFO",
        "{\"level\":30,\"jobId\":\"12\",\"msg\":\"job failed\"} ~ ERROR",
        "[ActiveJob] [HardJob] [5f0c1f5e-3c1a] Error performing HardJob (Job ID: 5f) from GoodJob(default) in 3ms: KeyError ~ ERROR",
        "[ActiveJob] [HardJob] [5f0c1f5e-3c1a] Performed HardJob (Job ID: 5f) from GoodJob(default) in 3ms ~ INFO",
        "[ActiveJob] Retrying HardJob (Job ID: 5f) after 1 attempts in 3 seconds, due to a Timeout ~ INFO",
        "Task mail.send[9f] raised unexpected: ValueError('x') ~ ERROR",
        "[Worker(host:a pid:1)] Job Mail#send (id=3) FAILED (0 prior attempts) with KeyError ~ ERROR",
        "[Worker(host:a pid:1)] 4 jobs processed at 3.1 j/s, 0 failed ~ INFO",
        "global job failed ~ ERROR",
        "[worker] job 9 failed: connect ETIMEDOUT ~ ERROR",
        "job cleanup: 12 done, 0 failed ~ INFO",
        "job done failed=0 ~ INFO",
        "GET /job/failed 200 12.1 ms - 512 ~ INFO",
        "GET /admin/job?state=failed 200 in 5ms ~ INFO",
        "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory ~ ERROR",
        "[11-May-2026 07:00:13] ERROR: FPM initialization failed ~ ERROR",
        "[11-May-2026 07:00:13] WARNING: [pool www] server reached pm.max_children setting (5) ~ WARNING",
        "[11-May-2026 07:00:13] NOTICE: ready to handle connections ~ NOTICE",
        "[11-May-2026 07:00:13 UTC] PHP Fatal error:  Uncaught TypeError: x() ~ ERROR",
        "[11-May-2026 07:00:13 Europe/Berlin] PHP Deprecated:  x ~ INFO",
        "hello ~ INFO",
        "An Error occurred, as they say ~ INFO"
      })
  void theMessageTellsHowLoudItIs(String message, Level level) {
    assertEquals(
        level,
        Reads.text("2026-02-25T21:00:35Z app[17817e62f16438] ord [info]" + message + "\n")
            .record()
            .severity());
  }
}
