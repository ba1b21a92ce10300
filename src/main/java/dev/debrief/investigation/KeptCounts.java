package dev.debrief.investigation;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Signature;
import dev.debrief.model.Source;
import dev.debrief.timeline.Tally;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A timeline's counts, kept beside the case so that opening it again reads no record. They can be
 * counted anew at any time: a file that is missing, damaged or of other sources is no fault.
 *
 * @param file where they are kept
 */
record KeptCounts(Path file) {
  static KeptCounts of(Path folder) {
    return new KeptCounts(folder.resolve("timeline.counts"));
  }

  /** What was kept for this state of the case. */
  Optional<Tally> read(List<Source> sources, Conclusions conclusions) {
    try {
      if (!whole()) {
        return Optional.empty();
      }
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        return in.readLong() == state(sources, conclusions)
            ? Optional.of(Tally.read(in))
            : Optional.empty();
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // counted anew, and kept anew
    }
  }

  /** Whether the checksum at the end is that of what stands before it. */
  private boolean whole() throws IOException {
    CRC32C sum = new CRC32C();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
      in.skipNBytes(Math.max(0, Files.size(file) - Long.BYTES));
      long read = sum.getValue();
      return in.readLong() == read;
    }
  }

  /** Keeps them, whole or not at all: not where the disk is full. */
  void write(List<Source> sources, Conclusions conclusions, Tally tally) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (CheckedOutputStream sum =
              new CheckedOutputStream(
                  new BufferedOutputStream(Files.newOutputStream(fresh)), new CRC32C());
          DataOutputStream out = new DataOutputStream(sum)) {
        out.writeLong(state(sources, conclusions));
        tally.write(out);
        out.writeLong(sum.getChecksum().getValue());
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      Files.deleteIfExists(fresh); // Counted anew the next time.
    }
  }

  /** What the counts depend on: which lines there are, and which signatures have a lane. */
  private static long state(List<Source> sources, Conclusions conclusions) {
    CRC32 sum = new CRC32();
    for (Source source : sources) {
      sum.update(
          (source.sha256() + source.format() + source.records() + source.zone() + source.first())
              .getBytes(StandardCharsets.UTF_8));
    }
    for (Signature signature : conclusions.signatures()) {
      sum.update(signature.id().getBytes(StandardCharsets.UTF_8));
    }
    return sum.getValue();
  }
}
