package dev.debrief.store;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of every input as they were given, compressed, named by their SHA-256. A file is
 * written under another name, synced, and only then gets its own: what has its name is whole.
 */
final class Originals {
  private static final int LEVEL = 1;
  private static final int CHUNK = 1 << 18;

  /** More than any log packs to: what claims to is a trap. */
  private static final long MOST_RATIO = 20_000;

  private static final String PACKED = ".zst";
  private static final String DESCRIPTION = ".json";

  /** A folder for what the case doesn't count any more. */
  private static final String ASIDE = "aside";

  private final Path folder;

  Originals(Path folder) {
    this.folder = folder;
  }

  /**
   * What was kept.
   *
   * @param sha256 of the bytes as given, lower-case hex
   * @param bytes as given
   */
  record Kept(String sha256, long bytes) {}

  /** Keeps what a stream gives, while somebody reads it. Memory: two buffers. */
  Incoming incoming(InputStream bytes) throws IOException {
    return new Incoming(bytes);
  }

  /**
   * An original that is being kept; it is gone when this is closed, unless it was {@link #kept}.
   */
  final class Incoming implements AutoCloseable {
    private final InputStream given;
    private final MessageDigest digest = sha256();
    private final Path part;
    private final ZstdOutputStream out;
    private long length;
    private @Nullable IOException failure;
    private @Nullable Kept kept;

    private Incoming(InputStream given) throws IOException {
      this.given = given;
      part = Files.createTempFile(folder, "incoming", ".part");
      out = new ZstdOutputStream(Files.newOutputStream(part), LEVEL);
      out.setChecksum(true);
      // On a thread of its own, while this one reads and digests: a third less time to wait.
      out.setWorkers(1);
    }

    /** What is given, each byte kept before it is handed on. Closing it closes nothing. */
    InputStream bytes() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] chunk, int from, int count) throws IOException {
          return next(chunk, from, count);
        }
      };
    }

    /** Whoever reads may take a failure for the end of damaged data: it is told again. */
    private int next(byte[] chunk, int from, int count) throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (kept != null) {
        return -1;
      }
      try {
        int n = given(chunk, from, count);
        if (n > 0) {
          digest.update(chunk, from, n);
          out.write(chunk, from, n);
          length += n;
        }
        return n;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    private int given(byte[] chunk, int from, int count) throws Unreadable {
      try {
        return given.read(chunk, from, count);
      } catch (IOException e) {
        throw new Unreadable(e);
      }
    }

    /** What was kept, once the rest is read. */
    Kept kept(String name, long size, Progress progress) throws IOException {
      if (kept == null) {
        byte[] chunk = new byte[CHUNK];
        while (next(chunk, 0, chunk.length) >= 0) {
          progress.stopIfCancelled();
          progress.at("keeping " + name, length, Math.max(size, 0));
        }
        out.close();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Path target = file(sha256);
        sync(part);
        // Also where the case has it: that one may be damaged, and this one is whole.
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        kept = new Kept(sha256, length);
      }
      return kept;
    }

    @Override
    public void close() throws IOException {
      try {
        out.close();
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  /** An input, not the case's own disk, failed. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(IOException cause) {
      super(cause);
    }
  }

  /** Writes down beside an original what it was, so that a lost case file can be made again. */
  void describe(CaseRows.Original original) throws IOException {
    Files.writeString(
        described(original.sha256()),
        CaseJson.write(
            new Described(
                original.number(),
                original.sha256(),
                original.name(),
                original.bytes(),
                original.modified(),
                original.options())));
  }

  /** What stands beside an original. */
  record Described(
      int number,
      String sha256,
      String name,
      long bytes,
      Instant modified,
      ImportOptions options) {}

  /**
   * What the originals were, numbered in the order of import. One whose description can't be read
   * comes last, under a name made of its SHA-256: its bytes are evidence all the same.
   */
  List<Described> described() throws IOException {
    List<Described> all = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(PACKED)) {
        String sha256 = name.substring(0, name.length() - PACKED.length());
        all.add(description(sha256).orElseGet(() -> undescribed(sha256)));
      }
    }
    all.sort(Comparator.comparingInt(Described::number));
    List<Described> numbered = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Described one : all) {
      String name = names.add(one.name()) ? one.name() : one.name() + " (" + one.sha256() + ")";
      numbered.add(
          new Described(
              numbered.size() + 1, one.sha256(), name, one.bytes(), one.modified(), one.options()));
    }
    return numbered;
  }

  @SuppressWarnings("NullAway") // Of a damaged file, anything can be missing.
  private Optional<Described> description(String sha256) {
    try {
      Described read = CaseJson.read(Files.readString(described(sha256)), Described.class);
      boolean whole =
          sha256.equals(read.sha256())
              && read.name() != null
              && read.modified() != null
              && read.options() != null;
      return whole ? Optional.of(read) : Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private Described undescribed(String sha256) {
    String name = "original-" + sha256.substring(0, Math.min(12, sha256.length()));
    long length = 0;
    Instant modified = Instant.EPOCH;
    try (InputStream in = open(sha256)) {
      modified = Files.getLastModifiedTime(file(sha256)).toInstant();
      long most = Files.size(file(sha256)) * MOST_RATIO;
      byte[] chunk = new byte[CHUNK];
      for (int n; length < most && (n = in.read(chunk)) > 0; length += n) {}
    } catch (IOException damaged) {
      // Its fault is told when it is to be read.
    }
    return new Described(Integer.MAX_VALUE, sha256, name, length, modified, ImportOptions.NONE);
  }

  private Path described(String sha256) {
    return folder.resolve(sha256 + DESCRIPTION);
  }

  /** The bytes as they were given. */
  InputStream open(String sha256) throws IOException {
    return new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file(sha256))), CHUNK);
  }

  /** What is wrong with a kept original, or empty where its bytes still give its SHA-256. */
  String fault(String sha256, long bytes, Progress progress) {
    if (!Files.exists(file(sha256))) {
      return "is missing";
    }
    MessageDigest digest = sha256();
    long length = 0;
    try (InputStream in = open(sha256)) {
      byte[] chunk = new byte[CHUNK];
      // A few bytes can unpack to terabytes: no more is read than there should be.
      for (int n; length <= bytes && (n = in.read(chunk)) > 0; length += n) {
        progress.stopIfCancelled();
        progress.at("checking the originals", length, bytes);
        digest.update(chunk, 0, n);
      }
    } catch (IOException e) {
      return "can't be read: " + e.getMessage();
    }
    boolean same = HexFormat.of().formatHex(digest.digest()).equals(sha256) && length == bytes;
    return same ? "" : "has other bytes than were imported";
  }

  /**
   * Keeps an original, such as it is, apart from those the case counts: what can't be read any more
   * is evidence all the same. The file stays where it was, too.
   *
   * @return where it is kept, as the case's folder sees it
   */
  String setAside(String sha256) throws IOException {
    Path aside = Files.createDirectories(folder.resolve(ASIDE));
    for (Path file : List.of(described(sha256), file(sha256))) {
      if (Files.exists(file)) {
        Path kept = aside.resolve(file.getFileName());
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        sync(kept);
      }
    }
    return folder.getFileName() + "/" + ASIDE + "/" + file(sha256).getFileName();
  }

  /** Removes every file that isn't one of those; what was set aside stays. */
  void keepOnly(Set<String> sha256s) throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      int dot = name.indexOf('.');
      boolean ours = name.endsWith(PACKED) || name.endsWith(DESCRIPTION);
      if (!ours || !sha256s.contains(name.substring(0, dot))) {
        Files.delete(file);
      }
    }
  }

  /** The files of the originals that the case counts. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !file.endsWith(ASIDE)).sorted().toList();
    }
  }

  Path file(String sha256) {
    return folder.resolve(sha256 + PACKED);
  }

  /** Waits until a file is on the disk. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
