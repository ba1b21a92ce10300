package dev.debrief.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Where a wrapped line may not end. */
class UnbrokenTest {
  @Test
  void aNumberStaysWithItsUnitAndADateWithItsTime() {
    assertEquals(
        "Down for 9_h_5_min: 100_% of 2,395 requests, 2026-02-25_21:00 – 2026-02-26_06:05",
        Unbroken.text(
                "Down for 9 h 5 min: 100 % of 2,395 requests, 2026-02-25 21:00 – 2026-02-26 06:05")
            .replace('\u00a0', '_'));
  }

  @Test
  void aRequestsMethodStaysWithItsPath() {
    assertEquals(
        "GET_/hubs, POST_/login, to GET a page",
        Unbroken.text("GET /hubs, POST /login, to GET a page").replace('\u00a0', '_'));
  }

  @Test
  void whatOnlyLooksLikeAUnitMayBreak() {
    assertEquals(
        "2 silences, 3 hubs and 814 exits", Unbroken.text("2 silences, 3 hubs and 814 exits"));
  }
}
