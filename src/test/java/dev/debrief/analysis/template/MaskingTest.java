package dev.debrief.analysis.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  private static String mask(String message) {
    return new Masking().mask(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sent 200 in 12ms | Sent <*> in <*>",
        "Sent 500 in 413µs | Sent <*> in <*>",
        "took 1.638434481s | took <*>",
        "freed 12 MB of 3 GB | freed <*> of <*>",
        "listening at 10.0.0.7:8080 | listening at <*>",
        "from [fdaa:0:9cc8:a7b:3b5:9807:25e1:2]:22 | from [<*>]:<*>",
        "session 550e8400-e29b-41d4-a716-446655440000 opened | session <*> opened",
        "image deployment-01KJB9J14TNYZYZ3TJEB9AG0AA | image <*>",
        "at 0x7f2a and deadbeef01 | at <*> and <*>",
        "request_id=GJqzxPfOPrUNCwZmVDx done | request_id=<*> done",
        "on 2026-03-01T12:00:00.123Z it began | on <*> it began",
        "mail to jane.doe@shop.example failed | mail to <*> failed",
        "(Postgrex.Error) ERROR 42P01 (undefined_table) | (Postgrex.Error) ERROR 42P01 (undefined_table)",
        "Shop.Cart.add/2 failed | Shop.Cart.add/2 failed",
        "ShopV2.Repo in shop_v2 | ShopV2.Repo in shop_v2",
        "lib/shop/cart.ex:41: gone | lib/shop/cart.ex:<*>: gone",
        "reason :nxdomain | reason :nxdomain",
        "Failed password for invalid user oracle from 10.0.0.1 | Failed password for invalid user <*> from <*>",
        "[PC01] instance refused connection | [PC01] instance refused connection",
        "signal: SIGUSR1 | signal: SIGUSR1",
        "ready=true, ws=null | ready=<*>, ws=<*>",
        "level=info msg=\"wrote 12 gauges\" job=\"a b\" | level=info msg=\"wrote <*> gauges\" job=\"<*>\"",
        "smsg=\"a b\" | smsg=\"<*>\"",
      })
  void whatVariesIsMaskedAndNamesAreKept(String message, String expected) {
    assertEquals(expected, mask(message));
  }

  @Test
  void termsOfTheRuntimeAreMaskedWhole() {
    assertEquals(
        "#PID<*> met #Reference<*> in #Function<*>",
        mask("#PID<0.123.0> met #Reference<0.1.2.3> in #Function<12.345/1 in Shop.Cart.run/2>"));
  }

  @Test
  void aQuotedWordIsAValueAndAQuotedSentenceIsRead() {
    assertEquals("queue \"<*>\" is full", mask("queue \"mail\" is full"));
    assertEquals("it said \"no route to <*>\"", mask("it said \"no route to 10.0.0.9\""));
  }

  @Test
  void theNamesOfJsonFieldsAreKept() {
    assertEquals(
        "{\"event\":\"<*>\",\"took\":<*>}", mask("{\"event\":\"job:stop\",\"took\":1234}"));
  }

  @Test
  void aListOfValuesIsOneValueHoweverLong() {
    assertEquals(mask("ids 1 2"), mask("ids 11 2 33 4 5"));
    assertEquals(mask("(1, 2)"), mask("(1, 2, 3)"));
  }

  @Property
  void anyTextIsMaskedWithoutFailing(@ForAll @StringLength(max = 400) String text) {
    String masked = mask(text);
    assertTrue(masked.length() <= 3 * text.length() + 10, masked);
    assertEquals(masked, mask(text));
  }

  @Property
  void numbersNeverTellTwoMessagesApart(
      @ForAll @IntRange(max = 1_000_000) int one, @ForAll @IntRange(max = 1_000_000) int other) {
    assertEquals(
        mask("took " + one + " ms, id=" + one), mask("took " + other + " ms, id=" + other));
    assertFalse(mask("took " + one + " ms").contains(String.valueOf(one)));
  }

  @Property(tries = 20_000)
  void otherDigitsMakeNoOtherShapeWhereTheyDoNotMatter(
      @ForAll("texts") String message, @ForAll @Size(60) List<@IntRange(max = 9) Integer> digits) {
    Masking masking = new Masking();
    String masked = masking.mask(message);
    StringBuilder other = new StringBuilder(message);
    for (int i = 0; i < other.length(); i++) {
      if (Words.digit(other.charAt(i))) {
        other.setCharAt(i, (char) ('0' + digits.get(i % digits.size())));
      }
    }
    if (!masking.digitsMatter()) {
      assertEquals(masked, mask(other.toString()), () -> message + " / " + other);
    }
  }

  /** Whatever a word with digits is made of, in any order. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "0x",
            "1",
            "25",
            "sha",
            "SHA",
            "base",
            "ipv",
            "utf-",
            "http",
            "md",
            "x",
            "sigusr",
            "st",
            "f",
            "abcdef",
            "ms",
            "KB",
            ".",
            ":",
            "-",
            "/",
            " ",
            " ",
            "=",
            "_v",
            ",",
            "(",
            ")",
            "[",
            "]",
            "'",
            "\"",
            "@",
            "%",
            "+",
            "T",
            "Z",
            "2026-03-01",
            "12:00:01",
            " user ",
            "for",
            "Shop.",
            "id=",
            "P",
            "com",
            "#PID<",
            ">",
            "ż",
            "٣")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Test
  void digitsMatterWhereTheyAreKeptOrMakeAName() {
    assertEquals("sha256 of Shop.add/2", mask("sha256 of Shop.add/2"));
    for (String message : List.of("Shop.add/2", "sha255", "7xab", "42P01 (undefined_table)")) {
      Masking masking = new Masking();
      masking.mask(message);
      assertTrue(masking.digitsMatter(), message);
    }
    Masking masking = new Masking();
    masking.mask("Sent 200 in 12ms to 10.0.0.7:8080");
    assertFalse(masking.digitsMatter());
  }
}
