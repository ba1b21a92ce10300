package dev.debrief.store;

import dev.debrief.model.Entry;
import java.nio.charset.StandardCharsets;

/**
 * What of a block's entries is searched, one entry after the other, read from the block's bytes as
 * the ledger keeps them. The entries themselves belong to the thread that reads: another would
 * fetch ten scattered objects a line from its cache. Here it goes through two dozen bytes of
 * numbers and the text.
 */
final class BlockText {
  private static final int REQUEST_ID = LedgerBlock.KEYS.indexOf("request.id") + 1;
  private static final int STATUS = LedgerBlock.KEYS.indexOf("response.status") + 1;

  private final LedgerBlock.Columns block;
  private final Bytes.In[] columns;
  private final Bytes.In texts;
  private int left;
  private long second;
  private int origin;
  private boolean begins;
  private byte[] clocked = new byte[256];
  private byte[] text = new byte[0];
  private int from;
  private int length;
  private int status;
  private String requestId = "";

  BlockText(byte[] bytes) {
    block = new LedgerBlock.Columns(bytes);
    columns = block.of;
    texts = block.texts;
    left = block.count;
  }

  /** Goes to the next entry; false where there is none. */
  boolean next() {
    if (left == 0) {
      return false;
    }
    left--;
    status = -1;
    requestId = "";
    begins = true;
    origin = (int) columns[LedgerBlock.ORIGIN].unsigned();
    second += columns[LedgerBlock.SECOND].signed();
    long nano = columns[LedgerBlock.TICK].unsigned() * block.tick;
    int kind = columns[LedgerBlock.KIND].next();
    int bytes = (int) columns[LedgerBlock.LENGTH].unsigned();
    switch (kind) {
      case LedgerBlock.LOG, LedgerBlock.UNPARSED -> verbatim(bytes);
      case LedgerBlock.CLOCKED -> clocked(nano, bytes);
      default -> fact(bytes);
    }
    if (kind == LedgerBlock.LOG || kind == LedgerBlock.CLOCKED) {
      begins = columns[LedgerBlock.HEAD].signed() == 0;
      for (int fields = (int) columns[LedgerBlock.FIELDS].unsigned(); fields > 0; fields--) {
        field();
      }
    }
    return true;
  }

  private void verbatim(int bytes) {
    text = texts.array();
    from = texts.pass(bytes);
    length = bytes;
  }

  private void clocked(long nano, int bytes) {
    length = LedgerBlock.CLOCK_LENGTH + bytes;
    if (clocked.length < length) {
      clocked = new byte[2 * length];
    }
    LedgerBlock.clock(second, nano, clocked);
    texts.copy(bytes, clocked, LedgerBlock.CLOCK_LENGTH);
    text = clocked;
    from = 0;
  }

  private void fact(int bytes) {
    text =
        IndexFeed.text(CaseJson.read(texts.text(bytes), Entry.class))
            .getBytes(StandardCharsets.UTF_8);
    from = 0;
    length = text.length;
  }

  private void field() {
    int key = (int) columns[LedgerBlock.KEY].unsigned();
    if (key == 0) {
      texts.pass((int) columns[LedgerBlock.KEY].unsigned());
    }
    int at = (int) columns[LedgerBlock.AT].unsigned() - 1;
    int size = (int) columns[LedgerBlock.VALUE].unsigned();
    if (key == STATUS) {
      status = number(at < 0 ? texts.text(size) : message(at, size));
    } else if (key == REQUEST_ID && at < 0) {
      requestId = texts.text(size);
    } else if (at < 0) {
      texts.pass(size);
    }
  }

  /** So many characters of the message. */
  private String message(int at, int size) {
    int all = 0;
    for (int i = from; i < from + Math.min(at + size, length); i++) {
      all |= text[i];
    }
    if (all < 0) {
      return new String(text, from, length, StandardCharsets.UTF_8).substring(at, at + size);
    }
    return new String(text, from + at, size, StandardCharsets.ISO_8859_1);
  }

  /** A number of at most nine digits, -1 for any other text. */
  private static int number(String text) {
    int value = text.isEmpty() || text.length() > 9 ? -1 : 0;
    for (int i = 0; i < text.length() && value >= 0; i++) {
      int digit = text.charAt(i) - '0';
      value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
    }
    return value;
  }

  /** The number of the entry's origin in its ledger. */
  int origin() {
    return origin;
  }

  /** Whether it is no line that goes on with a message before it. */
  boolean begins() {
    return begins;
  }

  /** Where its text is, UTF-8: {@link #length} bytes behind {@link #from}. Holds until the next. */
  byte[] text() {
    return text;
  }

  int from() {
    return from;
  }

  int length() {
    return length;
  }

  /** The status of its response, -1 where it has none. */
  int status() {
    return status;
  }

  /** The id of its request where the text doesn't show it, else empty. */
  String requestId() {
    return requestId;
  }
}
