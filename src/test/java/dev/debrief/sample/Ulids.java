package dev.debrief.sample;

import java.time.Instant;
import java.util.SplittableRandom;

/** Identifiers that carry the millisecond of their making, as image tags and instance ids do. */
final class Ulids {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Ulids() {}

  static String at(Instant instant, SplittableRandom random) {
    char[] symbols = new char[26];
    long millis = instant.toEpochMilli();
    for (int i = 9; i >= 0; i--) {
      symbols[i] = ALPHABET.charAt((int) (millis & 31));
      millis >>>= 5;
    }
    for (int i = 10; i < symbols.length; i++) {
      symbols[i] = ALPHABET.charAt(random.nextInt(32));
    }
    return new String(symbols);
  }
}
