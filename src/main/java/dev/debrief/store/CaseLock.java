package dev.debrief.store;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One process at a time has a case open. The operating system holds the lock and drops it when the
 * process ends, however it ends: a lock file that stays behind locks nothing.
 */
final class CaseLock implements AutoCloseable {
  /** A byte far past the text, so that the text can be read on every system. */
  private static final long PLACE = Long.MAX_VALUE - 1;

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
      lock = channel.tryLock(PLACE, 1, false);
    } catch (OverlappingFileLockException e) {
      // Held by this very process; told like any other holder.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw taken(folder, file);
    }
    sign(channel);
    return new CaseLock(channel, lock);
  }

  private static void sign(FileChannel channel) {
    try {
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              ("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException full) {
      // The lock holds without a name: a full disk keeps nobody from looking.
    }
  }

  /**
   * Takes part in a lock that many may share, for looking only: it keeps away whoever would write.
   * Where there is no lock file, or the disk knows no locks, nobody can be kept away and none is
   * taken.
   *
   * @throws InputProblem where a process has the case open for writing
   */
  static Optional<CaseLock> share(Path folder) throws InputProblem, IOException {
    Path file = folder.resolve("lock");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (FileSystemException e) {
      return Optional.empty();
    }
    FileLock lock;
    try {
      lock = channel.tryLock(PLACE, 1, true);
    } catch (OverlappingFileLockException e) {
      lock = null; // Held by this very process; told like any other holder.
    } catch (IOException e) {
      channel.close();
      return Optional.empty();
    }
    if (lock == null) {
      channel.close();
      throw taken(folder, file);
    }
    return Optional.of(new CaseLock(channel, lock));
  }

  private static InputProblem taken(Path folder, Path file) throws IOException {
    return new InputProblem(
        folder.toString(),
        "the case is open in another process (" + holder(file) + ")",
        "close it there first");
  }

  private static String holder(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "not named" : text;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (!lock.isShared()) {
        channel.truncate(0);
      }
      lock.release();
    }
  }
}
