package dev.debrief.analysis.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmitterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "app | GenServer {Oban.Registry, {Oban, Oban.Stager}} terminating | Oban.Stager",
        "app | GenServer Shop.HubLogoCache terminating | Shop.HubLogoCache",
        "app | Postgrex.Protocol (#PID<0.1.0>) disconnected: closed | Postgrex.Protocol",
        "app | Running ShopWeb.Endpoint with Bandit 1.8.0 at :::8080 (http) | ShopWeb.Endpoint",
        "app | Child Shop.Cart of Supervisor Shop.Supervisor terminated | Shop.Supervisor",
        "app | Mnesia(:\"shop@host\"): ** ERROR ** x | Mnesia",
        "proxy | [PC01] instance refused connection | proxy",
        "runner | Machine started in 1.2s | runner",
      })
  void theSpeakerIsTheModuleOrThePartOfThePlatform(String provider, String text, String emitter) {
    assertEquals(emitter, Emitter.of(provider, text));
  }
}
