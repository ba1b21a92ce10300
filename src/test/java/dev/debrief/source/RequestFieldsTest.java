package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "~",
      quoteCharacter = '^',
      value = {
        "app ~ 01:02:31.518 request_id=GAU7 [info] GET / ~ {request.id=GAU7, request.method=GET, request.url=/}",
        "app ~ 01:02:31.518 request_id=GAU7 [info] Sent 503 in 44µs ~ {request.id=GAU7, response.status=503}",
        "app ~ 01:02:31.518 [info] Chunked 200 in 4ms ~ {response.status=200}",
        "app ~ INFO:     1.2.3.4:42978 - \"GET /chats HTTP/1.1\" 500 Internal Server Error ~ {request.method=GET, request.url=/chats, response.status=500}",
        "app ~ 1.2.3.4 - - [25/Feb/2026:21:00:35 +0000] \"POST /x?a=1 HTTP/1.1\" 502 157 ~ {request.method=POST, request.url=/x?a=1, response.status=502}",
        "app ~ GET /health 200 1.234 ms - 2 ~ {request.method=GET, request.url=/health, response.status=200}",
        "app ~ POST /api/key - 200 (1117ms) ~ {request.method=POST, request.url=/api/key, response.status=200}",
        "app ~ Started GET \"/x\" for 1.2.3.4 at 2026-02-25 ~ {request.method=GET, request.url=/x}",
        "app ~ Completed 500 Internal Server Error in 12ms ~ {response.status=500}",
        "app ~ {\"method\":\"GET\",\"path\":\"/x\",\"status\":500,\"request_id\":\"r\"} ~ {request.id=r, request.method=GET, request.url=/x, response.status=500}",
        "app ~ GET ready for more ~ {}",
        "app ~ Sent 500 letters in a day ~ {}",
        "app ~ Posted \"GET\" 200 times ~ {}",
        "proxy ~ [PR04] could not find a good candidate ~ {error.code=PR04}",
        "proxy ~ [PR03] could not find. last error: [PM05] failed to connect ~ {error.cause=PM05, error.code=PR03}"
      })
  void certainShapesTellTheRequest(String provider, String message, String fields) {
    Map<String, String> told =
        Reads.text(
                "2026-02-25T01:02:31Z %s[17817e62f16438] ord [info]%s\n"
                    .formatted(provider, message))
            .record()
            .fields();
    assertEquals(fields, new TreeMap<>(told).toString());
  }
}
