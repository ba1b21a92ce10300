package dev.debrief.analysis.line;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyLinesTest {
  private final Literals literals = new Literals();
  private final ReadyLines ready = new ReadyLines(literals);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:00:00.000 [info] Running ShopWeb.Endpoint with Bandit 1.5.7 at :::8080 (http)",
        "Access ShopWeb.Endpoint at https://shop.example",
        "=> Booting Puma, Listening on http://0.0.0.0:3000",
        "LISTENING ON PORT 8080",
        "INFO: Application startup complete.",
        "  ▲ Next.js 14 ✓ Ready in 512ms",
        "* Started Puma in cluster mode, booted in 1.2s"
      })
  void aProgramThatListensSaysSo(String message) {
    assertTrue(ready.says(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "ShopWeb.Endpoint with nothing to say",
        "the worker was restarted",
        "2026/02/20 INFO SSH listening listen_address=[fdaa::3]:22",
        "[fly api proxy] listening at /.fly/api",
        ""
      })
  void nothingElseIsTakenForIt(String message) {
    assertFalse(ready.says(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server running on port 8080", "GET /"})
  void othersMayHaveHadTheLineLookedAt(String message) {
    literals.add("port");
    boolean alone = new ReadyLines(new Literals()).says(message);
    literals.look(message);
    assertTrue(ready.says(message) == alone);
  }
}
