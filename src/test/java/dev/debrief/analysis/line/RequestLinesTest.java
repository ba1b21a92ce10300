package dev.debrief.analysis.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          20:10:07.468 request_id=GJCa [info] Sent 500 in 110ms | 500 |
          Completed 503 Service Unavailable in 12ms (ActiveRecord: 1.2ms) | 503 |
          INFO:     172.16.3.2:41258 - "GET /users/7 HTTP/1.1" 200 OK | 200 | /users/7
          10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "POST /login HTTP/1.1" 502 17 "-" "curl" | 502 | /login
          GET /posts/12 404 12.345 ms - 512 | 404 | /posts/12
          OVERHEAD of "POST it" 12: "PUT /login HTTP/1.1" 204 0 | 204 | /login
          barcode=7 "statuses" seen, "status": "503", "methods": 2, url=https://a.b/c?d | 503 | /c
          {"level":"info","method":"GET","path":"/x","status":201} | 201 | /x
             >> Outcome: Success(200 OK) | 200 |
          >> Outcome: Error(500 Internal Server Error) | 500 |
          method=GET path=/orders format=html controller=Orders status=500 duration=5.3 | 500 | /orders
          """)
  void answersOfTheUsualFrameworksAreRead(String text, int status, String path) {
    RequestLine.Answered answer = (RequestLine.Answered) RequestLines.read(log(text)).orElseThrow();
    assertEquals(status, answer.status());
    assertEquals(path == null ? "" : path, answer.path());
  }

  @Test
  void hyphensWithoutEndAreNoAnswerAndEndNothing() {
    String hyphens = " -".repeat(100_000);
    for (String text :
        List.of("GET /x" + hyphens + " 500 in 3 ms", "500 in 3 ms" + hyphens + " GET /x")) {
      assertTrue(
          RequestLines.read(log(text)).filter(RequestLine.Answered.class::isInstance).isEmpty());
    }
  }

  @Test
  void ginsBarsAreReadToo() {
    RequestLine.Answered answer =
        (RequestLine.Answered)
            RequestLines.read(
                    log(
                        "[GIN] 2026/01/01 - 00:00:00 | 500 |   1.2ms |  10.0.0.1 | GET      \"/api\""))
                .orElseThrow();
    assertEquals(500, answer.status());
    assertEquals("/api", answer.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          [06:18:05 ERR] HTTP POST /api/shifts responded 500 in 12.3456 ms | 500 | POST | /api/shifts
          Request finished HTTP/1.1 GET http://localhost:8080/api/shifts?x=1 - 502 0 text/plain 12.3ms | 502 | GET | /api/shifts
          Request finished HTTP/2 GET https://a.fly.dev/ - 200 null application/json; charset=utf-8 3.1ms | 200 | GET | /
          GET /posts/12 404 12 - 3.345 ms | 404 | GET | /posts/12
          GET /posts/12 304 - - 0.345 ms | 304 | GET | /posts/12
          --> GET /api/boards 500 41ms | 500 | GET | /api/boards
          --x GET /api/boards 500 41ms | 500 | GET | /api/boards
           GET /dashboard 500 in 32ms | 500 | GET | /dashboard
          [09:55:41] ERROR GET /api/rides → 500 (4.2ms) | 500 | GET | /api/rides
          2026/05/01 10:00:00 [a/b-000001] "GET http://h.fly.dev/v1/items HTTP/1.1" from 10.0.0.1:5 - 503 21B in 1.2ms | 503 | GET | /v1/items
          500 Internal Server Error: GET - /v1/items in 12ms | 500 | GET | /v1/items
          [14:03:20] 500 -   1.2ms  GET /v1/items | 500 | GET | /v1/items
          2026-05-01 10:00:00 UTC 503 PUT /v1/items 1.23ms | 503 | PUT | /v1/items
          [info] 500 GET /v1/items | 500 | GET | /v1/items
          [E 261027 08:06:08 web:2348] 500 GET /hub/home (10.0.0.1) 3.12ms | 500 | GET | /hub/home
          [I 261027 08:06:08 web:2348] 200 GET /hub/api?x=1 (2001:db8::7) 0.91ms | 200 | GET | /hub/api
          [Fri May  1 10:00:00 2026] 10.0.0.1:4711 [500]: GET /index.php | 500 | GET | /index.php
          """)
  void answersInAPhraseAreReadInEitherOrder(String text, int status, String method, String path) {
    RequestLine.Answered answer = (RequestLine.Answered) RequestLines.read(log(text)).orElseThrow();
    assertEquals(status, answer.status());
    assertEquals(method, answer.method());
    assertEquals(path, answer.path());
  }

  @Test
  void phoenixAlsoAnswersInChunks() {
    RequestLine.Answered answer =
        (RequestLine.Answered)
            RequestLines.read(log("20:10:07.468 request_id=GJCa [info] Chunked 500 in 110ms"))
                .orElseThrow();
    assertEquals(500, answer.status());
    assertEquals("GJCa", answer.id());
  }

  @Test
  void fastifyTellsThePathInOneLineAndTheStatusInAnother() {
    String head = "{\"level\":30,\"time\":1,\"pid\":7,\"hostname\":\"m\",\"reqId\":\"req-c5\",";
    RequestLine.Asked asked =
        (RequestLine.Asked)
            RequestLines.read(
                    log(
                        head
                            + "\"req\":{\"method\":\"GET\",\"url\":\"/status\",\"hostname\":\"h\"},"
                            + "\"msg\":\"incoming request\"}"))
                .orElseThrow();
    assertEquals("req-c5", asked.id());
    assertEquals("/status", asked.path());
    RequestLine.Answered answer =
        (RequestLine.Answered)
            RequestLines.read(
                    log(
                        head
                            + "\"res\":{\"statusCode\":500},\"responseTime\":1.5,"
                            + "\"msg\":\"request completed\"}"))
                .orElseThrow();
    assertEquals("req-c5", answer.id());
    assertEquals(500, answer.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /orders 500 items queued",
        "took 500 ms to GET /v1/items",
        "retrying GET /v1/items after 500 ms",
        "waited 30s, then 200 more: DELETE them",
        "job finished with status=500 rows",
        "Sent 500 emails in the last hour",
        "GETTING 500 items",
        "{\"status\":\"ok\",\"code\":500}"
      })
  void otherTextsAreNoAnswers(String text) {
    assertTrue(
        RequestLines.read(log(text)).filter(RequestLine.Answered.class::isInstance).isEmpty());
  }

  @Test
  void idsInPathsAreMasked() {
    assertEquals("GET /posts/:id/comments", Endpoint.of("GET", "/posts/254/comments"));
    assertEquals("/api/v1/feed", Endpoint.of("", "/api/v1/feed"));
    assertEquals("/u/:id", Endpoint.of("", "/u/3f2b1c9d8e7a"));
  }

  private static LogRecord log(String text) {
    return new LogRecord(
        new Evidence("a.log", 1),
        1,
        new Moment(Instant.EPOCH, Precision.SECOND, Clock.PLATFORM),
        "",
        "app",
        "m",
        "ord",
        Level.INFO,
        Level.INFO,
        text,
        1,
        Map.of());
  }
}
