package dev.debrief.store;

import dev.debrief.model.Entry;
import java.util.List;

/**
 * How blocks of the first form are read: all numbers of one entry after those of another, in the
 * order in which {@link LedgerBlock} reads its columns, then all texts. Cases made before the
 * second form stay as they are.
 */
final class FirstLedgerBlock {
  private FirstLedgerBlock() {}

  /** Reads a block back. */
  static Entry[] read(byte[] bytes, int length, String path, List<Origin> origins) {
    Bytes.In numbers = new Bytes.In(bytes, 0);
    int count = (int) numbers.unsigned();
    int size = (int) numbers.unsigned();
    Bytes.In texts = new Bytes.In(bytes, numbers.position() + size);
    return LedgerBlock.read(new LedgerBlock.Columns(count, numbers, texts), length, path, origins);
  }

  /** The origins of a block's entries. */
  static Origin[] origins(byte[] bytes, List<Origin> origins) {
    Bytes.In numbers = new Bytes.In(bytes, 0);
    int count = (int) numbers.unsigned();
    numbers.unsigned();
    Origin[] result = new Origin[count];
    for (int i = 0; i < count; i++) {
      result[i] = origins.get((int) numbers.unsigned());
      numbers.skip(4);
      if (numbers.next() != LedgerBlock.LOG) {
        numbers.skip(1);
        continue;
      }
      numbers.skip(3);
      for (int fields = (int) numbers.unsigned(); fields > 0; fields--) {
        numbers.skip(numbers.unsigned() == 0 ? 3 : 2);
      }
    }
    return result;
  }
}
