package dev.debrief.source;

import dev.debrief.model.InputProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The members of a zip archive as inputs. Nothing is ever written where a member's name points to,
 * so a name with {@code ../} in it is a name like any other, shown without that part.
 */
final class Archive {
  /** Members read; an archive with more is a mistake or a trap. */
  private static final int MOST_MEMBERS = 10_000;

  /** Bytes that a member may always have, however small it is packed. */
  private static final long LEAST_LIMIT = 1L << 28;

  private Archive() {}

  /** Whether a file begins as zip archives do. */
  static boolean is(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(4);
      return magic.length == 4
          && magic[0] == 'P'
          && magic[1] == 'K'
          && magic[2] == 3
          && magic[3] == 4;
    }
  }

  static List<Input> members(Path file, String name, Instant modified)
      throws InputProblem, IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && !hidden(entry.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.size() > MOST_MEMBERS) {
        throw new InputProblem(
            file.toString(),
            "it holds " + entries.size() + " files, more than " + MOST_MEMBERS,
            "unpack what is wanted and pass that");
      }
      List<Input> inputs = new ArrayList<>();
      for (ZipEntry entry : entries) {
        Instant at =
            entry.getLastModifiedTime() == null
                ? modified
                : entry.getLastModifiedTime().toInstant();
        String member = entry.getName();
        inputs.add(
            new Input(name + "!/" + plain(member), () -> open(file, member), entry.getSize(), at));
      }
      return inputs;
    } catch (ZipException damaged) {
      throw new InputProblem(file.toString(), "its archive is damaged", "make it again", damaged);
    }
  }

  private static boolean hidden(String member) {
    String name = member.substring(member.lastIndexOf('/') + 1);
    return name.startsWith(".") || member.startsWith("__MACOSX/");
  }

  private static String plain(String member) {
    return member.replace('\\', '/').replaceAll("(^|/)\\.{1,2}(?=/)", "").replaceFirst("^/+", "");
  }

  private static InputStream open(Path file, String member) throws IOException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    try {
      ZipEntry entry = zip.getEntry(member);
      if (entry == null) {
        throw new NoSuchFileException(file + "!/" + member);
      }
      return bounded(zip, entry);
    } catch (IOException unreadable) {
      zip.close();
      throw unreadable;
    }
  }

  /** A member's bytes, no more of them than a log can have; closing them closes the archive. */
  private static InputStream bounded(ZipFile zip, ZipEntry entry) throws IOException {
    long most = Math.max(LEAST_LIMIT, entry.getCompressedSize() * Decoded.BOMB);
    return new FilterInputStream(zip.getInputStream(entry)) {
      private long out;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        out += Math.max(0, count);
        if (out > most) {
          throw new ZipException("it unpacks to far more than its size");
        }
        return count;
      }

      @Override
      public void close() throws IOException {
        super.close();
        zip.close();
      }
    };
  }
}
