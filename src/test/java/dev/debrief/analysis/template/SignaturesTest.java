package dev.debrief.analysis.template;

import static dev.debrief.analysis.template.Records.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Severity;
import dev.debrief.model.Signature;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private final Records records = new Records();
  private final List<LogRecord> log = new ArrayList<>();

  private Signatures read() {
    Signatures signatures = new Signatures();
    log.forEach(signatures::accept);
    signatures.end();
    return signatures;
  }

  private void requests(Instant from, int count) {
    for (int i = 0; i < count; i++) {
      log.add(records.app(from.plusSeconds(i), "m1", Level.INFO, "Sent 200 in " + i + "ms"));
    }
  }

  private void crash(Instant at, String machine, int number) {
    LogRecord head =
        records.app(
            at, machine, Level.ERROR, "12:00:00.000 [error] GenServer Shop.Cart terminating");
    log.add(head);
    log.add(records.more(head, "** (MatchError) no match of right hand side value: " + number));
    log.add(records.more(head, "    (elixir 1.17.2) lib/map.ex:535: Map.fetch!/2"));
    log.add(records.more(head, "    (shop 0.1.0) lib/shop/cart.ex:41: Shop.Cart.total/1"));
  }

  @Test
  void linesOfOneMessageAreOneSignatureByExceptionAndOwnFrame() {
    crash(START, "m1", 7);
    crash(START.plusSeconds(5), "m2", 8);
    List<Signature> signatures = read().signatures(Instant.MAX);
    assertEquals(1, signatures.size());
    Signature one = signatures.getFirst();
    assertEquals(
        "** (MatchError) no match of right hand side value: <*> at Shop.Cart.total/1",
        one.template());
    assertEquals(2, one.count());
    assertEquals(List.of("m1", "m2"), one.machines());
    assertEquals("Shop.Cart", one.emitter());
    assertEquals(Level.ERROR, one.severity());
  }

  @Test
  void messagesOfTwoMachinesThatInterleaveStayApart() {
    LogRecord a = records.app(START, "m1", Level.ERROR, "GenServer Shop.A terminating");
    LogRecord b = records.app(START, "m2", Level.ERROR, "GenServer Shop.B terminating");
    log.addAll(
        List.of(
            a, b, records.more(a, "** (RuntimeError) one"), records.more(b, "** (KeyError) two")));
    List<String> templates =
        read().signatures(Instant.MAX).stream().map(Signature::template).sorted().toList();
    assertEquals(List.of("** (KeyError) two", "** (RuntimeError) one"), templates);
  }

  @Test
  void firstAndLastAreThoseOfTheHeadsThoughTheFirstMessageIsCompleteLast() {
    log.add(records.app(START, "m1", Level.INFO, "Access Shop.Endpoint at https://shop.fly.dev"));
    log.add(
        records.app(
            START.plusSeconds(1),
            "m2",
            Level.INFO,
            "Access Shop.Endpoint at https://shop.fly.dev"));
    log.add(records.app(START.plusSeconds(2), "m2", Level.INFO, "Reaped child with signal X"));
    Signature one =
        read().signatures(Instant.MAX).stream()
            .filter(signature -> signature.template().startsWith("Access"))
            .findFirst()
            .orElseThrow();

    assertEquals(START, one.first());
    assertEquals(START.plusSeconds(1), one.last());
  }

  @Test
  void anErrorThatCameWithTheFailureIsNew() {
    requests(START, 1800);
    Instant failure = START.plusSeconds(1800);
    for (int i = 0; i < 40; i++) {
      crash(failure.plusSeconds(i * 10L), "m1", i);
    }
    List<Finding> fresh = read().newSignatures(new TimeRange(START, failure.plusSeconds(30)));
    assertEquals(1, fresh.size());
    Finding one = fresh.getFirst();
    assertEquals(failure, one.start());
    assertTrue(one.title().contains("MatchError"), one.title());
    assertTrue(one.explanation().contains("right hand side value: 0"), "what the shape masks");
    assertEquals(40, one.evidenceTotal());
    assertTrue(one.details() instanceof Details.NewSignature fresh1 && fresh1.count() == 40);
  }

  @Test
  void anErrorOfTheHealthyTimeIsNotNewWhenItComesAgain() {
    requests(START, 600);
    crash(START.plusSeconds(700), "m1", 1);
    Instant failure = START.plusSeconds(1800);
    for (int i = 0; i < 40; i++) {
      crash(failure.plusSeconds(i), "m1", i);
    }
    assertEquals(List.of(), read().newSignatures(new TimeRange(START, failure)));
  }

  @Test
  void aRareErrorThatHappensToComeLateIsNotNew() {
    requests(START, 3600);
    Instant failure = START.plusSeconds(3600);
    crash(failure.plusSeconds(60), "m1", 1);
    crash(failure.plusSeconds(4000), "m1", 1);
    assertEquals(List.of(), read().newSignatures(new TimeRange(START, failure)));
  }

  @Test
  void withoutHealthyTimeNothingIsCalledNewAndTheReasonIsSaid() {
    crash(START, "m1", 1);
    crash(START.plusSeconds(1), "m1", 2);
    Signatures signatures = read();
    TimeRange healthy = new TimeRange(START.minusSeconds(30), START);
    assertEquals(List.of(), signatures.newSignatures(healthy));
    assertTrue(signatures.notAssessable(healthy).orElseThrow().contains("30 s"));
  }

  @Test
  void theHealthyCountTellsWhatWasSaidBeforeTheFailures() {
    requests(START, 300);
    Signature sent = read().signatures(START.plusSeconds(120)).getFirst();
    assertEquals(300, sent.count());
    assertEquals(120, sent.healthyCount());
  }

  @Test
  void theExceptionBeforeMostCrashesIsTheLastWord() {
    List<Finding> exits = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Instant at = START.plusSeconds(100L * i);
      crash(at, "m1", i);
      exits.add(exit(at.plusSeconds(2)));
    }
    Optional<LastWords> last = read().lastWords(exits);
    assertEquals(4, last.orElseThrow().exits());
    assertEquals(4, last.orElseThrow().of());
    assertTrue(last.orElseThrow().template().contains("Shop.Cart.total/1"));
    assertTrue(read().lastWords(List.of(exit(START.plus(Duration.ofHours(9))))).isEmpty());
  }

  private static Finding exit(Instant at) {
    return new Finding(
        "",
        at,
        null,
        List.of("m1"),
        Severity.WARNING,
        0.9,
        "exit",
        "",
        List.of(),
        0,
        new Details.Exit(1, null, false, false, "crash"));
  }
}
