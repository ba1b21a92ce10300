package dev.debrief.store;

import java.util.BitSet;

/**
 * One original's ledger in its case.
 *
 * @param number the order of import; with the entry's ordinal it makes the entry's place
 * @param path the name that evidence uses
 * @param dropped the ordinals of entries that another dump, or another part of this one, told
 *     already
 */
record Volume(int number, String path, Ledger ledger, BitSet dropped) {
  /** A ledger has fewer entries than this. */
  static final int ORDINAL_BITS = 40;

  /** The place of the entry of an ordinal: canonical order among entries of one instant. */
  long place(long ordinal) {
    return (long) number << ORDINAL_BITS | ordinal;
  }

  static int number(long place) {
    return (int) (place >>> ORDINAL_BITS);
  }

  static long ordinal(long place) {
    return place & (1L << ORDINAL_BITS) - 1;
  }

  boolean kept(long ordinal) {
    return !dropped.get((int) ordinal);
  }
}
