package dev.debrief.store;

import java.util.Arrays;

/**
 * The words of one field of many entries, in the order they come: a number a word, nothing else.
 * Turned round in the end by counting, which takes two passes over those numbers.
 */
final class Postings {
  private static final int GAP = -1;

  private final TermTable terms = new TermTable();
  private int[] tokens = new int[1 << 12];
  private int size;
  private int[] ends = new int[1 << 8];
  private int entries;
  private int[] counts = new int[1 << 10];

  TermTable terms() {
    return terms;
  }

  /** How many words and gaps there are. */
  int size() {
    return size;
  }

  /** How many entries have ended. */
  int entries() {
    return entries;
  }

  /** Adds the entry's next word, by its number among the terms. */
  void add(int term) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size + (size >> 1));
    }
    tokens[size++] = term;
    if (term >= counts.length) {
      counts = Arrays.copyOf(counts, counts.length * 2);
    }
    counts[term]++;
  }

  /** Adds so many words once more that the entry before began with, none of them a gap. */
  void addAgain(int count) {
    int from = entries > 1 ? ends[entries - 2] : 0;
    for (int i = from; i < from + count; i++) {
      add(tokens[i]);
    }
  }

  /** Passes over a word that is no term: the next stands one place further. */
  void gap() {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size + (size >> 1));
    }
    tokens[size++] = GAP;
  }

  /** Ends the entry. */
  void end() {
    if (entries == ends.length) {
      ends = Arrays.copyOf(ends, entries + (entries >> 1));
    }
    ends[entries++] = size;
  }

  /** The last term of an entry that has one. */
  int termOf(int entry) {
    return tokens[ends[entry] - 1];
  }

  /**
   * Terms in order, each with the entries that hold it.
   *
   * @param order the terms' numbers in the order of their bytes
   * @param from by term number: where its entries begin; one more than there are terms
   * @param entries for each word its entry, ascending within a term
   * @param positions its place in the entry, empty where nobody asked
   */
  record Inverted(TermTable terms, int[] order, int[] from, int[] entries, int[] positions) {}

  /** Turns the words round. */
  Inverted invert(boolean withPositions) {
    int[] from = new int[terms.size() + 1];
    for (int term = 0; term < terms.size(); term++) {
      from[term + 1] = from[term] + counts[term];
    }
    int[] next = Arrays.copyOf(from, terms.size());
    int[] holders = new int[from[terms.size()]];
    int[] positions = new int[withPositions ? holders.length : 0];
    int token = 0;
    for (int entry = 0; entry < entries; entry++) {
      int begin = token;
      for (; token < ends[entry]; token++) {
        int term = tokens[token];
        if (term != GAP) {
          int at = next[term]++;
          holders[at] = entry;
          if (withPositions) {
            positions[at] = token - begin;
          }
        }
      }
    }
    return new Inverted(terms, terms.sorted(), from, holders, positions);
  }

  /** Forgets everything; the memory stays for what comes next. */
  void clear() {
    Arrays.fill(counts, 0, terms.size(), 0);
    terms.clear();
    size = 0;
    entries = 0;
  }
}
