package dev.debrief.store;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process at a time has a case open. The operating system holds the lock and drops it when the
 * process ends, however it ends: a lock file that stays behind locks nothing.
 */
final class CaseLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private CaseLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @throws InputProblem where another process, or this one, has the case open; it names the holder
   */
  static CaseLock take(Path folder) throws InputProblem, IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException e) {
      // Held by this very process; told like any other holder.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw new InputProblem(
          folder.toString(),
          "the case is open in another process (" + holder(file) + ")",
          "close it there first");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            ("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    return new CaseLock(channel, lock);
  }

  private static String holder(Path file) throws IOException {
    // The lock is on a byte far past the text, so that the text can be read on every system.
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "not named" : text;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(0);
      lock.release();
    }
  }
}
