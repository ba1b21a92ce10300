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
          method=GET path=/orders format=html controller=Orders status=500 duration=5.3 | 500 | /orders
          """)
  void answersOfTheUsualFrameworksAreRead(String text, int status, String path) {
    RequestLine.Answered answer = (RequestLine.Answered) RequestLines.read(log(text)).orElseThrow();
    assertEquals(status, answer.status());
    assertEquals(path == null ? "" : path, answer.path());
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
  @ValueSource(
      strings = {
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
