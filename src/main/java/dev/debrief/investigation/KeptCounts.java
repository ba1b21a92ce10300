package dev.debrief.investigation;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
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
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A timeline's counts, kept beside the case so that opening it again reads no record. They can be
 * counted anew at any time: a file that is missing, damaged or of other sources is no fault.
 *
 * @param file where they are kept
 */
record KeptCounts(Path file) {
  /** A fourth smaller than unpacked; higher levels gain nothing. */
  private static final int LEVEL = 1;

  private static final int CHUNK = 1 << 16;

  static KeptCounts of(Path folder) {
    return new KeptCounts(folder.resolve("timeline.counts"));
  }

  /**
   * What was kept, if anything.
   *
   * @param state of the case when they were counted
   */
  record Kept(long state, Optional<Tally> tally) {
    private static final Kept NOTHING = new Kept(0, Optional.empty());

    /** The counts where they are of this state of the case. */
    Optional<Tally> of(List<Source> sources, Conclusions conclusions) {
      return tally.filter(counts -> state == KeptCounts.state(sources, conclusions));
    }
  }

  /** What was kept; nothing where the file is missing or damaged. */
  Kept read() {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), CHUNK))) {
      long state = in.readLong();
      Tally tally = Tally.read(in);
      // The checksum is read with the end.
      return in.read() < 0 ? new Kept(state, Optional.of(tally)) : Kept.NOTHING;
    } catch (IOException | RuntimeException e) {
      return Kept.NOTHING; // counted anew, and kept anew
    }
  }

  /** Keeps them, whole or not at all: not where the disk is full. Whether they are kept. */
  boolean write(List<Source> sources, Conclusions conclusions, Tally tally) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new ZstdOutputStream(Files.newOutputStream(fresh), LEVEL).setChecksum(true),
                  CHUNK))) {
        out.writeLong(state(sources, conclusions));
        tally.write(out);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException full) {
      Files.deleteIfExists(fresh); // Counted anew the next time.
      return false;
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
