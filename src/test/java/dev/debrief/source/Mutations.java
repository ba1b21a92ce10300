package dev.debrief.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inputs that are nearly right: one to four samples with words put in, parts doubled, cut or taken
 * out, numbers made absurd, lines doubled, bits turned over.
 */
public final class Mutations {
  private final List<String> samples;
  private final List<String> words;

  /**
   * Mutations of some samples.
   *
   * @param words what is put in, none of them empty
   */
  public Mutations(List<String> samples, List<String> words) {
    this.samples = List.copyOf(samples);
    this.words = List.copyOf(words);
  }

  /** One more input, about as large as its samples. */
  public byte[] next(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    // One sample in most, so that many are tried; what only several show comes often enough.
    for (int n = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(4); n > 0; n--) {
      text.append(samples.get(random.nextInt(samples.size()))).append('\n');
    }
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      mutate(text, random);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(3) == 0 && bytes.length > 0) {
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  private void mutate(StringBuilder text, SplittableRandom random) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(60));
    // Those that are long are put in seldom, so that most inputs are small and many are tried.
    String word = words.get(random.nextInt(words.size()));
    if (word.length() > 500 && random.nextInt(20) != 0) {
      word = word.substring(0, 5);
    }
    switch (random.nextInt(9)) {
      case 0 -> text.delete(at, to);
      case 1 -> text.insert(at, text.substring(at, to));
      case 2 -> text.setLength(at);
      case 3 -> text.delete(0, at);
      case 4 -> text.replace(at, Math.min(to, at + word.length()), word);
      case 5 -> number(text, at, random);
      case 6 -> line(text, at, random);
      default -> text.insert(at, word);
    }
    if (text.isEmpty()) {
      text.append(word);
    }
  }

  /** Puts another number in the place of the next. */
  private static void number(StringBuilder text, int from, SplittableRandom random) {
    int start = from;
    while (start < text.length() && !Character.isDigit(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    String other =
        switch (random.nextInt(4)) {
          case 0 -> Long.toString(random.nextLong());
          case 1 -> "0";
          case 2 -> "9".repeat(1 + random.nextInt(30));
          default -> Integer.toString(random.nextInt(100));
        };
    text.replace(start, end, other);
  }

  /** Doubles or removes the line at a place. */
  private static void line(StringBuilder text, int at, SplittableRandom random) {
    int start = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
    int end = text.indexOf("\n", start) + 1;
    if (end > start) {
      if (random.nextBoolean()) {
        text.insert(start, text.substring(start, end));
      } else {
        text.delete(start, end);
      }
    }
  }
}
