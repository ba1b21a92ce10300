package dev.debrief.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static String told(MatchResult match) {
    return match.start() + " " + match.group();
  }

  @Property(tries = 20_000)
  void whatIsLookedForFirstHidesNoFigure(@ForAll("texts") String text) {
    Matcher plain = Figures.FIGURE.matcher(text);
    Matcher quick = Figures.first(text);
    assertEquals(plain.find(), quick != null);
    if (quick != null) {
      assertEquals(told(plain.toMatchResult()), told(quick.toMatchResult()));
      assertEquals(plain.find(), quick.find());
    }
    Matcher length = Figures.LENGTH.matcher(text);
    Matcher quickLength = Figures.length(text);
    assertEquals(length.find(), quickLength != null);
    if (quickLength != null) {
      assertEquals(told(length.toMatchResult()), told(quickLength.toMatchResult()));
    }
    assertEquals(quick != null || quickLength != null, Figures.any(text));
  }

  /** Words with figures, and what stands near such, in any order. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "rss",
            "Memory",
            "HEAP",
            "queue",
            "queue_time",
            "queued",
            "in_flight",
            "in_use",
            "in",
            "checked_out",
            "checked",
            "response_time",
            "connections",
            "conn",
            "fds",
            "files",
            "descriptors",
            "utilization",
            "goroutines",
            "took",
            "left",
            "free",
            "x",
            "s",
            "_",
            "-",
            " ",
            " ",
            ": ",
            "=",
            "1",
            "42",
            "3.5",
            "123456789012345",
            ".",
            "ms",
            "us",
            "µs",
            "μs",
            " ms",
            "ms ",
            "%",
            "MB",
            "ż",
            "\u212A",
            "@",
            "[",
            "{",
            "`")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Test
  void aRequestsLineHasItsTimeAndALineWithoutEitherHasNone() {
    assertEquals("154ms", Figures.length("request_id=sNN89uET [info] Sent 404 in 154ms").group());
    assertTrue(Figures.any("pool: 3 of 10 in use"));
    assertFalse(Figures.any("request_id=sNN89uET [info] GET /posts/57992"));
  }
}
