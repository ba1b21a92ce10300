package dev.debrief.analysis.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackTraceTest {
  private static StackTrace of(String text) {
    return StackTrace.in(text.lines().toList()).orElseThrow();
  }

  @Test
  void elixirsFirstFrameOfTheAppIsBehindThoseOfLibraries() {
    StackTrace trace =
        of(
            """
            GenServer Shop.Cart terminating
            ** (KeyError) key :total not found in: %{}
                (elixir 1.17.2) lib/map.ex:535: Map.fetch!/2
                (shop 0.1.0) lib/shop/cart.ex:41: Shop.Cart.total/1
                (stdlib 6.0) gen_server.erl:2173: :gen_server.try_handle_call/4
            Last message (from #PID<0.1.0>): :total
            """);
    assertEquals("** (KeyError) key :total not found in: %{}", trace.exception());
    assertEquals("Shop.Cart.total/1", trace.frame());
  }

  @Test
  void anExitThatPassesAnExceptionOnIsNotTheException() {
    StackTrace trace =
        of(
            """
            ** (stop) exited in: GenServer.call(Shop.Mail, :send, 5000)
                ** (EXIT) an exception was raised:
                    ** (ArgumentError) errors were found at the given arguments:
              * 1st argument: the table identifier does not refer to an existing ETS table
                        (shop 0.1.0) lib/shop/mail.ex:9: Shop.Mail.lookup/1
            """);
    assertEquals(
        "** (ArgumentError) errors were found at the given arguments: * 1st argument: the table"
            + " identifier does not refer to an existing ETS table",
        trace.exception());
    assertEquals("Shop.Mail.lookup/1", trace.frame());
  }

  @Test
  void aRustPanicIsItsPlaceAndItsWords() {
    assertEquals(
        "thread 'main' panicked at src/db.rs:41:14: called `Result::unwrap()` on an `Err` value:"
            + " PoolTimedOut",
        of("""
                thread 'main' panicked at src/db.rs:41:14:
                called `Result::unwrap()` on an `Err` value: PoolTimedOut
                """)
            .exception());
  }

  @Test
  void whatARuntimePrintsBeforeItEndsIsAnException() {
    assertTrue(StackTrace.exceptionOn("fatal error: concurrent map writes"));
    assertTrue(StackTrace.exceptionOn("Unhandled exception. System.Exception: no"));
  }

  @Test
  void aPythonExceptionNeedNotSayInItsNameThatItIsOne() {
    StackTrace trace =
        of(
            """
            Traceback (most recent call last):
              File "/app/views.py", line 40, in index
                rates = requests.get(URL, timeout=5)
            requests.exceptions.ConnectTimeout: HTTPSConnectionPool(host='rates', port=443)
            """);
    assertEquals(
        "requests.exceptions.ConnectTimeout: HTTPSConnectionPool(host='rates', port=443)",
        trace.exception());
    assertEquals("/app/views.py index", trace.frame());
  }

  @Test
  void pythonsDeepestFrameOutsideThePackagesCounts() {
    StackTrace trace =
        of(
            """
            Traceback (most recent call last):
              File "/app/main.py", line 12, in run
                total(cart)
              File "/app/cart.py", line 40, in total
                return db.get(cart)
              File "/usr/lib/python3.12/site-packages/db/core.py", line 9, in get
                raise LookupError(x)
            db.errors.NotFoundError: cart 7
            """);
    assertEquals("db.errors.NotFoundError: cart 7", trace.exception());
    assertEquals("/app/cart.py total", trace.frame());
  }

  @Test
  void javascriptsAndJavasFramesLoseTheirNumbers() {
    assertEquals(
        "proxy (/app/src/routes/llm.js)",
        of("""
                ReferenceError: LIMIT is not defined
                    at Layer.handle (/app/node_modules/express/lib/layer.js:95:5)
                    at proxy (/app/src/routes/llm.js:7:3)
                """)
            .frame());
    assertEquals(
        "example.shop.Cart.total(Cart.java)",
        of("""
                java.lang.IllegalStateException: empty
                    at java.base/java.util.Objects.check(Objects.java:3)
                    at org.springframework.web.Servlet.get(Servlet.java:8)
                    at example.shop.Cart.total(Cart.java:41)
                """)
            .frame());
  }

  @Test
  void aMessageWithoutExceptionHasNoTrace() {
    assertTrue(StackTrace.in(List.of("Errors are fine", "at noon")).isEmpty());
  }
}
