package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Instants while they are gathered: four bytes each, in pieces of which only the first grows and is
 * copied, so that ten million of them fit beside an analysis into half a gigabyte, and a hundred
 * thousand who gather a few each do, too.
 */
final class Stamps {
  private static final int PIECE = 1 << 13;
  private static final int FIRST = 4;

  private final List<int[]> pieces = new ArrayList<>();
  private int[] blocks = new int[1];
  private int[] starts = new int[1];
  private int held;
  private int count;
  private boolean ascending = true;
  private long last = Long.MIN_VALUE;

  /** Adds one, in ns since the epoch; fastest when ascending. */
  void add(long at) {
    piece(count % PIECE)[count % PIECE] = (int) at;
    int block = (int) (at >> 32);
    if (held == 0 || blocks[held - 1] != block) {
      if (held == blocks.length) {
        blocks = Arrays.copyOf(blocks, held * 2);
        starts = Arrays.copyOf(starts, held * 2);
      }
      blocks[held] = block;
      starts[held++] = count;
    }
    ascending &= last <= at;
    last = at;
    count++;
  }

  /** The last piece, with room at that place. */
  private int[] piece(int place) {
    if (place == 0) {
      pieces.add(new int[pieces.isEmpty() ? FIRST : PIECE]);
    }
    int[] piece = pieces.getLast();
    if (place == piece.length) {
      piece = Arrays.copyOf(piece, place * 2);
      pieces.set(pieces.size() - 1, piece);
    }
    return piece;
  }

  boolean empty() {
    return count == 0;
  }

  /** Adds those of another. */
  Stamps with(Stamps others) {
    for (long at : others.nanos()) {
      add(at);
    }
    return this;
  }

  private int low(int i) {
    return pieces.get(i / PIECE)[i % PIECE];
  }

  private long[] nanos() {
    long[] nanos = new long[count];
    for (int block = 0; block < held; block++) {
      int end = block + 1 == held ? count : starts[block + 1];
      for (int i = starts[block]; i < end; i++) {
        nanos[i] = (long) blocks[block] << 32 | Integer.toUnsignedLong(low(i));
      }
    }
    return nanos;
  }

  /** All of them in order. Nothing can be added after. */
  Series series() {
    if (!ascending) {
      long[] nanos = nanos();
      pieces.clear();
      Arrays.sort(nanos);
      return Series.of(nanos, count);
    }
    int[] lows = new int[count];
    for (int i = 0; i < pieces.size(); i++) {
      int from = i * PIECE;
      System.arraycopy(pieces.get(i), 0, lows, from, Math.min(PIECE, count - from));
    }
    pieces.clear();
    int[] ends = Arrays.copyOf(starts, held + 1);
    ends[held] = count;
    return Series.of(Arrays.copyOf(blocks, held), ends, lows);
  }
}
