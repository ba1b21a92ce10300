package dev.debrief.analysis.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTestsTest {
  @Test
  void theBinomialTailsAreThoseOfTheTextbook() {
    // R: pbinom(3, 10, 0.5) = 0.171875, 1 - pbinom(6, 10, 0.5) = 0.171875
    assertEquals(0.171875, Binomial.atMost(3, 10, 0.5), 1e-12);
    assertEquals(0.171875, Binomial.atLeast(7, 10, 0.5), 1e-12);
    assertEquals(1, Binomial.atLeast(0, 10, 0.5), 0);
  }

  @Test
  void aTinyLowerTailIsNotLostInRounding() {
    // R: pbinom(0, 44, 604/648) = (44/648)^44
    double exact = Math.pow(44.0 / 648, 44);
    assertEquals(1, Binomial.atMost(0, 44, 604.0 / 648) / exact, 1e-9);
    assertEquals(2 * exact, RateTest.of(44, 44, 0, 604).p(), exact * 1e-8);
  }

  @Test
  void clopperAndPearsonsIntervalIsExact() {
    // R: binom.test(7, 10)$conf.int = 0.3475471 0.9332605
    assertEquals(0.3475471, Binomial.lower(7, 10, 0.05), 1e-6);
    assertEquals(0.9332605, Binomial.upper(7, 10, 0.05), 1e-6);
    assertEquals(0, Binomial.lower(0, 10, 0.05), 0);
    assertEquals(1, Binomial.upper(10, 10, 0.05), 0);
  }

  @Test
  void fishersTestOfTheLadyTastingTea() {
    // R: fisher.test(matrix(c(3,1,1,3),2))$p.value = 0.4857143
    assertEquals(0.4857143, FisherExact.test(3, 1, 1, 3), 1e-6);
    assertEquals(1, FisherExact.test(0, 0, 0, 0), 0);
    // R: fisher.test(matrix(c(10,2,3,15),2))$p.value = 0.0005367241
    assertEquals(0.0005367241, FisherExact.test(10, 2, 3, 15), 1e-8);
  }

  @Test
  void equalRatesAreSeldomToldApart() {
    Random random = new Random(11);
    int rejected = 0;
    for (int i = 0; i < 2_000; i++) {
      long before = poisson(random, 12);
      long after = poisson(random, 24);
      rejected += RateTest.of(before, 3600, after, 7200).p() <= 0.05 ? 1 : 0;
    }
    assertTrue(rejected <= 120, "5 % of 2000 are 100, and an exact test stays below: " + rejected);
  }

  @Test
  void aRateThatFallsToNothingHasAnUpperBound() {
    RateTest test = RateTest.of(6, 11_700, 0, 14_400);
    assertEquals(0, test.ratio());
    assertEquals(0, test.low(), 1e-12);
    assertTrue(test.high() < 1 && test.p() < 0.05);
  }

  @Test
  void manyTestsAreCorrectedTogether() {
    // R: p.adjust(c(0.01, 0.02, 0.03, 0.5), "BH") = 0.04 0.04 0.04 0.50
    List<Double> adjusted = BenjaminiHochberg.adjusted(List.of(0.01, 0.02, 0.03, 0.5));
    assertEquals(0.04, adjusted.get(0), 1e-12);
    assertEquals(0.04, adjusted.get(2), 1e-12);
    assertEquals(0.5, adjusted.get(3), 1e-12);
  }

  private static long poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    long n = 0;
    while (product > limit) {
      product *= random.nextDouble();
      n++;
    }
    return n;
  }
}
